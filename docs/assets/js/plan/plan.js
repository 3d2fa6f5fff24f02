/**
 * The state: what a reader has entered, and each change as a new plan. What readPlan would
 * refuse is refused here too, by throwing Refusal, so that saved work can always be opened.
 *
 * @import { CatalogList, Plan } from "./types.js"
 * @import { Detail, Fields, Where } from "./fields.js"
 *
 * @typedef {{[F in "text" | "state" | "owner" | "due" | "note" | "hash"]?: string | undefined}} ItemChange
 *   As typed in. A field that is undefined or "" is removed; one that is absent stays.
 * @typedef {{[F in "answer" | "reason" | "hash"]?: string | undefined}} AnswerChange
 * @typedef {{done: number, notApplicable: number, open: number, total: number}} Progress
 */
import { DETAILS, KINDS, NO_DETAILS, demand, demandText, fieldsOf, isId, isInstant, makeEntry } from "./fields.js";
import { moreOf } from "./more.js";

/** @param {{id: string, name?: string, now: string}} start @returns {Plan} */
export function emptyPlan({ id, name = "", now }) {
  return {
    format: "sjekkliste-plan",
    version: 1,
    id: demand(isId, id, "id"),
    ...NO_DETAILS,
    name: demandText(name, "name"),
    changed: demand(isInstant, now, "changed"),
    items: {},
    answers: {},
  };
}

/** What the plan says of itself. @param {Plan} plan @param {{[F in Detail]?: string | undefined}} details @param {string} now @returns {Plan} */
export function setDetails(plan, details, now) {
  const changed = { ...plan, changed: demand(isInstant, now, "changed") };
  for (const field of DETAILS) {
    if (Object.hasOwn(details, field)) changed[field] = demandText(details[field] ?? "", field);
  }
  return changed;
}

/** @param {Plan} plan @param {string} itemId @param {ItemChange} change @param {string} now @returns {Plan} */
export const setEntry = (plan, itemId, change, now) => set(plan, "items", itemId, change, now);

/** @param {Plan} plan @param {string} questionId @param {AnswerChange} change @param {string} now @returns {Plan} */
export const setAnswer = (plan, questionId, change, now) =>
  set(plan, "answers", questionId, change, now);

/** A decision counts answers. Items that are not applicable are no part of the total.
 * @param {Plan} plan @param {CatalogList} list @returns {Progress} */
export function progress(plan, list) {
  const where = list.kind === "decision" ? "answers" : "items";
  const verdicts = list.items.map((item) => fieldsOf(plan, where, item.id)[KINDS[where].verdict]);
  const notApplicable = verdicts.filter((verdict) => verdict === "na").length;
  const done = verdicts.filter(Boolean).length - notApplicable;
  const total = verdicts.length - notApplicable;
  return { done, notApplicable, open: total - done, total };
}

/** Whether the reader has entered nothing at all, a name included.
 * @param {Plan} plan */
export function isEmpty(plan) {
  const entries = Object.keys(plan.items).length + Object.keys(plan.answers).length;
  return entries === 0 && !plan.kommuneAnswers && DETAILS.every((field) => plan[field] === "");
}

/** Change one entry. @param {Plan} plan @param {Where} where @param {string} id @param {object} change @param {string} now @returns {Plan} */
export function set(plan, where, id, change, now) {
  const changed = demand(isInstant, now, "changed");
  const more = moreOf(fieldsOf(plan, where, id), Object.keys(KINDS[where].forms));
  const entry = makeEntry(where, id, { ...changedFields(plan, where, id, change), changed }, more);
  const others = Object.entries(plan[where]).filter(([other]) => other !== id);
  const entries = Object.fromEntries(entry ? [...others, [id, entry]] : others);
  return { ...plan, changed, [where]: entries };
}

/** A hash tells what the text was when the verdict was set, so a new verdict never keeps an old one.
 * @param {Plan} plan @param {Where} where @param {string} id @param {object} change @returns {Fields} */
function changedFields(plan, where, id, change) {
  const { verdict, forms } = KINDS[where];
  const asked = Object.entries(change);
  const replaced = new Set(asked.map(([field]) => field));
  if (replaced.has(verdict)) replaced.add("hash");
  const kept = Object.entries(fieldsOf(plan, where, id)).filter(([field]) => !replaced.has(field));
  const given = asked.filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries([...kept, ...given].filter(([field]) => Object.hasOwn(forms, field)));
}
