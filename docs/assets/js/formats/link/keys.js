/** How a link names items: by code, which is short and permanent; by id what the catalog does not have. */

import { LIMITS, isId, makeEntry } from "../../plan/fields.js";
import { listOf } from "../../plan/own-items.js";
import { Refusal } from "../../plan/refusal.js";

/** @import { Fields, Where } from "../../plan/fields.js" */
/** @import { CatalogItem } from "../../plan/types.js" */
/** @import { ByteReader, ByteWriter } from "./bytes.js" */
/** @import { Entry, Row } from "./columns.js" */

/** The entries in the catalog's order, then those it does not have.
 * @param {Record<string, Entry>} entries  By id. @param {CatalogItem[]} items @returns {Row[]} */
export function rowsOf(entries, items) {
  const left = new Map(Object.entries(entries));
  /** @type {Row[]} */
  const rows = [];
  for (const { id, code } of items) {
    const entry = left.get(id);
    if (entry) rows.push({ key: code, entry });
    left.delete(id);
  }
  return [...rows, ...Array.from(left, ([key, entry]) => ({ key, entry }))];
}

/**
 * What is unknown only by its code has no id to be kept by; what has an id is kept.
 * @param {Where} where
 * @param {Row[]} rows
 * @param {CatalogItem[]} items
 * @returns {{entries: Record<string, Fields>, unknown: string[]}}  By id, and the keys that the catalog does not have.
 */
export function entriesOf(where, rows, items) {
  const known = valuesByKey(items, () => "");
  const ids = new Map(items.map(({ id, code }) => [code, id]));
  /** @type {Map<string, Fields>} */
  const entries = new Map();
  for (const { key, entry } of rows) {
    const id = ids.get(key) ?? key;
    if (entries.has(id)) throw new Refusal("bad-field", { field: `${where}.${id}` });
    const made = isId(id) ? makeEntry(where, id, entry) : undefined;
    if (made) entries.set(id, made);
  }
  const unknown = rows.map(({ key }) => key).filter((key) => !known.has(key) && !listOf(key));
  return { entries: Object.fromEntries(entries), unknown };
}

/**
 * @param {CatalogItem[]} items
 * @param {(item: CatalogItem) => string} valueOf
 * @returns {Map<string, string>}  By code and by every id, the present ones last so that they win.
 */
export function valuesByKey(items, valueOf) {
  /** @type {Map<string, string>} */
  const values = new Map();
  for (const item of items) for (const id of item.formerly ?? []) values.set(id, valueOf(item));
  for (const item of items) values.set(item.id, valueOf(item)).set(item.code, valueOf(item));
  return values;
}

/** @param {ByteWriter} writer @param {Row[]} rows */
export function writeKeys(writer, rows) {
  writer.number(rows.length);
  let last = "";
  for (const { key } of rows) {
    writer.text(key === successor(last) ? "" : key);
    last = key;
  }
}

/** @param {ByteReader} reader @returns {Row[]} */
export function readKeys(reader) {
  const count = reader.number();
  if (count > LIMITS.entries) throw new RangeError("too many entries");
  /** @type {Row[]} */
  const rows = [];
  let last = "";
  for (let index = 0; index < count; index++) {
    last = reader.text() || successor(last);
    rows.push({ key: last, entry: {} });
  }
  return rows;
}

/** @param {string} key  F3.9 gives F3.10. */
const successor = (key) => key.replace(/[0-9]+$/, (digits) => String(Number(digits) + 1));
