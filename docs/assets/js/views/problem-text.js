/** What is wrong with keeping the work, in words. */
import { wordGroup, words } from "./words.js";

/** @import { Catalog } from "../plan/types.js" */

/** @param {import("../store/store.js").Told} told @param {Catalog} catalog */
export function problemText({ key, where, id, field = "", mine = "", theirs = "" }, catalog) {
  const values = { mine: briefly(mine), theirs: briefly(theirs) };
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
  return ids.length && name !== path ? words("field-on", { name, item: ids.map((one) => codes.get(one) ?? one).join(", ") }) : name;
}

/** @param {string} value */
const briefly = (value) => wordGroup("value")[value] ?? (value.length > 100 ? `${value.slice(0, 100)}…` : value || words("value.empty"));
