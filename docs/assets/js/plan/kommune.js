/**
 * The kommuner whose answers stand side by side in a plan: one of each, in the order of their names.
 *
 * @import { KommuneAnswers, Plan } from "./types.js"
 */

/** What is the same in two ways to write one name. @param {string} name */
export const keyOf = (name) => name.trim().replace(/\s+/g, " ").toLowerCase();

/** @param {Plan} plan @param {readonly KommuneAnswers[]} kommuner @returns {Plan} */
export function withKommuner(plan, kommuner) {
  const { kommuneAnswers: _, ...rest } = plan;
  const sorted = [...kommuner].sort((one, other) => (keyOf(one.kommune) < keyOf(other.kommune) ? -1 : 1));
  return sorted.length ? { ...rest, kommuneAnswers: sorted } : rest;
}
