/** How far the stored plan has come, on the front page. Loaded when there is one. */
import { itemAddress } from "../views/overview-rows.js";
import { nameOf } from "../views/plan-names.js";
import { settle } from "../plan/catalog.js";
import { overview } from "../plan/overview.js";
import { isEmpty, progress } from "../plan/plan.js";
import { site } from "../views/site.js";
import { openStore } from "../page/open-store.js";
import { part, words } from "../views/words.js";

/** @import { Plan } from "../plan/types.js" */
/** @import { List } from "../views/site.js" */

/** @param {HTMLElement} home */
export async function showStanding(home) {
  const store = openStore();
  const lists = await site().catch(() => undefined);
  if (!lists) return; // The page is whole without.
  const show = () => showPlan(home, settle(store.plan, lists).plan, lists.checklists);
  store.addEventListener("change", show);
  show();
}

/** @param {HTMLElement} home @param {Plan} plan @param {List[]} lists */
function showPlan(home, plan, lists) {
  const [next] = overview(plan, lists).next;
  const section = part(home, ".standing");
  section.hidden = isEmpty(plan);
  part(section, "[data-name]").textContent = nameOf(plan);
  part(section, "[data-with=next]").hidden = !next;
  part(section, "[data-without=next]").hidden = Boolean(next);
  if (next) {
    const link = part(section, "[data-next]");
    link.href = itemAddress(next);
    link.textContent = `${next.item.code} ${next.item.text}`;
  }
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (home.querySelectorAll("[data-phase]"))) {
    const { done, total } = count(plan, lists.filter(({ phase, kind }) => phase === place.dataset["phase"] && kind === "checklist"));
    place.hidden = done === 0;
    place.textContent = words("progress.plain", { done, total });
  }
}

/** @param {Plan} plan @param {List[]} lists */
function count(plan, lists) {
  const found = lists.map((list) => progress(plan, list));
  const sum = (/** @type {"done" | "total"} */ name) => found.reduce((all, one) => all + one[name], 0);
  return { done: sum("done"), total: sum("total") };
}
