/** The folding menu lies over the page, so it folds again once the reader is done with it. It works without this. */
const menu = document.querySelector("details.site-header__menu");

/** @param {EventTarget | null} place */
const within = (place) => place instanceof Node && Boolean(menu?.contains(place));

const close = () => menu?.removeAttribute("open");

menu?.addEventListener("keydown", (event) => {
  if (!(event instanceof KeyboardEvent) || event.key !== "Escape") return;
  close();
  menu.querySelector("summary")?.focus();
});
menu?.addEventListener("focusout", (event) => {
  // Without a place it goes to, focus has not left for anything that the menu could hide.
  if (event instanceof FocusEvent && event.relatedTarget && !within(event.relatedTarget)) close();
});
addEventListener("click", ({ target }) => {
  if (!within(target)) close();
});

export {};
