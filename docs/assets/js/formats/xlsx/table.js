/** A table that people go on working in, as a workbook of one sheet. */
import { zip } from "../zip.js";
import { columnName } from "./cells.js";
import { STYLE, tableSheet, workbookParts } from "./parts.js";
import { choice, dateCell, rowXml, textCell } from "./sheet.js";

/** More rows can be written in, with the same choices. */
const ROOM = 40;

/**
 * @typedef {object} Column
 * @property {string} title
 * @property {number} width  In characters.
 * @property {boolean} [date]  Whether its cells are dates, YYYY-MM-DD.
 * @property {string[]} [choices]  Without commas.
 */

/** @param {string} name @param {Column[]} columns @param {string[][]} rows
 * @returns {Promise<Uint8Array>}  The same bytes for the same input. */
export async function tableWorkbook(name, columns, rows) {
  const header = columns.map(({ title }) => textCell(title, STYLE.header));
  const empty = Array.from({ length: ROOM }, () => columns.map(() => ""));
  const cells = [...rows, ...empty].map((row) => row.map((text, place) => (columns[place]?.date ? dateCell(text) : textCell(text, STYLE.entered))));
  const choices = columns.flatMap(({ choices: words }, place) => (words ? choice(words, `${columnName(place)}2:${columnName(place)}${cells.length + 1}`) : []));
  const pane = 'ySplit="1" topLeftCell="A2" activePane="bottomLeft"';
  return zip(workbookParts([tableSheet(name, pane, columns, [header, ...cells].map(rowXml), choices)]));
}
