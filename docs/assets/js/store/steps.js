/**
 * What can be undone in a window, newest last.
 *
 * @import { Plan } from "../plan/types.js"
 *
 * @typedef {object} Change
 * @property {string} id  The plan it was made in.
 * @property {Plan} before
 * @property {Plan} after
 * @property {object | undefined} [stay]  The stay in a field that it was made in.
 * @property {string} [savedAt]  When a copy of what was deleted was saved.
 *
 * @typedef {object} Turn  Another plan was shown.
 * @property {string} from
 * @property {string} id
 * @property {Plan | undefined} [made]  The plan as it came, if it was not here before.
 *
 * @typedef {Change | Turn} Step
 */
import { reconcile, since } from "../plan/reconcile.js";
import { isAlike } from "../plan/tree.js";

/** Whether the two say the same, whenever it was written. @param {Plan} one @param {Plan} other */
export const saysSame = (one, other) => isAlike(one, other, ["changed", "known"]);

/** The steps with one more; what is kept in pauses during one stay in a field is one step.
 * @param {Step[]} steps @param {Step} step @returns {Step[]} */
export function withStep(steps, step) {
  const last = steps.at(-1);
  if (!last || !("stay" in step && step.stay && "stay" in last && last.stay === step.stay)) return [...steps, step];
  return [...steps.slice(0, -1), { ...step, before: reconcile(last.after, last.before, step.before, since).plan }];
}

/** A plan goes by another name. @param {Step[]} steps @param {string} was @param {string} id @returns {Step[]} */
export const underName = (steps, was, id) => steps.map((step) => ({ ...step, ...(step.id === was && { id }), ...("from" in step && step.from === was && { from: id }) }));

/** Those that are left when a plan is deleted elsewhere, so that nothing comes back unasked.
 * @param {Step[]} steps @param {string} id */
export const without = (steps, id) => steps.filter((step) => step.id !== id && !("from" in step && step.from === id));
