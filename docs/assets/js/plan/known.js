/**
 * Which items the reader has met: those that come to a list later are shown as new.
 *
 * @import { Plan } from "./types.js"
 */

/**
 * The plan when this item has been worked on: the first time on a list, all of the list is met.
 * @param {Plan} plan
 * @param {string} id
 * @param {readonly string[]} list  The ids of the items that stand on the item's list now.
 * @returns {Plan}
 */
export function meet(plan, id, list) {
  const known = new Set(plan.known);
  const met = list.some((one) => known.has(one)) ? [id] : [id, ...list];
  return withKnown(plan, [...known, ...met]);
}

/**
 * Whether the item has come to a list that the reader had already worked on.
 * @param {Plan} plan
 * @param {readonly string[]} names  The item's id, and those it had before.
 * @param {readonly string[]} list
 */
export function isNew(plan, names, list) {
  const known = new Set(plan.known);
  return list.some((one) => known.has(one)) && !names.some((name) => known.has(name));
}

/** @param {Plan} plan @param {readonly string[]} ids @returns {Plan} */
export const withKnown = (plan, ids) => (ids.length ? { ...plan, known: [...new Set(ids)].sort() } : plan);
