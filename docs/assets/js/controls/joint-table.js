/** The table of questions and kommuner: columns come and go with the kommuner, and all else stays where it is. */
import { TextField } from "./text-field.js";
import { copy, part, words } from "../views/words.js";

/** @import { Row } from "../plan/matrix.js" */
/**
 * @typedef {object} Does  What the table's controls do.
 * @property {(kommune: string, id: string, change: {answer?: string, reason?: string, hash?: string}, stay?: object) => boolean} answer
 * @property {(kommune: string) => void} drop
 */

/** The cells of a row before those of the kommuner: the question, and whether they agree. */
const FIXED = 2;

export class JointTable {
  /** @param {HTMLTableElement} table @param {import("../views/site.js").List | undefined} list @param {Does} does */
  constructor(table, list, does) {
    this.table = table;
    this.page = list ? new URL(list.url).pathname : "";
    this.does = does;
    /** @type {string[]} The kommuner that have a column, from left to right. */
    this.kommuner = [];
    /** @type {WeakMap<Element, TextField>} By their cells. */
    this.reasons = new WeakMap();
    /** @type {EventTarget | null} The field that something has been typed in since it got focus. */
    this.typed = null;
    table.addEventListener("input", ({ target }) => (this.typed = target));
    table.addEventListener("focusout", () => (this.typed = null));
  }

  /** Keep what is being typed for a kommune that another window has taken away, also what was kept in a
   * pause: that brings it back. @param {string[]} kommuner  Those that are left. */
  leave(kommuner) {
    const field = this.typed;
    const cell = field instanceof HTMLTextAreaElement && field.closest("td");
    if (!cell || !field.value.trim()) return;
    if (kommuner.includes(this.kommuner[cell.cellIndex - FIXED] ?? "")) return;
    this.reasons.get(cell)?.keep(field.value);
  }

  /** @param {Row[]} rows @param {string[]} kommuner */
  show(rows, kommuner) {
    if (!this.table.tBodies.length) this.build(rows);
    this.without(kommuner);
    kommuner.forEach((kommune, place) => {
      if (this.kommuner[place] !== kommune) this.insert(rows, kommune, place);
    });
    for (const head of this.table.querySelectorAll("th.joint__part")) head.setAttribute("colspan", `${kommuner.length + FIXED}`);
    for (const row of rows) this.fill(row);
  }

  /** @param {Row[]} rows */
  build(rows) {
    let group = "";
    for (const { question } of rows) {
      const next = question.weighs?.part ?? "should";
      if (next !== group) this.table.append(copy(`kommune-del-${next}`));
      group = next;
      this.table.tBodies[this.table.tBodies.length - 1]?.append(this.row(question));
    }
  }

  /** Take away the columns of all but these. @param {string[]} kommuner */
  without(kommuner) {
    for (let place = this.kommuner.length - 1; place >= 0; place -= 1) {
      if (kommuner.includes(this.kommuner[place] ?? "")) continue;
      for (const row of this.lines()) row.deleteCell(place + FIXED);
      this.kommuner.splice(place, 1);
    }
  }

  /** @param {Row[]} rows @param {string} kommune @param {number} place */
  insert(rows, kommune, place) {
    const [head, ...lines] = this.lines();
    head?.insertBefore(this.column(kommune), head.cells[place + FIXED] ?? null);
    lines.forEach((line, number) => {
      const question = rows[number]?.question;
      if (question) line.insertBefore(this.cell(kommune, question), line.cells[place + FIXED] ?? null);
    });
    this.kommuner.splice(place, 0, kommune);
  }

  /** The rows that have a cell for each kommune: the head, and one for each question. */
  lines() {
    return [...this.table.rows].filter((row) => !row.querySelector(".joint__part"));
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

  /** @param {Row["question"]} question */
  row({ id, code, text }) {
    const row = copy("kommune-rad");
    row.id = `rad-${id}`;
    part(row, "[data-code]").textContent = code;
    const link = part(row, "[data-question]");
    link.textContent = text;
    link.href = `${this.page}#${id}`;
    return row;
  }

  /** @param {string} kommune @param {Row["question"]} question */
  cell(kommune, { id, code, hash }) {
    const cell = copy("kommune-celle");
    cell.dataset["column"] = kommune;
    const [answer, reason] = [part(cell, "select"), part(cell, "textarea")];
    answer.setAttribute("aria-label", words("joint.answer-label", { kommune, code }));
    for (const one of [reason, part(cell, "summary")]) one.setAttribute("aria-label", words("joint.reason-label", { kommune, code }));
    answer.addEventListener("change", () => this.does.answer(kommune, id, { answer: answer.value, hash: answer.value && hash }));
    this.reasons.set(cell, new TextField(reason, (text, stay) => this.does.answer(kommune, id, { reason: text }, stay)));
    return cell;
  }

  /** Let a row say what is stored. @param {Row} row */
  fill({ question, cells, agreement }) {
    const row = part(this.table, `#rad-${question.id}`);
    const compared = cells.length > 1;
    part(row, "[data-sign]").textContent = compared ? words(`joint.sign.${agreement}`) : "";
    part(row, "[data-agreement]").textContent = compared ? words(`joint.${agreement}`) : "";
    cells.forEach(({ entry }, place) => {
      const cell = row.cells[place + FIXED];
      part(cell, "select").value = entry.answer ?? "";
      if (cell) cell.dataset["verdict"] = entry.answer ?? "";
      part(cell, "[data-answer]").textContent = words(`value.${entry.answer ?? "unanswered"}`);
      part(cell, "[data-reason]").textContent = entry.reason ?? "";
      this.reasons.get(cell)?.show(entry.reason ?? "");
    });
  }
}
