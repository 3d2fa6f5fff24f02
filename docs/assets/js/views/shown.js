/** How dates and places are written for readers, and long texts briefly. */
import { words } from "./words.js";

/** @param {string} day YYYY-MM-DD */
export function longDate(day) {
  const date = new Date(`${day}T12:00:00`).toLocaleDateString("nb-NO", { dateStyle: "long" });
  return date.replaceAll(" ", "\u00a0");
}

/** The reader's own day of a moment, YYYY-MM-DD: the way days are written in Sweden. @param {string | Date} moment */
export const dayOf = (moment) => new Date(moment).toLocaleDateString("sv-SE");

/** Whether a date has passed, is today or is to come. @param {string} due YYYY-MM-DD */
export function dueState(due) {
  const today = dayOf(new Date());
  return due < today ? "overdue" : due === today ? "today" : "later";
}

/** @param {string} moment */
export const longDay = (moment) => longDate(dayOf(moment));

/** A moment as date and time of day. @param {string} iso */
export const longMoment = (iso) => new Date(iso).toLocaleString("nb-NO", { dateStyle: "long", timeStyle: "short" }).replaceAll(" ", "\u00a0");

/** No longer than a line or two. @param {string} text @param {number} [most] */
export const shortened = (text, most = 100) => text.length > most ? `${text.slice(0, most).trim()}…` : text;

/** How far something has come. @param {import("../plan/plan.js").Progress} progress @param {boolean} isDecision */
export const progressText = ({ done, notApplicable: na, total }, isDecision) =>
  words(`progress.${isDecision ? "decision" : na ? "with-na" : "plain"}`, { done, na, total });

/** The time alone when it is today. @param {string} iso */
function moment(iso) {
  const date = new Date(iso);
  const today = dayOf(date) === dayOf(new Date());
  return date.toLocaleString("nb-NO", { timeStyle: "short", dateStyle: today ? undefined : "long" });
}

/** Which plan it is, where it is kept, and when a copy was last saved as a file. @param {import("../store/store.js").Store} store */
export function whereItIs({ place, health, savedAt, plan }) {
  const name = plan.name || plan.kommuner;
  const risk = place === "browser" && health !== "kept" ? words(`where.${health}`) : "";
  const saved = savedAt ? words("where.saved", { when: moment(savedAt) }) : place === "nowhere" ? "" : words("where.never-saved");
  return [name && words("where.plan", { name }), words(`where.${place}`, { when: moment(plan.changed) }), risk, saved].filter(Boolean).join(" ");
}
