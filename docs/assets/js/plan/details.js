/**
 * What a plan says of itself: its name, kommuner, case number, period and place.
 *
 * @import { Plan } from "./types.js"
 * @import { Detail } from "./fields.js"
 *
 * @typedef {{[F in Detail]?: string | undefined}} Details
 */
import { DETAILS, demand, demandText, isInstant } from "./fields.js";

/** Throws Refusal where a text is too long. @param {Plan} plan @param {Details} details @param {string} now @returns {Plan} */
export function setDetails(plan, details, now) {
  const changed = { ...plan, changed: demand(isInstant, now, "changed") };
  for (const field of DETAILS) {
    if (Object.hasOwn(details, field)) changed[field] = demandText(details[field] ?? "", field);
  }
  return changed;
}
