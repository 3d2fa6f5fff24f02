/**
 * The theme moves between pages on single keys, which speech input and stray fingers hit too.
 * https://www.w3.org/TR/WCAG22/#character-key-shortcuts asks that they can be turned off.
 */
addEventListener(
  "keydown",
  (event) => {
    const place = event.target instanceof Element ? event.target : null;
    if (event.key.length === 1 && !place?.closest(".md-search")) event.stopImmediatePropagation();
  },
  true,
);
