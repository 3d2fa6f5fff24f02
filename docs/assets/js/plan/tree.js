/**
 * A plan as a tree of values that change one by one: what belongs together is one value, and what stands
 * in a list has a name. Fields from later versions are values like the others.
 *
 * @import { KommuneAnswers, Plan } from "./types.js"
 * @typedef {{[name: string]: any}} Tree
 */
import { KINDS, NO_DETAILS, own } from "./fields.js";
import { keyOf, withKommuner } from "./kommuner.js";
import { withKnown } from "./known.js";

/** @param {unknown} value @returns {value is Tree} */
export const isTree = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether two values are the same but for what has these names. @param {any} one @param {any} other @param {readonly string[]} [but] @returns {boolean} */
export function isAlike(one, other, but = []) {
  if (one === other || typeof one !== "object" || typeof other !== "object" || !one || !other) return one === other;
  const names = Object.keys({ ...one, ...other }).filter((name) => !but.includes(name));
  return Array.isArray(one) === Array.isArray(other) && names.every((name) => isAlike(own(one, name), own(other, name), but));
}

/** @param {Tree} tree @param {(value: any, name: string) => any} change */
export const mapped = (tree, change) => Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, change(value, name)]));

/** @param {Plan} plan @returns {Tree} */
export function treeOf({ items, answers, known, kommuneAnswers, ...rest }) {
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== "")),
    items: mapped(items, (entry) => joined(entry, KINDS.items.verdict)),
    answers: answersOf(answers),
    known: Object.fromEntries((known ?? []).map((id) => [id, true])),
    kommuneAnswers: Object.fromEntries((kommuneAnswers ?? []).map((one) => [keyOf(one.kommune), { ...one, answers: answersOf(one.answers) }])),
  };
}

/** @param {Tree} tree @returns {Plan} */
export function planOf({ items, answers, known, kommuneAnswers, ...rest }) {
  const plan = /** @type {any} */ ({ ...NO_DETAILS, ...rest, items: entriesOf(items, "state"), answers: entriesOf(answers, "answer") });
  const kommuner = Object.values(kommuneAnswers ?? {}).map((one) => ({ ...one, answers: entriesOf(one.answers, "answer") }));
  return withKommuner(withKnown(plan, Object.keys(known ?? {})), /** @type {KommuneAnswers[]} */ (kommuner));
}

/** @param {Tree} answers */
const answersOf = (answers) => mapped(answers, (entry) => joined(entry, KINDS.answers.verdict));

/** The hash says which text a verdict was given on, so the two are one value.
 * @param {Tree} entry @param {string} verdict */
function joined({ hash, ...entry }, verdict) {
  return Object.hasOwn(entry, verdict) ? { ...entry, [verdict]: hash ? [entry[verdict], hash] : [entry[verdict]] } : entry;
}

/** Entries that say nothing any more are gone. @param {Tree | undefined} tree @param {string} verdict */
function entriesOf(tree, verdict) {
  const saying = Object.entries(tree ?? {}).filter(([, entry]) => Object.keys(entry).some((name) => name !== "changed"));
  return Object.fromEntries(saying.map(([id, { [verdict]: given, ...entry }]) => [
    id, { ...entry, ...(given && { [verdict]: given[0], ...(given[1] && { hash: given[1] }) }) },
  ]));
}
