/** «Overlevering»: the plan on one page, for whoever takes over the work. */
import { deadlineRow, goneRow, itemRow, notedRow, progressRow, questionRow, roleRow } from "../views/overview-rows.js";
import { PlanPage } from "./plan-page.js";
import { DETAILS } from "../plan/fields.js";
import { overview } from "../plan/overview.js";
import { isEmpty } from "../plan/plan.js";
import { longDay } from "../views/shown.js";
import { part, words } from "../views/words.js";

class PlanOverlevering extends PlanPage {
  template = "overlevering-mal";

  /** @override */
  wire() {
    this.on("print", () => print());
  }

  /** @override */
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
