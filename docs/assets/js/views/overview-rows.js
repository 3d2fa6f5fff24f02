/** How the overview of a plan is written: lists of links, each with what there is to say. */
import { sumOf } from "../plan/overview.js";
import { progress } from "../plan/plan.js";
import { dueState, longDate, progressText } from "./shown.js";
import { here } from "./site.js";
import { copy, element, line, part, words } from "./words.js";

/** @import { Plan } from "../plan/types.js" */
/** @import { List } from "./site.js" */
/** @import { Row, Gone } from "../plan/overview.js" */

/** How far the list has come. @param {Plan} plan @param {List} list */
export const progressRow = (plan, list) => row(here(list.url), words("overview.list", { title: list.title, text: progressText(progress(plan, list), list.kind === "decision") }));

/** Show how far some lists have come, in a row that has places for it. @param {HTMLElement} row @param {Plan} plan @param {List[]} lists */
export function showCount(row, plan, lists) {
  if (!lists.length) return;
  const sum = sumOf(plan, lists);
  const { done, total, status, kind } = sum;
  const place = part(row, "[data-status]");
  row.classList.toggle("begun", status === "going" || status === "finished");
  place.textContent = words(`status.${status}`);
  place.classList.toggle("done", status === "finished");
  part(row, "[data-count]").textContent = progressText(sum, kind === "questions");
  const bar = row.querySelector("progress");
  if (bar) [bar.max, bar.value] = [Math.max(total, 1), done];
}

/** The deadlines that have passed. @param {Row[]} deadlines */
export const lateOf = (deadlines) => deadlines.filter(({ entry }) => dueState(entry.due ?? "") === "overdue");

/** What is late, in a sentence; empty where nothing is. @param {Row[]} deadlines */
export function lateText(deadlines) {
  const late = lateOf(deadlines);
  const [first] = late;
  if (!first) return "";
  return words(late.length > 1 ? "overview.late-many" : "overview.late-one", { count: late.length, code: first.item.code, date: longDate(first.entry.due ?? "") });
}

/** @param {Row} one */
export const itemRow = (one) => rowOf(one);

/** An item, and what else there is to say of it. @param {Row} one @param {...(string | undefined)} more */
const rowOf = (one, ...more) => row(itemAddress(one), [titleOf(one), ...more].filter(Boolean).join(" · "));

/** @param {Row} one */
export const titleOf = ({ item: { code, text } }) => `${code} ${text}`;

/** What is to be done, by whom, and by when. @param {Row} one */
export function deadlineRow(one) {
  const { due = "", owner = "" } = one.entry;
  const entry = copy("frist-rad");
  Object.assign(part(entry, "a"), { href: itemAddress(one), textContent: titleOf(one) });
  part(entry, "[data-owner]").textContent = owner;
  part(entry, "[data-due]").textContent = dueText(due);
  part(entry, "[data-due]").classList.toggle("late", dueState(due) === "overdue");
  return entry;
}

/** What a role has: open with its date, or done. @param {{owner: string, rows: Row[]}} role */
export const roleRow = ({ owner, rows }) => line(element("strong", {}, owner), element("ul", {}, ...rows.map((one) => rowOf(one, standing(one)))));

/** A question, what was answered and why. @param {Row} one */
export const questionRow = (one) => rowOf(one, words(`value.${one.entry.answer ?? "unanswered"}`), one.entry.reason);

/** An item with who it is with, and its note. @param {Row} one */
export const notedRow = (one) => rowOf(one, one.entry.owner, one.entry.note);

/** Something that stands on no list any more. @param {Gone} one */
export function goneRow({ id, entry }) {
  const { text, state, answer, owner, due, note, reason } = entry;
  const verdict = state ?? answer;
  return line([id, text, verdict && words(`value.${verdict}`), owner, due && longDate(due), note, reason].filter(Boolean).join(" · "));
}

/** @param {Row} one */
const standing = ({ entry }) => entry.state ? words(`value.${entry.state}`) : entry.due ? dueText(entry.due) : "";

/** A date in words that say whether it has passed. @param {string} due */
export const dueText = (due) => words(`overview.${dueState(due)}`, { date: longDate(due) });

/** Where the item stands on this host. @param {Row} one */
export const itemAddress = ({ list, item }) => `${here(list.url).replace(/#.*/, "")}#${item.id}`;

/** @param {string} address @param {string} text */
const row = (address, text) => line(element("a", { href: address }, text));
