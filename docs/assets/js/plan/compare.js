/**
 * Two versions of a plan, field by field: what only one has, what both say, where they disagree.
 *
 * @import { Plan } from "./types.js"
 * @import { Pair } from "./pair.js"
 *
 * @typedef {{onlyMine: Pair[], onlyTheirs: Pair[], same: Pair[], differ: Pair[]}} Comparison
 */
import { DETAILS, KINDS, NO_DETAILS, own } from "./fields.js";
import { namesIn, pairAt } from "./pair.js";
import { isTree, treeOf } from "./tree.js";

const ORDER = ["items", "answers", "details", "kommuner"];
const FIELDS = [...DETAILS, ...[KINDS.items, KINDS.answers].flatMap(({ forms }) => Object.keys(forms))].filter((field) => !["hash", "changed"].includes(field));

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

/** A plan with these fields alone. @param {Plan} plan @param {Pair[]} pairs @returns {Plan} */
export function only(plan, pairs) {
  const kept = (/** @type {"items" | "answers"} */ where) => Object.fromEntries(Object.entries(plan[where]).map(([id, entry]) => {
    const fields = pairs.filter((pair) => pair.where === where && pair.id === id).map(({ field }) => field);
    return [id, Object.fromEntries(Object.entries(entry).filter(([field]) => [...fields, "hash"].includes(field)))];
  }));
  const { format, version, id } = plan;
  return { format, version, id, changed: "", ...NO_DETAILS, items: kept("items"), answers: kept("answers") };
}

/** @param {any} mine @param {any} theirs @param {string[]} path @param {Map<string, string>} names @returns {Pair[]} */
function leaves(mine, theirs, path, names) {
  if (!isTree(mine) && !isTree(theirs)) return [pairAt(path, mine, theirs, names)];
  const [one, other] = [mine, theirs].map((side) => (isTree(side) ? side : {}));
  return Object.keys({ ...one, ...other }).flatMap((name) => leaves(own(one, name), own(other, name), [...path, name], names));
}

/** @param {string} one @param {string} other */
const byText = (one, other) => (one === other ? 0 : one < other ? -1 : 1);
