/** A plan as few bytes, and back: the inside of a link, version 1. */
import { ANSWERS, DETAILS, KINDS, demand, demandText, isId, makeEntry, own } from "../../plan/fields.js";
import { keeper, moreOf } from "../../plan/more.js";
import { itemsOf } from "../../plan/renamed.js";
import { mapped } from "../../plan/tree.js";
import { PLAN } from "../json.js";
import { ByteReader, ByteWriter } from "./bytes.js";
import * as columns from "./columns.js";
import * as keys from "./keys.js";

/** @import { Detail, Where } from "../../plan/fields.js" */
/** @import { Catalog, CatalogItem, CatalogList, Plan } from "../../plan/types.js" */
/** @import { Column, Entry, Row } from "./columns.js" */

const STATES = ["done", "na"];
const NOTES = ["note", "reason"];
const WHERE = /** @type {const} */ (["items", "answers"]);

/** @type {Record<Where, CatalogList["kind"]>} */
const LISTS = { items: "checklist", answers: "decision" };

/** @param {Plan} plan @param {Catalog} catalog @param {boolean} notes  Whether notes and reasons are told too. */
export function planToBytes(plan, catalog, notes) {
  const writer = new ByteWriter();
  writer.number(notes ? 1 : 0);
  writer.text(plan.id);
  for (const detail of DETAILS) writer.text(plan[detail]);
  writer.number(columns.millisecondsOf(plan.changed));
  writeTable(writer, "items", plan.items, catalog, notes);
  writeTable(writer, "answers", plan.answers, catalog, notes);
  writeRest(writer, plan, notes);
  return writer.bytes();
}

/** Throws a Refusal if a value is not valid, another error if the bytes are no plan.
 * @param {Uint8Array} bytes @param {Catalog} catalog @returns {{plan: Plan, unknown: string[]}} */
export function planFromBytes(bytes, catalog) {
  const reader = new ByteReader(bytes);
  const notes = reader.number() === 1;
  const details = readDetails(reader);
  const items = readTable(reader, "items", catalog, notes);
  const answers = readTable(reader, "answers", catalog, notes);
  /** @type {Plan} */
  const plan = { format: "sjekkliste-plan", version: 1, ...details, items: items.entries, answers: answers.entries };
  return { plan: withRest(plan, reader), unknown: [...items.unknown, ...answers.unknown] };
}

/** What the tables have no column for, as text behind all that they have: earlier versions read no further. What
 * later ones have written goes along with the notes.
 * @param {ByteWriter} writer @param {Plan} plan @param {boolean} notes */
function writeRest(writer, plan, notes) {
  const left = (/** @type {Where} */ where) => mapped(plan[where], (entry) => ({ ...(entry.text && { text: entry.text }), ...(notes && moreOf(entry, Object.keys(KINDS[where].forms))) }));
  const rest = { ...(notes && moreOf(plan, PLAN)), ...filled({ items: filled(left("items")), answers: filled(left("answers")) }) };
  if (Object.keys(rest).length) writer.text(JSON.stringify(rest));
}

/** @param {Record<string, object>} table */
const filled = (table) => Object.fromEntries(Object.entries(table).filter(([, values]) => Object.keys(values).length > 0));

/** @param {Plan} plan @param {ByteReader} reader @returns {Plan} */
function withRest(plan, reader) {
  const rest = reader.isAtEnd ? {} : JSON.parse(reader.text());
  const more = keeper();
  const tables = WHERE.map((where) => {
    const added = Object.entries(rest[where] ?? {}).map(([id, values]) => {
      const entry = { ...own(plan[where], id), text: values.text };
      return [id, makeEntry(where, id, entry, more(values, Object.keys(KINDS[where].forms)))];
    });
    return [where, { ...plan[where], ...Object.fromEntries(added.filter(([, entry]) => entry)) }];
  });
  return { ...plan, ...Object.fromEntries(tables), ...more(rest, PLAN) };
}

/** @param {ByteReader} reader @returns {Record<"id" | "changed" | Detail, string>} */
function readDetails(reader) {
  const id = demand(isId, reader.text(), "id");
  const details = Object.fromEntries(DETAILS.map((detail) => [detail, demandText(reader.text(), detail)]));
  const changed = demandText(columns.timeOf(reader.number()), "changed");
  return { id, .../** @type {Record<Detail, string>} */ (details), changed };
}

/**
 * @param {ByteWriter} writer
 * @param {Where} where
 * @param {Record<string, Entry>} entries
 * @param {Catalog} catalog
 * @param {boolean} notes
 */
function writeTable(writer, where, entries, catalog, notes) {
  const items = [...itemsOf(catalog, LISTS[where]).values()];
  const told = ["state", "answer", "owner", "due", ...(notes ? NOTES : [])];
  const rows = keys.rowsOf(entries, items).filter(({ entry }) => told.some((field) => entry[field]));
  const texts = textsOf(rows, notes ? ["owner", ...NOTES] : ["owner"]);
  writer.number(texts.length);
  for (const text of texts) writer.text(text);
  keys.writeKeys(writer, rows);
  for (const column of columnsOf(where, items, texts, notes)) columns.writeColumn(writer, column, rows);
}

/** @param {ByteReader} reader @param {Where} where @param {Catalog} catalog @param {boolean} notes */
function readTable(reader, where, catalog, notes) {
  const items = [...itemsOf(catalog, LISTS[where]).values()];
  /** @type {string[]} */
  const texts = [];
  for (let count = reader.number(); count > 0; count--) texts.push(reader.text());
  const rows = keys.readKeys(reader);
  for (const column of columnsOf(where, items, texts, notes)) columns.readColumn(reader, column, rows);
  return keys.entriesOf(where, rows, items);
}

/**
 * @param {Where} where
 * @param {CatalogItem[]} items
 * @param {string[]} texts  Owners, notes and reasons, each once.
 * @param {boolean} notes
 * @returns {Column[]}
 */
function columnsOf(where, items, texts, notes) {
  const hash = columns.hashColumn("hash", keys.valuesByKey(items, (item) => item.hash));
  const traces = [hash, columns.secondColumn("changed")];
  const remark = notes ? [columns.choiceColumn(where === "items" ? "note" : "reason", texts)] : [];
  if (where === "answers") return [columns.choiceColumn("answer", ANSWERS), ...traces, ...remark];
  const owner = columns.choiceColumn("owner", texts);
  return [columns.choiceColumn("state", STATES), owner, columns.dayColumn("due"), ...traces, ...remark];
}

/** @param {Row[]} rows @param {readonly string[]} fields */
function textsOf(rows, fields) {
  const texts = rows.flatMap(({ entry }) => fields.map((field) => entry[field]));
  return [...new Set(texts.flatMap((text) => (text ? [text] : [])))];
}
