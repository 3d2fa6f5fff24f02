/**
 * Which items the reader has met: those that come to a list later are shown as new.
 *
 * @import { Plan } from "./types.js"
 */
import { listOf } from "./own-items.js";

/**
 * The plan when this item has been worked on: the first time on a list, all of the list is met.
 * @param {Plan} plan
 * @param {string} id
 * @param {readonly string[]} list  The ids of the items that stand on the item's list now.
 * @returns {Plan}
 */
export function meet(plan, id, list) {
  if (plan.known?.includes(id)) return plan;
  const known = new Set(plan.known);
  const met = list.some((one) => known.has(one)) ? [] : list;
  return withKnown(plan, [...known, ...met, ...(listOf(id) ? [] : [id])]);
}

/**
 * Tells whether an item has come to a list that the reader had already worked on.
 * @param {Plan} plan
 * @param {readonly string[]} list
 * @returns {(names: readonly string[]) => boolean}  By the item's id, and those it had before.
 */
export function newOn(plan, list) {
  const known = new Set(plan.known);
  const begun = list.some((one) => known.has(one));
  return (names) => begun && !names.some((name) => known.has(name));
}

/** @param {Plan} plan @param {readonly string[]} ids @returns {Plan} */
export const withKnown = (plan, ids) => (ids.length ? { ...plan, known: [...new Set(ids)].sort() } : plan);
