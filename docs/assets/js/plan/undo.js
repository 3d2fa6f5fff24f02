/**
 * Undoing a change without undoing what has been changed since, here or in another window.
 *
 * @import { Plan } from "./types.js"
 * @typedef {Record<string, any>} Tree
 */
import { keyOf } from "./kommune.js";
import { readPlan, writePlan } from "./read.js";

/**
 * The later plan, with everything as it was before the change where nobody has touched it since.
 * @param {Plan} before @param {Plan} after @param {Plan} later @param {string} now @returns {Plan}
 */
export function takenBack(before, after, later, now) {
  const back = /** @type {Plan} */ (unkeyed(merged(keyed(before), keyed(after), keyed(later))));
  const read = readPlan(writePlan({ ...back, changed: now })); // Drops entries that say nothing any more.
  return read.ok ? read.plan : later;
}

/** @param {any} before @param {any} after @param {any} later @returns {any} */
function merged(before, after, later) {
  if (same(after, later)) return before;
  // What came or went with the change may have got more since.
  const [was, then, last] = [before ?? {}, after ?? {}, later ?? {}];
  if (same(before, after) || ![was, then, last].every(isTree)) return later;
  const names = Object.keys({ ...was, ...then, ...last });
  const pairs = names.map((name) => [name, merged(at(was, name), at(then, name), at(last, name))]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** @param {Tree} tree @param {string} name */
const at = (tree, name) => (Object.hasOwn(tree, name) ? tree[name] : undefined);

/** @param {unknown} value */
const isTree = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} one @param {unknown} other */
const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** The order of names never counts. @param {any} value @returns {any} */
function sorted(value) {
  if (!isTree(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])]));
}

/** Kommuner by name, so that one can be taken back without the others. @param {Plan} plan @returns {Tree} */
function keyed({ kommuneAnswers, ...plan }) {
  return { ...plan, ...(kommuneAnswers && { kommuneAnswers: Object.fromEntries(kommuneAnswers.map((one) => [`=${keyOf(one.kommune)}`, one])) }) };
}

/** @param {Tree} tree @returns {Tree} */
function unkeyed({ kommuneAnswers, ...tree }) {
  const list = Object.values(kommuneAnswers ?? {}).filter(({ kommune }) => kommune);
  return { ...tree, ...(list.length && { kommuneAnswers: list }) };
}
