/** The cells of a sheet, as the file has them. */
import { Refusal } from "../../plan/refusal.js";
import { attribute, descendants } from "../xml.js";
import { columnIndex, decodeText } from "./cells.js";

/** @import { XmlNode } from "../xml.js" */

/**
 * @typedef {object} Cell
 * @property {"text" | "number" | "date" | "logical" | "unusable"} kind  A date is a number that is shown as one;
 *   "unusable" is a formula without a plain value, or an error.
 * @property {string} value
 *
 * @typedef {object} SheetRow
 * @property {number} number  From 1.
 * @property {Map<number, Cell>} cells  By column, from 0; no empty ones.
 *
 * @typedef {object} Context  What the cells of one workbook share.
 * @property {string[]} shared
 * @property {Set<string>} dated  The styles that show a number as a date.
 * @property {number} left  How many characters there is room for still.
 */

/** The formats of dates that every program knows by number: ECMA-376, part 1, 18.8.30. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map(String));

/** Which styles show a date, by their place. @param {XmlNode} styles @returns {string[]} */
export function dateStyles(styles) {
  const own = descendants(styles, "numFmt").filter((one) => isDateFormat(attribute(one, "formatCode") ?? ""));
  const formats = new Set([...DATE_FORMATS, ...own.map((one) => attribute(one, "numFmtId"))]);
  const all = descendants(styles, "cellXfs").flatMap((group) => group.children);
  return all.flatMap((one, place) => (formats.has(attribute(one, "numFmtId")) ? [String(place)] : []));
}

/** Whether a day or a year is shown, texts and colours apart. @param {string} code */
const isDateFormat = (code) => /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));

/** @param {XmlNode} sheet @param {Context} context @returns {SheetRow[]} */
export function readRows(sheet, context) {
  let number = 0;
  return descendants(sheet, "row").map((row) => {
    number = Number(attribute(row, "r") ?? number + 1);
    if (!Number.isInteger(number)) throw new Refusal("bad-xml");
    return { number, cells: readCells(row, context) };
  });
}

/** @param {XmlNode} row @param {Context} context @returns {Map<number, Cell>} */
function readCells(row, context) {
  /** @type {Map<number, Cell>} */
  const cells = new Map();
  let next = 0;
  for (const element of row.children.filter((one) => one.name === "c")) {
    const column = columnIndex(attribute(element, "r") ?? "") ?? next;
    const cell = readCell(element, context);
    if ((context.left -= cell.value.length) < 0) throw new Refusal("xml-too-large");
    if (cell.value || cell.kind === "unusable") cells.set(column, cell);
    next = column + 1;
  }
  return cells;
}

/** @param {XmlNode} element @param {Context} context @returns {Cell} */
function readCell(element, { shared, dated }) {
  const type = attribute(element, "t") ?? "n";
  const value = element.children.find((one) => one.name === "v")?.text ?? "";
  const formula = element.children.some((one) => one.name === "f");
  if (type === "inlineStr") return { kind: "text", value: element.children.map(textOf).join("") };
  if (type === "s") return sharedCell(shared[Number(value)]);
  if (type === "str" && (value || !formula)) return { kind: "text", value: decodeText(value) };
  if (type === "d") return { kind: "text", value };
  if (type === "b" && /^[01]$/.test(value)) return { kind: "logical", value };
  const plain = type === "n" && (value ? Number.isFinite(Number(value)) : !formula);
  if (plain) return { kind: dated.has(attribute(element, "s") ?? "") ? "date" : "number", value };
  return { kind: "unusable", value };
}

/** @param {string | undefined} value @returns {Cell} */
const sharedCell = (value) => value === undefined ? { kind: "unusable", value: "" } : { kind: "text", value };

/** The comments of a sheet, each with its cell. @param {XmlNode} part @returns {[string, string][]} */
export function readComments(part) {
  const all = ["comment", "threadedComment"].flatMap((name) => descendants(part, name));
  return all.map((one) => [attribute(one, "ref") ?? "", one.children.map((child) => child.text.trim() || textOf(child)).join("")]);
}

/** The text of a string and its runs, without the reading aids that East Asian text may have.
 * @param {XmlNode} element @returns {string} */
export function textOf(element) {
  const parts = element.children.filter((one) => one.name !== "rPh");
  return parts.map((one) => (one.name === "t" ? decodeText(one.text) : textOf(one))).join("");
}
