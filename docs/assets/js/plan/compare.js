/**
 * Two versions of a plan, field by field: what only one has, what both say, where they disagree.
 *
 * @import { Plan } from "./types.js"
 * @import { Tree } from "./tree.js"
 *
 * @typedef {object} Pair  A field as the two have it; "" where one has nothing.
 * @property {"items" | "answers" | "details" | "kommuner" | "other"} where  "other" is what nobody here knows.
 * @property {string} id  Of the item or question, behind the kommune if one of several answered
 *   it; "plan" for a detail.
 * @property {string} field
 * @property {string} mine
 * @property {string} theirs
 *
 * @typedef {{onlyMine: Pair[], onlyTheirs: Pair[], same: Pair[], differ: Pair[]}} Comparison
 */
import { DETAILS, KINDS } from "./fields.js";
import { keyOf } from "./kommune.js";
import { at, isTree, treeOf } from "./tree.js";

const ORDER = ["items", "answers", "details", "kommuner"];
const FIELDS = [...DETAILS, ...[KINDS.items, KINDS.answers].flatMap(({ forms }) => Object.keys(forms))].filter((field) => !["hash", "changed"].includes(field));

/** For example "items/beslutning-mandat/due" or "details/plan/period".
 * @param {Pick<Pair, "where" | "id" | "field">} pair */
export const choiceKey = ({ where, id, field }) => `${where}/${id}/${field}`;

/** @param {Plan} mine @param {Plan} theirs @returns {Comparison} */
export function compare(mine, theirs) {
  const pairs = leaves(treeOf(mine), treeOf(theirs), [], namesIn(theirs, mine)).filter(({ where, field }) => where !== "other" && FIELDS.includes(field));
  pairs.sort((one, other) => ORDER.indexOf(one.where) - ORDER.indexOf(other.where) || byText(one.id, other.id) || FIELDS.indexOf(one.field) - FIELDS.indexOf(other.field));
  return {
    onlyMine: pairs.filter((pair) => !pair.theirs),
    onlyTheirs: pairs.filter((pair) => !pair.mine),
    same: pairs.filter((pair) => pair.mine === pair.theirs),
    differ: pairs.filter((pair) => pair.mine && pair.theirs && pair.mine !== pair.theirs),
  };
}

/** @param {any} mine @param {any} theirs @param {string[]} path @param {Map<string, string>} names @returns {Pair[]} */
function leaves(mine, theirs, path, names) {
  if (!isTree(mine) && !isTree(theirs)) return [pairAt(path, mine, theirs, names)];
  const [one, other] = [mine, theirs].map((side) => (isTree(side) ? side : {}));
  return Object.keys({ ...one, ...other }).flatMap((name) => leaves(at(one, name), at(other, name), [...path, name], names));
}

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

/** @param {string} one @param {string} other */
const byText = (one, other) => (one === other ? 0 : one < other ? -1 : 1);
