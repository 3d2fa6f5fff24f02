/** What is wrong with keeping the work, in words. */
import { listOf } from "../plan/own-items.js";
import { wordGroup, words } from "./words.js";

/** @import { Catalog } from "../plan/types.js" */

const LONGEST = 100; // Characters of a value.
const BEFORE = 20; // Of them before what differs.

/** @param {import("../store/store.js").Told} told @param {Catalog} catalog */
export function problemText({ key, where, id, field = "", mine = "", theirs = "" }, catalog) {
  const start = differenceIn(mine, theirs);
  const values = { mine: briefly(mine, start), theirs: briefly(theirs, start) };
  return words(`problem.${key}`, { ...values, field: fieldName([where, id, field].filter(Boolean).join("."), catalog) });
}

/** Why something that came in cannot be read. @param {"read" | "link"} group @param {import("../plan/types.js").ReadError} error @param {string} [file] */
export const errorText = (group, { key, values }, file = "") => words(`${group}.${key}`, { ...values, file, ...(values["field"] && { field: fieldName(values["field"]) }) });

/** What a field is called, and which item it stands on: «Merknad (F3.6)». @param {string} path  As in the file.
 * @param {Catalog} [catalog] */
function fieldName(path, catalog) {
  const names = path.split(/[.]|: /);
  const name = wordGroup("field")[names.at(-1) ?? ""] ?? path;
  const ids = names.slice(1, -1).filter((one) => !["answers", "plan"].includes(one));
  const codes = new Map(catalog?.checklists.flatMap(({ items }) => items.map(({ id, code }) => [id, code])));
  return ids.length && name !== path ? words("field-on", { name, item: ids.map((one) => codes.get(one) ?? (listOf(one) ? words("own.code") : one)).join(", ") }) : name;
}

/** Where to begin, so that what two long texts differ in is seen. @param {string} one @param {string} other */
function differenceIn(one, other) {
  let first = 0;
  while (first < one.length && one[first] === other[first]) first += 1;
  return first + BEFORE > LONGEST ? first - BEFORE : 0;
}

/** @param {string} value @param {number} start */
function briefly(value, start) {
  const text = `${start ? "…" : ""}${value.slice(start, start + LONGEST)}${value.length > start + LONGEST ? "…" : ""}`;
  return wordGroup("value")[value] ?? (value ? text : words("value.empty"));
}
