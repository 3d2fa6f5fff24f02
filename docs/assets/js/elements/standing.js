/** What the stored plan says on pages that are whole without: how far it has come, and how single items stand. Loaded when there is one. */
import { itemAddress, lateText, showCount, titleOf } from "../views/overview-rows.js";
import { nameOf } from "../views/plan-names.js";
import { settle } from "../plan/catalog.js";
import { overview } from "../plan/overview.js";
import { isEmpty } from "../plan/plan.js";
import { site } from "../views/site.js";
import { openStore } from "../page/open-store.js";
import { part, words } from "../views/words.js";

/** @param {HTMLElement} home  With `data-phase` it shows one phase, else all. */
export const showStanding = (home) => follow((plan, found) => {
  const checklists = found.checklists.filter(({ phase }) => phase === (home.dataset["phase"] ?? phase));
  showPlan(home, overview(plan, { ...found, checklists }));
});

/** Beside links to items, whether they are done or do not apply. @param {HTMLElement} home */
export const showStates = (home) => follow((plan, found) => {
  const { items } = settle(plan, found).plan;
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (home.querySelectorAll("[data-item]"))) {
    const state = items[place.dataset["item"] ?? ""]?.state;
    place.hidden = !state;
    place.textContent = state ? words(`value.${state}`) : "";
  }
});

/** Show the plan now and whenever it changes, if the lists can come.
 * @param {(plan: import("../plan/types.js").Plan, found: import("../views/site.js").Site) => void} show */
async function follow(show) {
  const store = openStore();
  const found = await site().catch(() => undefined);
  if (!found) return;
  const showNow = () => show(store.plan, found);
  store.addEventListener("change", showNow);
  showNow();
}

/** @param {HTMLElement} home @param {import("../plan/overview.js").Overview} found */
function showPlan(home, { plan, lists, deadlines, next: [next] }) {
  for (const card of /** @type {NodeListOf<HTMLElement>} */ (home.querySelectorAll("[data-with=plan]"))) {
    card.hidden = isEmpty(plan);
    part(card, "[data-name]").textContent = nameOf(plan);
    part(card, "[data-without=next]").hidden = Boolean(next);
    for (const one of card.querySelectorAll("[data-with=next]")) one.toggleAttribute("hidden", !next);
    if (next) Object.assign(part(card, "[data-next]"), { href: itemAddress(next), textContent: titleOf(next) });
  }
  const late = lateText(deadlines);
  Object.assign(part(home, "[data-late]"), { textContent: late, hidden: !late });
  if (next && !isEmpty(plan)) Object.assign(part(home, "[data-go]"), { href: itemAddress(next), textContent: words("overview.go", { code: next.item.code }) });
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (home.querySelectorAll("[data-lists]"))) {
    const ids = row.dataset["lists"]?.split(" ");
    showCount(row, plan, lists.filter(({ id }) => ids?.includes(id)));
  }
}
