/** The menu and the contents lie over the page where it is narrow, so they close once the reader is done with them;
 * what is folded is printed. Both work without this. */
for (const side of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".side[popover]"))) {
  const close = () => side.matches(":popover-open") && side.hidePopover();
  side.addEventListener("focusout", ({ relatedTarget: to }) => {
    if (to instanceof Node && !side.contains(to)) close();
  });
  side.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a")) close();
  });
}

/** @type {HTMLDetailsElement[]} */
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details")].filter((one) => !one.open);
  for (const one of folded) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of folded) one.open = false;
});

/** The contents say which heading is being read: the one a link led to, as long as it is in sight. */
const links = new Map([...document.querySelectorAll(".contents a")].map((link) => [link.getAttribute("href"), link]));
const headings = [...links.keys()].map((id) => document.getElementById((id ?? "").slice(1)));
function mark() {
  const within = (/** @type {number} */ height) => headings.filter((one) => one && one.getBoundingClientRect().top < height);
  const read = within(innerHeight).find((one) => one?.matches(":target") && one.getBoundingClientRect().top > 0) ?? within(innerHeight / 3).at(-1);
  for (const [id, link] of links) {
    if (id === `#${read?.id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}
if (links.size) {
  mark();
  addEventListener("scroll", mark, { passive: true });
}

export {};
