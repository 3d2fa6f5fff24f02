/**
 * One field of a plan as two sides have it, with a name that it can be told of by.
 *
 * @import { Plan } from "./types.js"
 *
 * @typedef {object} Pair  A field as the two have it; "" where one has nothing.
 * @property {"items" | "answers" | "details" | "kommuner" | "other"} where  "other" is what nobody here knows.
 * @property {string} id  Of the item or question, behind the kommune if one of several answered
 *   it; "plan" for a detail.
 * @property {string} field
 * @property {string} mine
 * @property {string} theirs
 */
import { DETAILS } from "./fields.js";
import { keyOf } from "./kommuner.js";

/** For example "items/beslutning-mandat/due" or "details/plan/period".
 * @param {Pick<Pair, "where" | "id" | "field">} pair */
export const choiceKey = ({ where, id, field }) => `${where}/${id}/${field}`;

/** What a field is called where it is told of. @param {string[]} path @param {any} mine @param {any} theirs
 * @param {Map<string, string>} names @returns {Pair} */
export function pairAt(path, mine, theirs, names) {
  const [first = "", id = "", third = "", question = "", last] = path;
  const values = { mine: shown(mine), theirs: shown(theirs) };
  if (!id && DETAILS.some((detail) => detail === first)) return { where: "details", id: "plan", field: first, ...values };
  if ((first === "items" || first === "answers") && path.length === 3) return { where: first, id, field: third, ...values };
  if (first === "kommuneAnswers" && last) return { where: "kommuner", id: `${names.get(id) ?? id}: ${question}`, field: last, ...values };
  return { where: "other", id: path.slice(0, -1).join(" "), field: path.at(-1) ?? "", ...values };
}

/** How the kommuner are written, by their keys; the last that says it counts. @param {...Plan} plans */
export const namesIn = (...plans) => new Map(plans.flatMap((plan) => (plan.kommuneAnswers ?? []).map(({ kommune }) => [keyOf(kommune), kommune])));

/** A verdict without its hash. @param {any} value */
const shown = (value) => (value === undefined ? "" : String(Array.isArray(value) ? value[0] : value));
