/** What plans are called on the page. */
import { apart, copyName, labelOf } from "../plan/names.js";
import { keyOf } from "../plan/kommuner.js";
import { longDay, longMoment, shortened } from "./shown.js";
import { words } from "./words.js";

/** @import { Plan } from "../plan/types.js" */

/** What a plan is called; a heading on a phone has no room for a whole date on one line. @param {Plan} plan */
export const nameOf = (plan) => named(plan) || words("overview.unnamed", { when: longDay(plan.changed).replace(/\u00a0(?=\d{4}$)/, " ") });

/** What each is called where they stand together. @param {readonly Plan[]} plans */
export const namesOf = (plans) => apart(plans, nameOf, timedName);

/** What a copy is called beside the others. @param {Plan} plan @param {readonly Plan[]} others */
export function copyNameOf(plan, others) {
  const format = (/** @type {string} */ name, /** @type {number} */ number) =>
    words(number > 1 ? "overview.copy-more" : "overview.copy", { name, number });
  return copyName(labelOf(plan) || nameOf(plan), others.map(({ name }) => name), format);
}

/** The name, with the kommune where it does not say it already; "" if there is neither. @param {Plan} plan */
function named(plan) {
  const { name, kommuner } = plan;
  if (!name.trim() || !kommuner.trim() || keyOf(name).includes(keyOf(kommuner))) return shortened(labelOf(plan));
  return words("overview.named", { name: shortened(name), kommuner: shortened(kommuner) });
}

/** @param {Plan} plan */
function timedName(plan) {
  const when = longMoment(plan.changed);
  return named(plan) ? words("overview.timed", { name: named(plan), when }) : words("overview.unnamed", { when });
}
