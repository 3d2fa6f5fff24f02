/** The page's own store, which hears of the other windows of the site, and that the page is left. */
import { browserStorage, embedded, newId, now } from "./browser.js";
import { Keys } from "../store/keys.js";
import { Store } from "../store/store.js";
import { hasUnkept, keepTyped, turnRefused } from "../controls/text-field.js";
import { base } from "../views/words.js";

/** @type {Store | undefined} */
let opened;

export const openStore = () => (opened ??= open());

function open() {
  const store = new Store(new Keys(browserStorage(), base), { now, newId });
  store.addEventListener("turn", (event) => {
    if (event instanceof CustomEvent) turnRefused(event.detail.from, event.detail.to);
  });
  if (embedded) store.health = "embedded";
  checkHealth(store, "persisted");
  store.addEventListener("stored", () => checkHealth(store, "persist"));
  store.addEventListener("written", () => settle(store));
  addEventListener("storage", (event) => store.hear(event));
  addEventListener("focus", () => {
    store.refresh();
    store.claim();
  });
  addEventListener("pageshow", (event) => event.persisted && store.comeBack());
  // What is being typed counts, also when the page is printed or left.
  for (const last of ["beforeprint", "pagehide"]) addEventListener(last, leaveField);
  document.addEventListener("visibilitychange", () => document.hidden && keepTyped());
  addEventListener("beforeunload", (event) => {
    keepTyped();
    // Some browsers know only this way to ask the reader.
    if (store.loose.length || hasUnkept()) event.returnValue = true;
  });
  return store;
}

/** Two windows may have written at once: with the lock, each sees what the other wrote. @param {Store} store */
async function settle(store) {
  await navigator.locks?.request(`sjekkliste:${base}`, () => store.settle()).catch(() => {}); // The events tell it too.
}

/** Ask for a promise at the first change of the visit, and only then: some browsers ask the reader.
 * @param {Store} store @param {"persist" | "persisted"} how  The other asks the reader nothing. */
async function checkHealth(store, how) {
  if (store.place !== "browser" || store.health === "embedded") return;
  const kept = await navigator.storage?.[how]?.().catch(() => false);
  store.health = kept ? "kept" : "fragile";
  store.tell();
}

function leaveField() {
  keepTyped();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
