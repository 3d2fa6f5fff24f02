import { unzip } from "../zip.js";
import { DETAILS } from "../../plan/fields.js";
import { BLANK, listOf, ownId } from "../../plan/own-items.js";
import { Refusal, refused } from "../../plan/refusal.js";
import { crc32 } from "../bytes.js";
import { foreignPackage } from "../foreign.js";
import { BASE, baseFrom } from "./base.js";
import { cellText, columnName } from "./cells.js";
import { readPackage } from "./package.js";
import { folded, readAnswer, readItem, RowReader, said } from "./row.js";
import { COLUMNS } from "./sheet.js";
import { FORMAT } from "./write.js";

/** @import { Catalog, ReadError } from "../../plan/types.js" */
/** @import { Details, WorkbookTexts } from "./xlsx.js" */
/** @import { SheetRows } from "./package.js" */
/** @import { SheetRow } from "./sheet-rows.js" */
/** @import { Known, Places, Reading } from "./row.js" */

/** The columns that people work in. */
const ENTERED = /** @type {const} */ (["status", "owner", "due", "note"]);
const SHORT = 100; // Characters of what is told.

/**
 * What a workbook says, also after others have worked in it. Never throws.
 * @param {Uint8Array} bytes
 * @param {Catalog} catalog
 * @param {WorkbookTexts} texts
 * @returns {Promise<import("./xlsx.js").Workbook | {ok: false, error: ReadError}>}
 */
export async function readWorkbook(bytes, catalog, texts) {
  try {
    const unzipped = await unzip(bytes);
    if (!unzipped.ok) return unzipped;
    const foreign = foreignPackage(unzipped.files);
    if (foreign) throw new Refusal(foreign);
    const { sheets, since1904 } = readPackage(unzipped.files);
    return readSheets(sheets, since1904, catalog, texts);
  } catch (error) {
    return { ok: false, error: refused(error, "not-xlsx") };
  }
}

/**
 * @param {SheetRows[]} sheets
 * @param {boolean} since1904
 * @param {Catalog} catalog
 * @param {WorkbookTexts} texts
 * @returns {import("./xlsx.js").Workbook}
 */
function readSheets(sheets, since1904, catalog, texts) {
  const known = knownItems(catalog);
  const codes = new Map([...known.values()].map((one) => [one.code, one]));
  const details = sheets.map(readDetails).find(Boolean) ?? {};
  const base = sheets.map(readBase).find(Boolean);
  /** @type {Reading} */
  const reading = {
    ok: true, details, items: {}, answers: {}, hashes: new Map(), unknownRows: [], problems: [],
    catalog: known, codes, lists: catalog.checklists.filter(({ kind }) => kind === "checklist"), texts, since1904, seen: new Set(),
  };
  const found = sheets.map((sheet) => readSheet(sheet, reading));
  if (!found.includes(true)) throw new Refusal("no-lists");
  const { items, answers, hashes, unknownRows, problems } = reading;
  return { ok: true, details, items, answers, hashes, unknownRows, problems, ...(base && { base }) };
}

/** @param {Catalog} catalog @returns {Map<string, Known>}  By id, former ids included. */
function knownItems(catalog) {
  const all = catalog.checklists.flatMap(({ kind, items }) => items.map((item) => ({ ...item, question: kind === "decision" })));
  const former = all.flatMap((one) => (one.formerly ?? []).map((id) => /** @type {const} */ ([id, one])));
  return new Map([...former, ...all.map((one) => /** @type {const} */ ([one.id, one]))]);
}

/** @param {SheetRows} sheet @returns {Details | undefined}  None if it is not the hidden sheet. */
function readDetails({ rows }) {
  const values = new Map(rows.map(({ cells }) => [cells.get(0)?.value ?? "", cellText(cells.get(1)?.value ?? "")]));
  if (values.get("format") !== FORMAT) return undefined;
  const version = values.get("version") ?? "";
  if (version !== "1") throw new Refusal("newer-version", { version });
  return said(Object.fromEntries(["id", ...DETAILS].map((name) => [name, values.get(name)])));
}

/** @param {SheetRows} sheet */
function readBase({ rows }) {
  const parts = rows.filter(({ cells }) => cells.get(0)?.value === BASE).map(({ cells }) => cells.get(1)?.value ?? "");
  return parts.length ? baseFrom(parts) : undefined;
}

/** @param {SheetRows} sheet @param {Reading} reading @returns {boolean}  Whether it has a list. */
function readSheet(sheet, reading) {
  const { name, rows } = sheet;
  const header = rows.findIndex((row) => isHeader(findColumns(row, reading.texts)));
  if (header < 0) {
    if (isOurs(sheet, reading)) reading.problems.push({ sheet: name, cell: "", key: "no-header", value: "" });
    else if (rows.length && !isAbout(sheet, reading)) reading.problems.push({ sheet: name, cell: "", key: "own-sheet", value: "" });
    return false;
  }
  const places = findColumns(rows[header], reading.texts);
  for (const column of ENTERED) {
    if (!places.has(column)) reading.problems.push({ sheet: name, cell: "", key: "no-column", value: reading.texts.columns[column] });
  }
  for (const row of rows.slice(header + 1)) if (row.cells.size) readRow(new RowReader(name, row, places, reading));
  tellUnread(sheet, header, places, reading);
  return true;
}

/** @param {Places} places  With the hidden id, or with the code that people see. */
const isHeader = (places) => places.size > 1 && (places.has("id") || places.has("code"));

/** Tells of what people have added: columns of their own, and comments.
 * @param {SheetRows} sheet @param {number} header @param {Places} places @param {Reading} reading */
function tellUnread({ name, rows, comments }, header, places, { problems }) {
  const ours = new Set(places.values());
  const filled = new Set(rows.slice(header).flatMap(({ cells }) => [...cells.keys()]));
  for (const place of [...filled].filter((one) => !ours.has(one)).sort((one, other) => one - other)) {
    const title = cellText(rows[header]?.cells.get(place)?.value ?? "") || columnName(place);
    problems.push({ sheet: name, cell: "", key: "own-column", value: title.slice(0, SHORT) });
  }
  for (const [cell, text] of comments) problems.push({ sheet: name, cell, key: "comment", value: cellText(text).slice(0, SHORT) });
}

/** Whether it is the sheet that says what the plan or the workbook is, or the hidden one.
 * @param {SheetRows} sheet @param {Reading} reading */
const isAbout = ({ name, rows }, { texts: { about = "", printed = "" } }) =>
  [about, printed].map(folded).includes(folded(name)) || rows.some(({ cells }) => cells.get(1)?.value === FORMAT);

/** Whether a sheet without a usable header was one of ours: by its name, or by the codes of several rows.
 * @param {SheetRows} sheet @param {Reading} reading */
function isOurs({ name, rows }, { texts, codes }) {
  const coded = rows.filter(({ cells }) => [...cells.values()].some(({ value }) => codes.has(cellText(value))));
  return coded.length > 1 || Object.values(texts.phases).some((phase) => folded(phase) === folded(name));
}

/** @param {SheetRow | undefined} row @param {WorkbookTexts} texts @returns {Places} */
function findColumns(row, texts) {
  /** @type {Places} */
  const places = new Map();
  for (const [place, { value }] of row?.cells ?? []) {
    const column = COLUMNS.find((one) => folded(texts.columns[one]) === folded(value));
    if (column && !places.has(column)) places.set(column, place);
  }
  return places;
}

/** The code goes first, for it never changes and people see it; sorted without the hidden column, a row has the id of another item.
 * @param {RowReader} row */
function readRow(row) {
  const { reading, sheet } = row;
  const id = row.text("id") ?? "";
  const known = reading.codes.get(row.text("code") ?? "") ?? reading.catalog.get(id);
  if (!known) readOwn(row, id);
  else if (reading.seen.has(known.id)) row.problem(row.places.has("code") ? "code" : "id", "duplicate-id", known.code);
  else {
    reading.seen.add(known.id);
    reading.hashes.set(known.id, hashOf(known, row.text("text")));
    if (known.question) reading.answers[known.id] = readAnswer(row);
    else reading.items[known.id] = readItem(row);
  }
}

/** An item of the kommune's own; a row that nobody has used says nothing. By its id, or in its list where that is lost.
 * @param {RowReader} row @param {string} id */
function readOwn(row, id) {
  const { reading, sheet } = row;
  const isOwn = folded(row.text("code") ?? "") === folded(reading.texts.own ?? "-");
  const list = reading.lists.find((one) => one.id === listOf(id)) ?? reading.lists.find(({ title }) => isOwn && folded(title) === folded(row.text("list") ?? ""));
  const [text, entered] = [row.text("text"), readItem(row)];
  const isNew = !list || id === ownId(list.id, BLANK) || listOf(id) !== list.id || reading.seen.has(id);
  const isUsed = text || Object.values(entered).some(Boolean);
  if (!list || (isNew && !text && isUsed)) reading.unknownRows.push(`${sheet}!${row.number}`);
  if (!list || (isNew && !text)) return;
  const key = isNew ? ownId(list.id, tailOf(text ?? "")) : id;
  reading.seen.add(key);
  reading.items[key] = { ...said({ text }), ...entered };
}

/** A tail that the same text always gets, for what comes without an id. FNV-1a. @param {string} text */
function tailOf(text) {
  const hash = [...text].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5);
  return `z${(hash >>> 0).toString(36)}`;
}

/** Tells which text a verdict in the sheet was given on. Of another text than today's we need to know only that.
 * @param {Known} known @param {string | undefined} text @returns {string} */
function hashOf({ text: current, hash }, text) {
  const [today, then] = [current, text || current].map((one) => cellText(one).normalize("NFC").replace(/\s+/g, " "));
  return today === then ? hash : crc32(new TextEncoder().encode(then)).toString(16).padStart(12, "0");
}
