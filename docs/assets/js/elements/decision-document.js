/** What the documents made of a decision's answers have in common. */
import { PlanPage } from "./plan-page.js";
import { kommunerOf } from "../plan/kommuner.js";
import { copyRich } from "../views/rich-text.js";
import { longDay } from "../views/shown.js";
import { now } from "../page/browser.js";
import { titleOf } from "../views/joint-words.js";
import { copy, part, words } from "../views/words.js";

/** @import { Row } from "../plan/matrix.js" */
/** @import { KommuneAnswers } from "../plan/types.js" */

export class DecisionDocument extends PlanPage {
  get questions() {
    return this.list?.items ?? [];
  }

  /** @override */
  wire() {
    this.on("print", () => print());
    this.on("copy", async () => {
      const copied = await copyRich(part(this, "[data-document]"));
      this.complain(copied ? "" : words("joint.not-copied"));
      if (copied) this.tell(words("joint.copied"));
    });
  }

  /** @override */
  ready() {
    this.know();
  }

  /** The reader's own answers as if of one kommune, if there are any. @returns {KommuneAnswers[]} */
  own() {
    const { kommuneAnswers: _, ...plan } = this.store.plan;
    return kommunerOf(plan, this.questions.map(({ id }) => id), words("joint.own"));
  }

  /** Those that the document is about: side by side, or else the reader's own. */
  kommuner() {
    return this.store.plan.kommuneAnswers ?? this.own();
  }

  /** @param {Record<string, string>} values  By the places they fill. */
  fill(values) {
    const plan = this.store.plan;
    const details = { name: plan.name, caseNumber: plan.caseNumber, period: plan.period, date: longDay(now()) };
    for (const [name, value] of Object.entries({ ...details, ...values })) {
      for (const place of this.querySelectorAll(`[data-fill=${name}]`)) place.textContent = value || words("value.empty");
    }
  }

  /** The answers to the questions of each part. @param {Row[]} rows */
  tables(rows) {
    for (const place of this.querySelectorAll("[data-table]")) {
      const own = rows.filter(({ question }) => question.weighs?.part === place.getAttribute("data-table"));
      place.replaceChildren(table(own));
    }
  }
}

/** @param {Row[]} rows */
function table(rows) {
  const element = copy("dokument-tabell");
  const several = (rows[0]?.cells.length ?? 0) > 1;
  part(element, "thead tr").append(...(rows[0]?.cells ?? []).map(({ kommune }) => labelled("dokument-kolonne", kommune)));
  part(element, "tbody").append(...rows.flatMap((row) => [answersOf(row, several), ...reasonsOf(row)]));
  return element;
}

/** @param {Row} row @param {boolean} several */
function answersOf(row, several) {
  const line = copy("dokument-rad");
  part(line, "th").textContent = [titleOf(row.question), several ? words(`joint.${row.agreement}`) : ""].filter(Boolean).join(" – ");
  line.append(...row.cells.map(({ entry }) => labelled("dokument-celle", words(`value.${entry.answer ?? "unanswered"}`))));
  return line;
}

/** Why they answered so, across the table: a column each would be too narrow to read.
 * @param {Row} row */
function reasonsOf({ cells }) {
  const given = cells.filter(({ entry }) => entry.reason);
  if (!given.length) return [];
  const line = copy("dokument-begrunnelser");
  const cell = part(line, "td");
  cell.colSpan = cells.length + 1;
  cell.append(...given.map(({ kommune, entry }) =>
    labelled("dokument-begrunnelse", words("joint.who", { answer: kommune, kommuner: entry.reason ?? "" }))));
  return [line];
}

/** @param {string} template @param {string} text */
function labelled(template, text) {
  const element = copy(template);
  element.textContent = text;
  return element;
}
