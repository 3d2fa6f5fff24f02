/**
 * What plans are called where several stand beside each other.
 *
 * @import { Plan } from "./types.js"
 */
import { LIMITS } from "./fields.js";
import { keyOf } from "./kommuner.js";

const COPIES = Array.from({ length: 99 }, (_, index) => index + 1);
const ROOM = 20; // What is hung on a name that is as long as a field may be.

/** What its reader knows the plan by; "" if it has no name. @param {Plan} plan */
export const labelOf = (plan) => plan.name.trim() || plan.kommuner.trim();

/** Whether the two say that they are the plans of different kommuner, or have different names.
 * @param {Plan} mine @param {Plan} theirs */
export function isAnother(mine, theirs) {
  if (mine.id === theirs.id || !labelOf(mine) || !labelOf(theirs)) return false;
  const field = /** @type {const} */ (["kommuner", "name"]).find((one) => mine[one].trim() && theirs[one].trim());
  const [one, other] = [mine, theirs].map((plan) => keyOf(field ? plan[field] : labelOf(plan)));
  return one !== other;
}

/**
 * A name that none of the others has; the copy of a copy is a copy of the first.
 * @param {string} name
 * @param {readonly string[]} taken
 * @param {(name: string, number: number) => string} format  The name of the copy with this number.
 */
export function copyName(name, taken, format) {
  const suffix = COPIES.map((number) => format("", number)).find((one) => name.endsWith(one)) ?? "";
  const first = name.slice(0, name.length - suffix.length).slice(0, LIMITS.text - ROOM);
  return COPIES.map((number) => format(first, number)).find((one) => !taken.includes(one)) ?? format(first, 1);
}

/**
 * Names that tell the plans apart.
 * @param {readonly Plan[]} plans
 * @param {(plan: Plan) => string} plain
 * @param {(plan: Plan) => string} timed  Where two would read the same.
 */
export function apart(plans, plain, timed) {
  const names = plans.map(plain);
  const told = plans.map((plan, place) => (names.filter((name) => name === names[place]).length > 1 ? timed(plan) : plain(plan)));
  return told.map((name, place) => {
    const before = told.slice(0, place).filter((one) => one === name).length;
    return before ? `${name} (${before + 1})` : name;
  });
}
