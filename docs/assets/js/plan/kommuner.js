/**
 * The kommuner whose answers stand side by side in a plan: one of each, in the order of their names. Each change
 * makes a new plan.
 *
 * @import { KommuneAnswers, Plan } from "./types.js"
 * @import { AnswerChange } from "./plan.js"
 */
import { LIMITS, demand, isName } from "./fields.js";
import { setAnswer } from "./plan.js";

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

/** The kommune by this name, however it is written. @param {Plan} plan @param {string} name */
export const kommuneIn = (plan, name) => plan.kommuneAnswers?.find(({ kommune }) => keyOf(kommune) === keyOf(name));

/** Put these in, each in place of what the plan has under its name. Refuses what no file may hold.
 * @param {Plan} plan @param {readonly KommuneAnswers[]} kommuner @param {string} now @returns {Plan} */
export function putKommuner(plan, kommuner, now) {
  for (const { kommune } of kommuner) demand(isName, kommune, "kommuneAnswers.kommune");
  const names = new Set(kommuner.map(({ kommune }) => keyOf(kommune)));
  const others = (plan.kommuneAnswers ?? []).filter(({ kommune }) => !names.has(keyOf(kommune)));
  demand(() => others.length + kommuner.length <= LIMITS.kommuner, "", "kommuneAnswers");
  return { ...withKommuner(plan, [...others, ...kommuner]), changed: now };
}

/** @param {Plan} plan @param {string} name @param {string} now @returns {Plan} */
export function dropKommune(plan, name, now) {
  const others = (plan.kommuneAnswers ?? []).filter(({ kommune }) => keyOf(kommune) !== keyOf(name));
  return { ...withKommuner(plan, others), changed: now };
}

/** @param {Plan} plan @param {string} name @param {string} id @param {AnswerChange} change @param {string} now @returns {Plan} */
export function setKommuneAnswer(plan, name, id, change, now) {
  const { kommune = name.trim(), answers = {} } = kommuneIn(plan, name) ?? {};
  const { answers: changed } = setAnswer({ ...plan, answers }, id, change, now);
  return putKommuner(plan, [{ kommune, changed: now, answers: changed }], now);
}

/**
 * The kommuner that a plan has answers from: the reader's own list, and those side by side.
 * @param {Plan} plan
 * @param {readonly string[]} questions  The ids that count.
 * @param {string} otherwise  The name of a plan that does not say whose it is.
 * @returns {KommuneAnswers[]}
 */
export function kommunerOf(plan, questions, otherwise) {
  const wanted = (/** @type {Plan["answers"]} */ answers) => Object.fromEntries(Object.entries(answers).filter(([id]) => questions.includes(id)));
  const own = wanted(plan.answers);
  const kommune = ([plan.kommuner, plan.name, otherwise].map((name) => name.trim()).find(Boolean) ?? "").slice(0, LIMITS.name).trim();
  const times = Object.values(own).flatMap(({ changed }) => changed ?? []);
  const changed = times.sort((one, other) => Date.parse(one) - Date.parse(other)).at(-1) ?? plan.changed;
  const others = (plan.kommuneAnswers ?? []).map((one) => ({ ...one, answers: wanted(one.answers) }));
  return [...(Object.keys(own).length && kommune ? [{ kommune, changed, answers: own }] : []), ...others];
}
