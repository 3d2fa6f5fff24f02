/** The table of questions and kommuner: built when the kommuner change, else kept in step. */
import { copy, part, words } from "./words.js";

/** @typedef {import("./plan/matrix.js").Row} Row */
/** @typedef {import("./plan/matrix.js").Cell} Cell */
/**
 * @typedef {object} Does  What the table's controls do.
 * @property {(kommune: string, id: string, change: {answer?: string, reason?: string, hash?: string}) => void} answer
 * @property {(kommune: string) => void} drop
 */

export class JointTable {
  /** @param {HTMLTableElement} table @param {import("./site.js").List | undefined} list @param {Does} does */
  constructor(table, list, does) {
    this.table = table;
    this.page = list ? new URL(list.url).pathname : "";
    this.does = does;
    this.shown = "";
  }

  /** @param {Row[]} rows @param {string[]} kommuner */
  show(rows, kommuner) {
    const key = JSON.stringify(kommuner);
    if (key !== this.shown) this.build(rows, kommuner);
    this.shown = key;
    for (const row of rows) this.fill(row);
  }

  /** @param {Row[]} rows @param {string[]} kommuner */
  build(rows, kommuner) {
    const { table } = this;
    table.querySelectorAll("tbody").forEach((body) => body.remove());
    const head = part(table, "thead tr");
    head.replaceChildren(...[...head.children].slice(0, 2), ...kommuner.map((name) => this.column(name)));
    let group = "";
    for (const row of rows) {
      const next = row.question.weighs?.part ?? "should";
      if (next !== group) {
        const body = copy(`kommune-del-${next}`);
        part(body, "th").colSpan = kommuner.length + 2;
        table.append(body);
      }
      group = next;
      table.tBodies[table.tBodies.length - 1]?.append(this.row(row));
    }
  }

  /** @param {string} kommune */
  column(kommune) {
    const column = copy("kommune-kolonne");
    part(column, "[data-name]").textContent = kommune;
    const button = part(column, "button");
    button.setAttribute("aria-label", words("joint.drop-label", { kommune }));
    button.addEventListener("click", () => this.does.drop(kommune));
    return column;
  }

  /** @param {Row} row */
  row({ question, cells }) {
    const row = copy("kommune-rad");
    row.id = `rad-${question.id}`;
    part(row, "[data-code]").textContent = question.code;
    const link = part(row, "[data-question]");
    link.textContent = question.text;
    link.href = `${this.page}#${question.id}`;
    row.append(...cells.map((cell) => this.cell(cell, question)));
    return row;
  }

  /** @param {Cell} cell @param {Row["question"]} question */
  cell({ kommune }, { id, code, hash }) {
    const cell = copy("kommune-celle");
    const [answer, reason] = [part(cell, "select"), part(cell, "textarea")];
    answer.setAttribute("aria-label", words("joint.answer-label", { kommune, code }));
    reason.setAttribute("aria-label", words("joint.reason-label", { kommune, code }));
    part(cell, "summary").setAttribute("aria-label", words("joint.reason-label", { kommune, code }));
    answer.addEventListener("change", () => this.does.answer(kommune, id, { answer: answer.value, hash: answer.value && hash }));
    reason.addEventListener("change", () => this.does.answer(kommune, id, { reason: reason.value }));
    return cell;
  }

  /** Let a row say what is stored. @param {Row} row */
  fill({ question, cells, agreement }) {
    const row = part(this.table, `#rad-${question.id}`);
    const compared = cells.length > 1;
    part(row, "[data-sign]").textContent = compared ? words(`joint.sign.${agreement}`) : "";
    part(row, "[data-agreement]").textContent = compared ? words(`joint.${agreement}`) : "";
    cells.forEach(({ entry }, place) => {
      const cell = row.cells[place + 2];
      part(cell, "select").value = entry.answer ?? "";
      part(cell, "[data-answer]").textContent = words(`value.${entry.answer ?? "unanswered"}`);
      part(cell, "[data-reason]").textContent = entry.reason ?? "";
      const field = part(cell, "textarea");
      if (field !== document.activeElement) field.value = entry.reason ?? "";
    });
  }
}
