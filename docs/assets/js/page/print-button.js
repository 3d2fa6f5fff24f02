/** The button of a sheet on the screen. Without this, the browser's own printing does the same. */
const button = document.querySelector("[data-print]");
button?.removeAttribute("hidden");
button?.addEventListener("click", () => print());

export {};
