/** «Overlevering»: the plan on one page, for whoever takes over the work. */
import { deadlineRow, doneRow, goneRow, itemRow, progressRow, questionRow, roleRow } from "./overview-rows.js";
import { settle } from "./plan/catalog.js";
import { overview } from "./plan/overview.js";
import { isEmpty } from "./plan/plan.js";
import { longDate } from "./shown.js";
import { site } from "./site.js";
import { openStore } from "./store.js";
import { copy, part, words } from "./words.js";

const DETAILS = /** @type {const} */ (["name", "kommuner", "caseNumber", "period", "location"]);

class PlanOverlevering extends HTMLElement {
  store = openStore();
  /** @type {import("./site.js").List[]} */
  lists = [];

  async connectedCallback() {
    if (this.childElementCount) return;
    this.append(copy("overlevering-mal"));
    part(this, "[data-action=print]").addEventListener("click", () => print());
    this.store.addEventListener("change", () => this.show());
    try {
      this.lists = (await site()).checklists;
      this.show();
    } catch {
      part(this, "[role=alert]").hidden = false;
      part(this, "[role=alert]").textContent = words("overview.no-lists");
    }
  }

  /** Show what is stored. */
  show() {
    const { plan } = settle(this.store.plan, { checklists: this.lists });
    const found = overview(plan, this.lists);
    for (const name of DETAILS) part(this, `[data-detail=${name}]`).textContent = plan[name] || words("value.empty");
    part(this, "[data-when]").textContent = isEmpty(plan) ? words("value.empty") : longDate(plan.changed.slice(0, 10));
    const rows = {
      progress: this.lists.map((list) => progressRow(plan, list)),
      next: found.next.map(itemRow),
      deadlines: found.deadlines.map(deadlineRow),
      roles: found.roles.map(roleRow),
      questions: found.questions.map(questionRow),
      done: found.done.map(doneRow),
      gone: found.gone.map(goneRow),
    };
    for (const [name, entries] of Object.entries(rows)) {
      part(this, `[data-list=${name}]`).replaceChildren(...entries);
      part(this, `[data-with=${name}]`).hidden = entries.length === 0;
    }
  }
}

customElements.define("plan-overlevering", PlanOverlevering);
