/**
 * The kommuner whose answers stand side by side in a plan: one of each, in the order of their names.
 *
 * @import { KommuneAnswers, Plan } from "./types.js"
 */

/** What is the same in two ways to write one name. @param {string} name */
export const keyOf = (name) => name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

/** Norwegian order; names that it takes for equal still have one.
 * @param {{kommune: string}} one @param {{kommune: string}} other */
export function byName(one, other) {
  const [key, next] = [keyOf(one.kommune), keyOf(other.kommune)];
  return key.localeCompare(next, "nb") || (key < next ? -1 : 1);
}

/** @param {Plan} plan @param {readonly KommuneAnswers[]} kommuner @returns {Plan} */
export function withKommuner(plan, kommuner) {
  const { kommuneAnswers: _, ...rest } = plan;
  return kommuner.length ? { ...rest, kommuneAnswers: [...kommuner].sort(byName) } : rest;
}
