import { Refusal } from "../../plan/refusal.js";
import { attribute, descendants, MOST_NODES, parseXml } from "../xml.js";
import { dateStyles, readComments, readRows, textOf } from "./sheet-rows.js";

/** @import { XmlNode } from "../xml.js" */
/** @import { SheetRow } from "./sheet-rows.js" */

/**
 * @typedef {object} SheetRows
 * @property {string} name
 * @property {SheetRow[]} rows
 * @property {Map<string, string>} comments  By cell, such as G12.
 *
 * @typedef {{id: string | undefined, type: string | undefined, target: string}} Link
 * @typedef {(path: string) => XmlNode} ReadPart  Throws a Refusal.
 */

/** More than any workbook of ours has in all of its cells. */
const MOST_CHARACTERS = 20_000_000;

/** The cells of all sheets; throws a Refusal.
 * @param {Map<string, Uint8Array>} files @returns {{sheets: SheetRows[], since1904: boolean}} */
export function readPackage(files) {
  const readPart = partReader(files);
  const start = linksOf(readPart, "").find((link) => link.type === "officeDocument")?.target ?? "";
  const workbook = readPart(start);
  if (workbook.name !== "workbook") throw new Refusal("not-xlsx");
  const links = linksOf(readPart, start);
  const linked = (/** @type {string} */ type) => links.filter((link) => link.type === type && files.has(link.target)).map(({ target }) => readPart(target));
  const [properties] = descendants(workbook, "workbookPr");
  const context = {
    shared: linked("sharedStrings").flatMap((part) => descendants(part, "si")).map(textOf),
    dated: new Set(linked("styles").flatMap(dateStyles)),
    since1904: ["1", "true"].includes((properties && attribute(properties, "date1904")) ?? ""),
    left: MOST_CHARACTERS,
  };
  const sheets = descendants(workbook, "sheet").flatMap((sheet) => {
    const id = sheet.attributes.get("id") ?? attribute(sheet, "id");
    const target = links.find((one) => one.id === id && one.type === "worksheet")?.target;
    if (target === undefined) return [];
    const rows = readRows(readPart(target), context);
    return [{ name: attribute(sheet, "name") ?? "", rows, comments: commentsOf(files, readPart, target) }];
  });
  return { sheets, since1904: context.since1904 };
}

/** Reads each part once, and all of them within one budget. @param {Map<string, Uint8Array>} files @returns {ReadPart} */
function partReader(files) {
  const budget = { nodes: MOST_NODES };
  const read = new Set();
  return (path) => {
    const bytes = files.get(path);
    if (!bytes) throw new Refusal("not-xlsx", { file: path });
    if (read.has(path)) throw new Refusal("bad-xml", { file: path });
    read.add(path);
    try {
      return parseXml(new TextDecoder("utf-8", { fatal: true }).decode(bytes), budget);
    } catch (error) {
      throw new Refusal(error instanceof Refusal ? error.key : "bad-xml", { file: path });
    }
  };
}

/** What a part links to. @param {ReadPart} readPart @param {string} path  "" is the whole file. @returns {Link[]} */
function linksOf(readPart, path) {
  return descendants(readPart(linksPath(path)), "Relationship").map((link) => ({
    id: attribute(link, "Id"),
    // Two editions of the standard have different addresses, with the same last word.
    type: attribute(link, "Type")?.split("/").at(-1),
    target: resolve(folderOf(path), attribute(link, "Target") ?? ""),
  }));
}

/** @param {string} path */
const folderOf = (path) => path.slice(0, path.lastIndexOf("/") + 1);

/** @param {string} path */
const linksPath = (path) => `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;

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

/** Those of both kinds: a thread is kept a second time, as a plain comment.
 * @param {Map<string, Uint8Array>} files @param {ReadPart} readPart @param {string} path @returns {Map<string, string>} */
function commentsOf(files, readPart, path) {
  if (!files.has(linksPath(path))) return new Map();
  const links = linksOf(readPart, path).filter(({ target }) => files.has(target));
  const kinds = ["comments", "threadedComment"].flatMap((type) => links.filter((link) => link.type === type));
  return new Map(kinds.flatMap(({ target }) => readComments(readPart(target))));
}
