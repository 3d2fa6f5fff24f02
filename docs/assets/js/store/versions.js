/**
 * Which version of a plan another was made from. What is stored says whose writes are in it, so that a window
 * can tell what has been taken away from what was never seen.
 *
 * @import { Plan } from "../plan/types.js"
 *
 * @typedef {Record<string, number>} Seen  By who wrote, which write is the last that is in.
 * @typedef {{plan: Plan, seen: Seen}} Version
 */
import { writePlan } from "../formats/json.js";

/** A name that no file has. */
const SEEN = "sjekkliste-seen";
const WRITERS = 50;
const VERSIONS = 20;

/** The plan as it is stored, and not in a file. @param {Plan} plan @param {Seen} seen */
export const sealed = (plan, seen) => writePlan(/** @type {Plan} */ ({ ...plan, [SEEN]: seen }));

/** @param {Plan} plan @returns {{plan: Plan, seen: Seen | undefined}} undefined where somebody else wrote it. */
export function unsealed(plan) {
  const { [SEEN]: seen, ...rest } = /** @type {Plan & {[SEEN]?: unknown}} */ (plan);
  const counts = Object.entries(typeof seen === "object" && seen ? seen : {}).filter(([, count]) => Number.isSafeInteger(count));
  return { plan: rest, seen: counts.length ? Object.fromEntries(counts) : undefined };
}

/** One more write; those who have been silent for long are forgotten.
 * @param {Seen} seen @param {string} writer @param {number} count @returns {Seen} */
export function counted(seen, writer, count) {
  const others = Object.entries(seen).filter(([other]) => other !== writer);
  return Object.fromEntries([...others, [writer, count]].slice(-WRITERS));
}

/** @param {Seen} one @param {Seen} other @returns {Seen} */
export function together(one, other) {
  const newer = Object.entries(other).filter(([writer, count]) => count > (one[writer] ?? 0));
  return { ...one, ...Object.fromEntries(newer) };
}

/** Whether everything that is in the second is in the first. @param {Seen} one @param {Seen} other */
export const covers = (one, other) => Object.entries(other).every(([writer, count]) => (one[writer] ?? 0) >= count);

/** The newest that one with these writes can have been made from: whose last write is among them. With it
 * came all that it had seen, also from those who are forgotten since.
 * @param {readonly Version[]} versions @param {Seen} seen */
export const baseFor = (versions, seen) => versions.findLast((one) => covers(seen, Object.fromEntries(Object.entries(one.seen).slice(-1))));

/** @param {readonly Version[]} versions @param {Version} version */
export const withVersion = (versions, version) => [...versions, version].slice(-VERSIONS);
