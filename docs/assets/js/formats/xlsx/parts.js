/** The parts of a workbook that hold it together. */
import { columnName, escapeXml } from "./cells.js";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** What a cell looks like: places in `cellXfs` below. */
export const STYLE = Object.freeze({ header: 1, fixed: 2, entered: 3, date: 4 });

/** @typedef {object} Sheet
 * @property {string} name
 * @property {string} xml
 * @property {string} [filter]  The cells that the filter covers, such as $A$1:$H$9.
 */

/** All files of a workbook, by path.
 * @param {Sheet[]} sheets  The last one is hidden. @returns {Record<string, string>} */
export function workbookParts(sheets) {
  const numbers = sheets.map((_, index) => index + 1);
  const files = sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml]);
  return {
    "[Content_Types].xml": contentTypes(numbers),
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbook(sheets),
    "xl/_rels/workbook.xml.rels": relationships([
      ...numbers.map((n) => /** @type {Link} */ ([`rId${n}`, "worksheet", `worksheets/sheet${n}.xml`])),
      [`rId${sheets.length + 1}`, "styles", "styles.xml"],
    ]),
    "xl/styles.xml": styles(),
    ...Object.fromEntries(files),
  };
}

/**
 * A sheet with a table that people work in, which prints on as many pages as it is long.
 * @param {string} name
 * @param {string} pane  What stays in sight while one scrolls.
 * @param {{width: number, hidden?: boolean}[]} columns
 * @param {string[]} rows  The header first.
 * @param {string[]} validations  What may stand in which cells.
 * @param {string} [foot]  What each page on paper ends with.
 * @returns {Sheet}
 */
export function tableSheet(name, pane, columns, rows, validations, foot = "") {
  const letter = columnName(columns.length - 1);
  const widths = columns.map(({ width, hidden }, index) =>
    `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ""}/>`);
  const xml = worksheet(
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
      `<sheetViews><sheetView workbookViewId="0"><pane ${pane} state="frozen"/></sheetView></sheetViews>` +
      `<cols>${widths.join("")}</cols>` +
      `<sheetData>${rows.join("")}</sheetData>` +
      // From the first column on, also where it is hidden: sorted without its id, a row would speak of another item.
      `<autoFilter ref="A1:${letter}${rows.length}"/>` +
      (validations.length ? `<dataValidations count="${validations.length}">${validations.join("")}</dataValidations>` : "") +
      '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
      `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${foot}`,
  );
  return { name, xml, filter: `$A$1:$${letter}$${rows.length}` };
}

/** @param {string} content @returns {string} */
export const worksheet = (content) => `${HEAD}<worksheet xmlns="${MAIN}">${content}</worksheet>`;

/** @param {number[]} numbers @returns {string} */
function contentTypes(numbers) {
  const part = (/** @type {string} */ name, /** @type {string} */ kind) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${kind}+xml"/>`;
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    part("workbook", "sheet.main") +
    part("styles", "styles") +
    numbers.map((n) => part(`worksheets/sheet${n}`, "worksheet")).join("") +
    "</Types>"
  );
}

/** @typedef {[id: string, type: string, target: string]} Link */

/** @param {Link[]} links @returns {string} */
function relationships(links) {
  const all = links.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
}

/** @param {Sheet[]} sheets @returns {string} */
function workbook(sheets) {
  const list = sheets.map(({ name }, index) => {
    const hidden = index > 0 && index === sheets.length - 1 ? ' state="hidden"' : "";
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`;
  });
  const names = sheets.map(({ name, filter }, index) => (filter ? definedNames(name, filter, index) : ""));
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets>` +
    (names.join("") && `<definedNames>${names.join("")}</definedNames>`) +
    "</workbook>"
  );
}

/** @param {string} sheet @param {string} filter @param {number} index @returns {string} */
function definedNames(sheet, filter, index) {
  const quoted = escapeXml(`'${sheet.replace(/'/g, "''")}'`);
  return (
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!${filter}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$1:$1</definedName>`
  );
}

/** @returns {string} */
function styles() {
  const format = (/** @type {number} */ number, /** @type {number} */ font, /** @type {number} */ fill) =>
    `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="1" xfId="0" applyNumberFormat="1" ` +
    'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
  const side = (/** @type {string} */ name) => `<${name} style="thin"><color rgb="FF808080"/></${name}>`;
  const solid = '<fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill>';
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}">` +
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>' +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill>' +
    `<fill><patternFill patternType="gray125"/></fill>${solid}</fills>` +
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
    `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    // 49 is text: what is typed there stays as it was typed, also if it begins with "=".
    format(49, 1, 2) + format(49, 0, 2) + format(49, 0, 0) + format(164, 0, 0) +
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
