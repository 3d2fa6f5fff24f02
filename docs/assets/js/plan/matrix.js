/**
 * What several kommuner answer, side by side: a row for each question, nothing merged away.
 *
 * @import { Answer, AnswerEntry, CatalogItem, KommuneAnswers } from "./types.js"
 * @import { Landing } from "./weigh.js"
 *
 * @typedef {"same" | "differ" | "unanswered"} Agreement
 * @typedef {{kommune: string, entry: AnswerEntry, place: Landing}} Cell
 * @typedef {object} Row
 * @property {CatalogItem} question
 * @property {Cell[]} cells  One for each kommune, in the order of their names.
 * @property {Agreement} agreement
 * @property {string[]} silent  The kommuner that have not answered.
 *
 * @typedef {{newer: KommuneAnswers, older: KommuneAnswers, differ: string[]}} Double
 */
import { ANSWERS, own } from "./fields.js";
import { byName, keyOf } from "./kommuner.js";
import { landing } from "./weigh.js";

/** @param {readonly CatalogItem[]} questions @param {readonly KommuneAnswers[]} kommuner @returns {Row[]} */
export const matrix = (questions, kommuner) => questions.map((question) => rowOf(question, kommuner));

/** @param {CatalogItem} question @param {readonly KommuneAnswers[]} kommuner @returns {Row} */
function rowOf(question, kommuner) {
  const cells = kommuner.map(({ kommune, answers }) => {
    const entry = own(answers, question.id) ?? {};
    return { kommune, entry, place: landing(question, entry.answer) };
  });
  const given = new Set(cells.flatMap(({ entry }) => entry.answer ?? []));
  const silent = cells.filter(({ entry }) => !entry.answer).map(({ kommune }) => kommune);
  return { question, cells, agreement: given.size > 1 ? "differ" : silent.length || !given.size ? "unanswered" : "same", silent };
}

/** How much a row needs to be talked about: the higher, the sooner; 0 when nothing is open.
 * @param {Row} row */
export function urgency({ cells, agreement }) {
  const places = new Set(cells.map(({ place }) => place));
  if (agreement === "differ") return places.has("for") && places.has("against") || places.has("in-place") && places.has("missing") ? 4 : 3;
  if (agreement === "unanswered") return 1;
  return places.has("unclear") || places.has("missing") ? 2 : 0;
}

/** What needs talking about, the most urgent first. @param {readonly Row[]} rows @returns {Row[]} */
export const toTalkAbout = (rows) =>
  rows.filter((row) => urgency(row) > 0).sort((one, other) => urgency(other) - urgency(one));

/** Who gave each answer that was given. @param {Row} row @returns {Map<Answer, string[]>} */
export function voices({ cells }) {
  const found = ANSWERS.map((answer) => /** @type {const} */ ([answer, cells.filter(({ entry }) => entry.answer === answer)]));
  return new Map(found.filter(([, given]) => given.length).map(([answer, given]) => [answer, given.map(({ kommune }) => kommune)]));
}

/** Each kommune once, the newest of it, and what stands twice: whatever order they come in.
 * @param {readonly KommuneAnswers[]} kommuner @returns {{kommuner: KommuneAnswers[], doubles: Double[]}} */
export function gather(kommuner) {
  const newestFirst = [...kommuner].sort((one, other) => (age(one) < age(other) ? 1 : -1));
  /** @type {Map<string, KommuneAnswers>} */
  const newest = new Map();
  /** @type {Double[]} */
  const doubles = [];
  for (const older of newestFirst) {
    const newer = newest.get(keyOf(older.kommune));
    const differ = newer ? differences(newer, older) : [];
    if (!newer) newest.set(keyOf(older.kommune), older);
    else if (differ.length) doubles.push({ newer, older, differ });
  }
  return { kommuner: [...newest.values()].sort(byName), doubles };
}

/** When it was changed; what it says settles the order of two from the same moment. @param {KommuneAnswers} one */
const age = ({ kommune, changed, answers }) => `${new Date(changed).toISOString()} ${kommune} ${JSON.stringify(Object.entries(answers).sort())}`;

/** The ids of the questions that the two answer differently, or for different reasons.
 * @param {KommuneAnswers} one @param {KommuneAnswers} other */
export function differences({ answers: one }, { answers: other }) {
  const ids = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  const said = (/** @type {AnswerEntry | undefined} */ entry) => JSON.stringify([entry?.answer ?? "", entry?.reason ?? ""]);
  return ids.filter((id) => said(own(one, id)) !== said(own(other, id)));
}
