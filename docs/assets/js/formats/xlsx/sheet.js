import { listOf } from "../../plan/own-items.js";
import { cellText, columnName, encodeText, escapeXml, toSerial } from "./cells.js";
import { STYLE, tableSheet } from "./parts.js";

/** @import { CatalogList } from "../../plan/types.js" */
/** @import { WorkbookTexts, Column } from "./xlsx.js" */
/** @typedef {Record<Column, string>} Row */

/** @type {readonly Column[]} */
export const COLUMNS = ["id", "code", "list", "text", "status", "owner", "due", "note"];
/** @type {Record<Column, number>} */
const WIDTHS = { id: 12, code: 8, list: 22, text: 52, status: 16, owner: 24, due: 13, note: 36 };

/**
 * The sheet of a phase.
 * @param {string} name
 * @param {Row[]} rows
 * @param {CatalogList[]} lists  The ones that the rows are of, in the same order.
 * @param {WorkbookTexts} texts
 */
export function phaseSheet(name, rows, lists, texts) {
  const columns = COLUMNS.map((column) => ({ width: WIDTHS[column], hidden: column === "id" }));
  const header = COLUMNS.map((column) => textCell(texts.columns[column], STYLE.header));
  const pane = 'xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight"';
  const foot = "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>";
  return tableSheet(name, pane, columns, [header, ...rows.map(rowCells)].map(rowXml), validations(lists, texts, rows.length + 1), foot);
}

/** @param {Row} row @returns {string[]} */
function rowCells(row) {
  return COLUMNS.map((column) => {
    if (column === "due") return dateCell(row.due);
    const isEntered = ["status", "owner", "note"].includes(column) || (column === "text" && listOf(row.id));
    return textCell(row[column], isEntered ? STYLE.entered : STYLE.fixed);
  });
}

/** @param {string[]} cells @param {number} index @returns {string} */
export function rowXml(cells, index) {
  const all = cells.map((cell, column) => cell.replace("<c", `<c r="${columnName(column)}${index + 1}"`));
  return `<row r="${index + 1}">${all.join("")}</row>`;
}

/** @param {string} text @param {number} style @returns {string} */
export function textCell(text, style) {
  const value = escapeXml(encodeText(cellText(text)));
  return value ? `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>` : `<c s="${style}"/>`;
}

/** @param {string} date @returns {string} */
export function dateCell(date) {
  const serial = toSerial(date);
  return serial === undefined ? textCell(date, STYLE.date) : `<c s="${STYLE.date}"><v>${serial}</v></c>`;
}

/** @param {CatalogList[]} lists @param {WorkbookTexts} texts @param {number} last */
function validations(lists, texts, last) {
  const kinds = lists.flatMap((list) => list.items.map(() => list.kind));
  const { owner, due, note } = texts.hints ?? {};
  return [
    choice([texts.statuses.open, texts.statuses.done, texts.statuses.na], cellsOf("status", kinds, "checklist")),
    choice([texts.answers.ja, texts.answers.delvis, texts.answers.nei, texts.answers["vet-ikke"]], cellsOf("status", kinds, "decision")),
    hint(owner, `F2:F${last}`),
    hint(due, `G2:G${last}`),
    hint(note, `H2:H${last}`),
  ].filter(Boolean);
}

/** @param {string} column @param {CatalogList["kind"][]} kinds @param {CatalogList["kind"]} kind @returns {string} */
function cellsOf(column, kinds, kind) {
  const letter = columnName(COLUMNS.indexOf(/** @type {Column} */ (column)));
  /** @type {string[]} */
  const ranges = [];
  for (let start = 0, end = 0; start < kinds.length; start = end) {
    end = start + 1;
    while (kinds[end] === kinds[start]) end += 1;
    if (kinds[start] === kind) ranges.push(`${letter}${start + 2}:${letter}${end + 1}`);
  }
  return ranges.join(" ");
}

/** @param {string[]} words @param {string} cells @returns {string} */
export function choice(words, cells) {
  const list = escapeXml(`"${words.join(",").replace(/"/g, '""')}"`);
  // A warning only: sorting moves the rows, but not the choices.
  const rule = 'type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1"';
  return cells && `<dataValidation ${rule} sqref="${cells}"><formula1>${list}</formula1></dataValidation>`;
}

/** @param {string | undefined} text @param {string} cells @returns {string} */
function hint(text, cells) {
  const prompt = escapeXml(encodeText(cellText(text ?? "").slice(0, 255)));
  return prompt && `<dataValidation allowBlank="1" showInputMessage="1" prompt="${prompt}" sqref="${cells}"/>`;
}
