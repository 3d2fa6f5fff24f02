/** What the stored plan says of single items, beside links to them. Loaded when there is one. */
import { settle } from "../plan/catalog.js";
import { site } from "../views/site.js";
import { openStore } from "../page/open-store.js";
import { words } from "../views/words.js";

/** @param {HTMLElement} home */
export async function showStates(home) {
  const store = openStore();
  const lists = await site().catch(() => undefined);
  if (!lists) return; // The page is whole without.
  const places = /** @type {NodeListOf<HTMLElement>} */ (home.querySelectorAll("[data-item]"));
  const show = () => {
    const { items } = settle(store.plan, lists).plan;
    for (const place of places) {
      const state = items[place.dataset["item"] ?? ""]?.state;
      place.hidden = !state;
      place.textContent = state ? words(`value.${state}`) : "";
    }
  };
  store.addEventListener("change", show);
  show();
}
