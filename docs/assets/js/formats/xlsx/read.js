import { unzip } from "../zip/unzip.js";
import { Refusal, refused } from "../../plan/refusal.js";
import { BASE, baseFrom } from "./base.js";
import { cellText } from "./cells.js";
import { readPackage } from "./package.js";
import { folded, readAnswer, readItem, RowReader } from "./row.js";
import { COLUMNS } from "./sheet.js";
import { FORMAT } from "./write.js";

/** @import { Catalog, ReadError } from "../../plan/types.js" */
/** @import { Details, WorkbookTexts } from "./xlsx.js" */
/** @import { SheetRow, SheetRows } from "./package.js" */
/** @import { Known, Places, Reading } from "./row.js" */

/** The columns that people work in. */
const ENTERED = /** @type {const} */ (["status", "owner", "due", "note"]);

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
  const codes = new Set([...known.values()].map((one) => one.code));
  const details = sheets.map(readDetails).find(Boolean) ?? {};
  const base = sheets.map(readBase).find(Boolean);
  /** @type {Reading} */
  const reading = {
    ok: true, details, items: {}, answers: {}, unknownRows: [], problems: [],
    catalog: known, codes, texts, since1904, seen: new Set(),
  };
  const found = sheets.map((sheet) => readSheet(sheet, reading));
  if (!found.includes(true)) throw new Refusal("no-lists");
  const { items, answers, unknownRows, problems } = reading;
  return { ok: true, details, items, answers, unknownRows, problems, ...(base && { base }) };
}

/** @param {Catalog} catalog @returns {Map<string, Known>}  By id, former ids included. */
function knownItems(catalog) {
  const all = catalog.checklists.flatMap(({ kind, items }) =>
    items.map((item) => ({ ...item, known: { id: item.id, code: item.code, question: kind === "decision" } })),
  );
  const former = all.flatMap(({ formerly = [], known }) => formerly.map((id) => /** @type {const} */ ([id, known])));
  return new Map([...former, ...all.map(({ id, known }) => /** @type {const} */ ([id, known]))]);
}

/** @param {SheetRows} sheet @returns {Details | undefined}  None if it is not the hidden sheet. */
function readDetails({ rows }) {
  const values = new Map(rows.map(({ cells }) => [cells.get(0)?.value ?? "", cellText(cells.get(1)?.value ?? "")]));
  if (values.get("format") !== FORMAT) return undefined;
  const version = values.get("version") ?? "";
  if (version !== "1") throw new Refusal("newer-version", { version });
  /** @type {Details} */
  const details = {};
  for (const name of /** @type {const} */ (["id", "name", "kommuner", "caseNumber", "period", "location"])) {
    const value = values.get(name);
    if (value !== undefined) details[name] = value;
  }
  return details;
}

/** @param {SheetRows} sheet */
function readBase({ rows }) {
  const parts = rows.filter(({ cells }) => cells.get(0)?.value === BASE).map(({ cells }) => cells.get(1)?.value ?? "");
  return parts.length ? baseFrom(parts) : undefined;
}

/** @param {SheetRows} sheet @param {Reading} reading @returns {boolean}  Whether it has a list. */
function readSheet({ name, rows }, reading) {
  const header = rows.findIndex((row) => findColumns(row, reading.texts).has("id"));
  const places = findColumns(rows[header], reading.texts);
  if (!places.has("id") || places.size < 2) {
    if (isOurs({ name, rows }, reading)) reading.problems.push({ sheet: name, cell: "", key: "no-header", value: "" });
    return false;
  }
  for (const column of ENTERED) {
    if (!places.has(column)) reading.problems.push({ sheet: name, cell: "", key: "no-column", value: reading.texts.columns[column] });
  }
  for (const row of rows.slice(header + 1)) if (row.cells.size) readRow(new RowReader(name, row, places, reading));
  return true;
}

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

/** @param {RowReader} row */
function readRow(row) {
  const { reading, sheet } = row;
  const id = row.text("id") ?? "";
  const known = reading.catalog.get(id);
  if (!known) {
    reading.unknownRows.push(`${sheet}!${row.number}`);
    return;
  }
  const code = row.text("code") ?? "";
  // Sorted without the hidden column, a row has the id of another item.
  if (code !== known.code && reading.codes.has(code)) row.problem("code", "other-code", code);
  else if (reading.seen.has(known.id)) row.problem("id", "duplicate-id", id);
  else {
    reading.seen.add(known.id);
    if (known.question) define(reading.answers, known.id, readAnswer(row));
    else define(reading.items, known.id, readItem(row));
  }
}

/**
 * @template Value
 * @param {Record<string, Value>} target
 * @param {string} key  May be "__proto__".
 * @param {Value} value
 */
function define(target, key, value) {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}
