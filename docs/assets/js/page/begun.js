/** Before the page is drawn: whether a plan is stored, so that what will show it has its room from the start. */
try {
  const base = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).pathname;
  if (localStorage.getItem(`sjekkliste:${base}current`)) document.documentElement.dataset["begun"] = "";
} catch {} // No storage, no plan.
