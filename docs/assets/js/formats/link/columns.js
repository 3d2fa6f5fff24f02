/**
 * One field of all entries, as small numbers. Column by column packs better than entry by
 * entry, as neighbours in a column resemble each other. 0 is an empty cell.
 *
 * @typedef {Record<string, string | undefined>} Entry
 * @typedef {{key: string, entry: Entry}} Row  An entry and the code or id of its item.
 *
 * @typedef {object} Column
 * @property {string} field
 * @property {boolean} [steps]  Whether a value is told by its distance from the one before.
 * @property {(value: string) => number} pack  From 0; -1 or NaN if it cannot be told.
 * @property {(value: number, key: string) => string | undefined} unpack  Undefined if there is no such value.
 */

import { Refusal } from "../../plan/refusal.js";

/** @import { ByteReader, ByteWriter } from "./bytes.js" */

const FIRST = Date.parse("0000-01-01");
const HASH_LENGTH = 12;

/** Three of a hash's digits: enough to tell, all but once in 4,096 times, that the text has changed. */
const HASH_DIGITS = 3;

/** @param {string} field @param {readonly string[]} options @returns {Column} */
export function choiceColumn(field, options) {
  const places = new Map(options.map((option, place) => [option, place]));
  return { field, pack: (value) => places.get(value) ?? -1, unpack: (value) => options[value] };
}

/** @param {string} field @returns {Column} */
export function dayColumn(field) {
  return {
    field,
    steps: true,
    pack: (value) => (Date.parse(value) - FIRST) / 86_400_000,
    unpack: (value) => timeOf(value * 86_400_000)?.slice(0, 10),
  };
}

/** Seconds: milliseconds would make a long link a fifth longer. @param {string} field @returns {Column} */
export function secondColumn(field) {
  return {
    field,
    steps: true,
    pack: (value) => Math.floor((Date.parse(value) - FIRST) / 1000),
    unpack: (value) => timeOf(value * 1000),
  };
}

/** A hash that the reader's own catalog does not have ends in zeros, so it still differs from the item's.
 * @param {string} field @param {ReadonlyMap<string, string>} hashes  The catalog's hashes, by code and id. @returns {Column} */
export function hashColumn(field, hashes) {
  return {
    field,
    pack: (value) => parseInt(value.slice(0, HASH_DIGITS), 16),
    unpack: (value, key) => {
      const digits = value.toString(16).padStart(HASH_DIGITS, "0");
      if (digits.length > HASH_DIGITS) return undefined;
      const own = hashes.get(key);
      return own?.startsWith(digits) ? own : digits.padEnd(HASH_LENGTH, "0");
    },
  };
}

/** @param {string} time  ISO 8601. */
export const millisecondsOf = (time) => Date.parse(time) - FIRST;

/** @param {number} milliseconds  Since the first day that a date can name. @returns {string | undefined} */
export function timeOf(milliseconds) {
  const time = new Date(FIRST + milliseconds);
  const named = time.getTime() >= FIRST && time.getUTCFullYear() <= 9999;
  return named ? time.toISOString() : undefined;
}

/** @param {ByteWriter} writer @param {Column} column @param {Row[]} rows */
export function writeColumn(writer, column, rows) {
  let last = 0;
  for (const { entry } of rows) {
    const text = entry[column.field];
    const value = text ? column.pack(text) : -1;
    writer.number(value >= 0 ? 1 + (column.steps ? folded(value - last) : value) : 0);
    if (value >= 0) last = value;
  }
}

/** Fills in the rows' entries. @param {ByteReader} reader @param {Column} column @param {Row[]} rows */
export function readColumn(reader, column, rows) {
  let last = 0;
  for (const { key, entry } of rows) {
    const cell = reader.number();
    if (cell === 0) continue;
    last = column.steps ? last + unfolded(cell - 1) : cell - 1;
    const text = column.unpack(last, key);
    if (text === undefined) throw new Refusal("bad-field", { field: `${key}.${column.field}` });
    entry[column.field] = text;
  }
}

/** @param {number} step  Any whole number; small ones, also below 0, give small ones. */
const folded = (step) => step < 0 ? -2 * step - 1 : 2 * step;

/** @param {number} number */
const unfolded = (number) => number % 2 ? -(number + 1) / 2 : number / 2;
