/** What a page's store hears of: the other windows of the site, and that the page is left. */
import { keepTyped } from "./text-field.js";

/** @typedef {import("./store.js").Store} Store */

/** @param {Store} store */
export function attend(store) {
  store.checkHealth("persisted");
  addEventListener("storage", (event) => hear(store, event));
  addEventListener("focus", () => claim(store));
  addEventListener("pageshow", (event) => event.persisted && comeBack(store));
  // What is being typed counts, also when the page is printed or left.
  for (const last of ["beforeprint", "pagehide"]) addEventListener(last, leaveField);
  document.addEventListener("visibilitychange", () => document.hidden && keepTyped());
  addEventListener("beforeunload", (event) => {
    keepTyped();
    // Some browsers know only this way to ask the reader.
    if ([...store.loose.values()].some(({ saved }) => !saved)) event.returnValue = true;
  });
}

/** Take in what another window has written. @param {Store} store @param {StorageEvent} event */
function hear(store, { key, newValue }) {
  const { prefix } = store.keys;
  if (key !== null && !key.startsWith(prefix)) return;
  const gone = newValue === null && key === `${prefix}plan:${store.id}` && store.place === "browser";
  // It may come back, and what is typed here meanwhile belongs to it.
  if (gone) store.show(undefined, store.id);
  else store.plan = store.load();
  store.tell();
}

/** The next page shows the plan of the page that the reader is on. @param {Store} store */
function claim({ place, keys, id }) {
  if (place === "browser" && keys.get("current") !== id) keys.set("current", id);
}

/** A page that comes back from the browser's memory has heard nothing meanwhile. @param {Store} store */
function comeBack(store) {
  const id = store.keys.get("current") ?? "";
  if (store.place !== "memory" && (id !== store.id || !store.has(id))) store.show();
  store.plan = store.load();
  store.tell();
}

function leaveField() {
  keepTyped();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
