/** «Drøftingsnotat»: the answers side by side, what differs, what is open, which conditions are missing. */
import { DecisionDocument } from "./decision-document.js";
import { said, titleOf, whereItLands } from "../views/joint-words.js";
import { matrix, urgency } from "../plan/matrix.js";
import { copy, part } from "../views/words.js";

class PlanNotat extends DecisionDocument {
  template = "notat-mal";

  /** @override */
  show() {
    const kommuner = this.kommuner();
    const rows = matrix(this.questions, kommuner);
    this.fill({ kommuner: kommuner.map(({ kommune }) => kommune).join(", ") });
    this.tables(rows);
    const beside = this.store.plan.kommuneAnswers ? matrix(this.questions, this.own()) : [];
    this.fillList("own", beside.filter(({ silent, cells }) => silent.length < cells.length).map((row) => said(row)));
    this.fillList("differ", rows.filter(({ agreement }) => agreement === "differ").map((row) => said(row)));
    this.fillList("open", rows.filter((row) => row.agreement !== "differ" && urgency(row) > 0).map((row) => said(row)));
    const conditions = rows.filter(({ question, cells }) => question.weighs?.part === "condition" && cells.some(({ place }) => place !== "in-place"));
    this.fillList("conditions", conditions.map((row) => {
      const line = copy("dokument-vilkar");
      part(line, "th").textContent = titleOf(row.question);
      part(line, "[data-state]").textContent = whereItLands(row);
      return line;
    }));
  }
}

customElements.define("plan-notat", PlanNotat);
