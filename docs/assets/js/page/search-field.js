/** The theme's search waits for keys; text that is pasted, dropped or dictated comes without them. */
addEventListener("input", ({ target }) => {
  const field = target instanceof Element && target.closest("[data-md-component=search-query]");
  if (field) field.dispatchEvent(new Event("keyup"));
});
