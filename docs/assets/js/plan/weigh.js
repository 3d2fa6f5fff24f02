/**
 * What the answers to a decision come to: each lands in one place. It shows what there is to
 * talk about and decides nothing. Which answer lands where comes with the questions.
 *
 * @import { Answer, AnswerEntry, CatalogItem, Place } from "./types.js"
 *
 * @typedef {Place | "unanswered"} Landing
 * @typedef {Record<Landing, CatalogItem[]>} Summary
 */
import { own } from "./fields.js";

/** @type {readonly Landing[]} */
export const LANDINGS = ["for", "against", "unclear", "missing", "in-place", "unanswered"];

/** Where the answer to a question lands. @param {CatalogItem} question @param {Answer | undefined} answer @returns {Landing} */
export const landing = ({ weighs }, answer) => (weighs && answer ? weighs[answer] : "unanswered");

/** Every question of the list in exactly one place, in the list's order.
 * @param {readonly CatalogItem[]} questions @param {Record<string, AnswerEntry>} answers @returns {Summary} */
export function weigh(questions, answers) {
  const places = LANDINGS.map((place) => [place, questions.filter((one) => landing(one, own(answers, one.id)?.answer) === place)]);
  return Object.fromEntries(places);
}
