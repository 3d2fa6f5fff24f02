import { LIMITS } from "../../plan/fields.js";
import { cellText, columnName, fromSerial, parseDate, writtenDay } from "./cells.js";

/** @import { CatalogList } from "../../plan/types.js" */
/** @import { Column, WorkbookTexts } from "./xlsx.js" */
/** @import { SheetRow } from "./sheet-rows.js" */

/** @typedef {import("../../plan/types.js").CatalogItem & {question: boolean}} Known */
/** @typedef {Map<Column, number>} Places  Which column of a sheet holds what. */

/**
 * @typedef {object} Context  What the rows are read against.
 * @property {Map<string, Known>} catalog  By id.
 * @property {Map<string, Known>} codes  By code.
 * @property {readonly CatalogList[]} lists  Those with items, which a kommune can add to.
 * @property {WorkbookTexts} texts
 * @property {boolean} since1904
 * @property {Set<string>} seen  The ids that a row had already.
 *
 * @typedef {import("./xlsx.js").Workbook & Context} Reading
 */

/** Reads the cells of a row, and reports those that it cannot use. */
export class RowReader {
  /** @param {string} sheet @param {SheetRow} row @param {Places} places @param {Reading} reading */
  constructor(sheet, row, places, reading) {
    this.sheet = sheet;
    this.number = row.number;
    this.cells = row.cells;
    this.places = places;
    this.reading = reading;
  }

  /** @param {Column} column @returns {import("./sheet-rows.js").Cell} */
  cell(column) {
    return this.cells.get(this.places.get(column) ?? -1) ?? { kind: "text", value: "" };
  }

  /** @param {Column} column @returns {string | undefined}  Undefined says nothing, "" is empty. */
  text(column) {
    if (!this.places.has(column)) return undefined;
    const { kind, value } = this.cell(column);
    if (kind === "unusable") return this.problem(column, value ? "bad-cell" : "no-value", value);
    if (kind === "logical") return this.problem(column, "tick-box");
    const text = cellText((kind === "date" && writtenDay(Number(value), this.reading.since1904)) || value);
    return text.length > LIMITS.text ? this.problem(column, "too-long", `${text.slice(0, 100)}…`) : text;
  }

  /** @returns {string | undefined} */
  date() {
    const { kind, value } = this.cell("due");
    const text = this.text("due");
    if (!text) return text;
    const date = kind === "text" ? parseDate(text) : fromSerial(Number(value), this.reading.since1904);
    return date ?? this.problem("due", "bad-date", text);
  }

  /** @param {string} key @param {[string, string][]} words @param {Record<string, string>} [ticks]  What a tick box says, by 1 and 0.
   * @returns {string | undefined} */
  choice(key, words, ticks = {}) {
    const { kind, value } = this.cell("status");
    if (kind === "logical" && value in ticks) return ticks[value];
    const text = this.text("status");
    if (!text) return text;
    const found = words.find(([, word]) => folded(word) === folded(text));
    return found ? found[0] : this.problem("status", key, text);
  }

  /** @param {Column} column @param {string} key @param {string} [value] @returns {undefined} */
  problem(column, key, value = "") {
    const cell = `${columnName(this.places.get(column) ?? 0)}${this.number}`;
    this.reading.problems.push({ sheet: this.sheet, cell, key, value });
  }
}

/** The same for words that differ in upper case, or in how their accents are encoded.
 * @param {string} text @returns {string} */
export const folded = (text) => cellText(text).normalize("NFC").toLowerCase();

/** Without what says nothing. @param {Record<string, string | undefined>} values @returns {Record<string, string>} */
export const said = (values) => Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** @param {RowReader} row @returns {import("./xlsx.js").SheetItem} */
export function readItem(row) {
  const { open, done, na } = row.reading.texts.statuses;
  const state = row.choice("unknown-status", [["", open], ["done", done], ["na", na]], { 1: "done", 0: "" });
  return said({ state, owner: row.text("owner"), due: row.date(), note: row.text("note") });
}

/** @param {RowReader} row @returns {import("./xlsx.js").SheetAnswer} */
export function readAnswer(row) {
  const answer = row.choice("unknown-answer", Object.entries(row.reading.texts.answers));
  const reason = row.text("note");
  for (const column of /** @type {const} */ (["owner", "due"])) {
    const value = row.text(column);
    if (value) row.problem(column, "not-for-questions", value);
  }
  return said({ answer, reason });
}
