import { Refusal } from "../../plan/refusal.js";
import { attribute, descendants, parseXml } from "../xml.js";
import { columnIndex, decodeText } from "./cells.js";

/** @import { XmlNode } from "../xml.js" */

/**
 * @typedef {object} Cell
 * @property {"text" | "number" | "unusable"} kind  "unusable" is a formula without a plain value, an error or a truth value.
 * @property {string} value
 *
 * @typedef {object} SheetRow
 * @property {number} number  From 1.
 * @property {Map<number, Cell>} cells  By column, from 0; no empty ones.
 *
 * @typedef {object} SheetRows
 * @property {string} name
 * @property {SheetRow[]} rows
 */

/** The cells of all sheets; throws a Refusal.
 * @param {Map<string, Uint8Array>} files @returns {{sheets: SheetRows[], since1904: boolean}} */
export function readPackage(files) {
  const start = linksOf(files, "").find((link) => link.type === "officeDocument")?.target ?? "";
  const workbook = readPart(files, start);
  if (workbook.name !== "workbook") throw new Refusal("not-xlsx");
  const links = linksOf(files, start);
  const texts = links.find((link) => link.type === "sharedStrings");
  const shared = texts ? descendants(readPart(files, texts.target), "si").map(textOf) : [];
  const sheets = descendants(workbook, "sheet").flatMap((sheet) => {
    const id = sheet.attributes.get("id") ?? attribute(sheet, "id");
    const link = links.find((one) => one.id === id && one.type === "worksheet");
    return link ? [{ name: attribute(sheet, "name") ?? "", rows: readRows(readPart(files, link.target), shared) }] : [];
  });
  const [properties] = descendants(workbook, "workbookPr");
  return { sheets, since1904: ["1", "true"].includes((properties && attribute(properties, "date1904")) ?? "") };
}

/** @param {Map<string, Uint8Array>} files @param {string} path @returns {XmlNode} */
function readPart(files, path) {
  const bytes = files.get(path);
  if (!bytes) throw new Refusal("not-xlsx", { file: path });
  try {
    return parseXml(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Refusal(error instanceof Refusal ? error.key : "bad-xml", { file: path });
  }
}

/**
 * What a part links to.
 * @param {Map<string, Uint8Array>} files
 * @param {string} path  "" is the whole file.
 * @returns {{id: string | undefined, type: string | undefined, target: string}[]}
 */
function linksOf(files, path) {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const links = readPart(files, `${folder}_rels/${path.slice(folder.length)}.rels`);
  return descendants(links, "Relationship").map((link) => ({
    id: attribute(link, "Id"),
    // Two editions of the standard have different addresses, with the same last word.
    type: attribute(link, "Type")?.split("/").at(-1),
    target: resolve(folder, attribute(link, "Target") ?? ""),
  }));
}

/** @param {string} folder @param {string} target @returns {string} */
function resolve(folder, target) {
  /** @type {string[]} */
  const steps = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** @param {XmlNode} sheet @param {string[]} shared @returns {SheetRow[]} */
function readRows(sheet, shared) {
  let number = 0;
  return descendants(sheet, "row").map((row) => {
    number = Number(attribute(row, "r") ?? number + 1);
    if (!Number.isInteger(number)) throw new Refusal("bad-xml");
    return { number, cells: readCells(row, shared) };
  });
}

/** @param {XmlNode} row @param {string[]} shared @returns {Map<number, Cell>} */
function readCells(row, shared) {
  /** @type {Map<number, Cell>} */
  const cells = new Map();
  let next = 0;
  for (const element of row.children.filter((one) => one.name === "c")) {
    const column = columnIndex(attribute(element, "r") ?? "") ?? next;
    const cell = readCell(element, shared);
    if (cell.value || cell.kind === "unusable") cells.set(column, cell);
    next = column + 1;
  }
  return cells;
}

/** @param {XmlNode} element @param {string[]} shared @returns {Cell} */
function readCell(element, shared) {
  const type = attribute(element, "t") ?? "n";
  const value = element.children.find((one) => one.name === "v")?.text ?? "";
  const formula = element.children.some((one) => one.name === "f");
  if (type === "inlineStr") return { kind: "text", value: element.children.map(textOf).join("") };
  if (type === "s") return sharedCell(shared[Number(value)]);
  if (type === "str" && (value || !formula)) return { kind: "text", value: decodeText(value) };
  if (type === "d") return { kind: "text", value };
  if (type === "n" && (value ? Number.isFinite(Number(value)) : !formula)) return { kind: "number", value };
  return { kind: "unusable", value };
}

/** @param {string | undefined} value @returns {Cell} */
const sharedCell = (value) => value === undefined ? { kind: "unusable", value: "" } : { kind: "text", value };

/** The text of a string and its runs, without the reading aids that East Asian text may have.
 * @param {XmlNode} element @returns {string} */
function textOf(element) {
  const parts = element.children.filter((one) => one.name !== "rPh");
  return parts.map((one) => (one.name === "t" ? decodeText(one.text) : textOf(one))).join("");
}
