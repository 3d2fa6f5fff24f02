/** A table that people go on working in, as a workbook of one sheet. */
import { zip } from "../zip/zip.js";
import { columnName } from "./cells.js";
import { STYLE, workbookParts, worksheet } from "./parts.js";
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
  const letter = columnName(columns.length - 1);
  const header = columns.map(({ title }) => textCell(title, STYLE.header));
  const empty = Array.from({ length: ROOM }, () => columns.map(() => ""));
  const cells = [...rows, ...empty].map((row) => row.map((text, place) => (columns[place]?.date ? dateCell(text) : textCell(text, STYLE.entered))));
  const choices = columns.flatMap(({ choices: words }, place) => (words ? choice(words, `${columnName(place)}2:${columnName(place)}${cells.length + 1}`) : []));
  const xml = worksheet(
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      `<cols>${columns.map(({ width }, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>` +
      `<sheetData>${[header, ...cells].map(rowXml).join("")}</sheetData>` +
      `<autoFilter ref="A1:${letter}${cells.length + 1}"/>` +
      (choices.length ? `<dataValidations count="${choices.length}">${choices.join("")}</dataValidations>` : "") +
      '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
  );
  return zip(workbookParts([{ name, xml, filter: `$A$1:$${letter}$${cells.length + 1}` }]));
}
