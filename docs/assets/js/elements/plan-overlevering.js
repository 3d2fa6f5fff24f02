/** «Overlevering»: the plan on one page, for whoever takes over the work. */
import { deadlineRow, goneRow, itemRow, notedRow, progressRow, questionRow, roleRow } from "../views/overview-rows.js";
import { PlanElement } from "./plan-element.js";
import { overview } from "../plan/overview.js";
import { isEmpty } from "../plan/plan.js";
import { longDay } from "../views/shown.js";
import { site } from "../views/site.js";
import { openStore } from "../page/open-store.js";
import { copy, part, words } from "../views/words.js";

const DETAILS = /** @type {const} */ (["name", "kommuner", "caseNumber", "period", "location"]);

class PlanOverlevering extends PlanElement {
  store = openStore();
  /** @type {import("../views/site.js").Site} */
  site = { site: "", phases: [], checklists: [] };

  async connectedCallback() {
    if (!this.begins("overlevering-mal")) return;
    this.on("print", () => print());
    this.store.addEventListener("change", () => this.show());
    try {
      this.site = await site();
      this.show();
    } catch {
      this.complain(words("overview.no-lists"));
    }
  }

  /** Show what is stored. */
  show() {
    const found = overview(this.store.plan, this.site);
    const { plan, lists } = found;
    for (const name of DETAILS) part(this, `[data-detail=${name}]`).textContent = plan[name] || words("value.empty");
    part(this, "[data-when]").textContent = isEmpty(plan) ? words("value.empty") : longDay(plan.changed);
    this.fillList("progress", lists.filter(({ phase }) => phase).map((list) => progressRow(plan, list)));
    this.fillList("next", found.next.map(itemRow));
    this.fillList("deadlines", found.deadlines.map(deadlineRow));
    this.fillList("roles", found.roles.map(roleRow));
    this.fillList("noted", found.noted.map(notedRow));
    this.fillList("questions", found.questions.map(questionRow));
    this.fillList("reasons", found.reasons.map(questionRow));
    this.fillList("done", found.done.map(notedRow));
    this.fillList("chosen", found.chosen.map(notedRow));
    this.fillList("gone", found.gone.map(goneRow));
  }
}

customElements.define("plan-overlevering", PlanOverlevering);
