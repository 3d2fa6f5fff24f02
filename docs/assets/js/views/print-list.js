/** A list on paper with what the reader has entered. Loaded once something is. */
import { DETAILS, fieldsOf } from "../plan/fields.js";
import { progress } from "../plan/plan.js";
import { longDate, longDay, progressText } from "./shown.js";
import { copy, element, part, words } from "./words.js";

/** @import { CatalogList, Plan } from "../plan/types.js" */
/** @typedef {import("../plan/types.js").ItemEntry & import("../plan/types.js").AnswerEntry} Fields */
/** @typedef {HTMLElement & {decision: boolean, entries: {code: string, text: string, entry: Fields, element: HTMLElement}[]}} List */

/** Whenever the page is printed, the list stands as a filled sheet.
 * @param {List} list @param {import("../store/store.js").Store} store */
export function fillOnPrint(list, store) {
  list.dataset["paper"] = "";
  addEventListener("beforeprint", () => fill(list, store.plan));
  addEventListener("afterprint", () => clear(list));
}

/** Print this list and nothing else. @param {List} list @param {Plan} plan */
export function printAlone(list, plan) {
  list.dataset["printing"] = "";
  fill(list, plan);
  printOnly("list", list);
}

/** Print these lists with what is entered, one after the other, and nothing else.
 * @param {HTMLElement} place @param {Plan} plan @param {readonly CatalogList[]} lists */
export function printLists(place, plan, lists) {
  place.append(...lists.map((list) => {
    const where = list.kind === "decision" ? "answers" : "items";
    const rows = list.items.map((item) => ({ ...item, entry: fieldsOf(plan, where, item.id) }));
    return sheet(plan, where, list.title, progressText(progress(plan, list), list.kind === "decision"), (row) => rows.map((one) => filled(row, one)));
  }));
  printOnly("lists", place);
}

/** Print a sheet for the meeting and nothing else: what is at hand, the most urgent first, then what is next.
 * @param {HTMLElement} place @param {Plan} plan @param {import("../plan/overview.js").Overview} overview */
export function printMeeting(place, plan, { deadlines, next }) {
  const paper = headed("papir-mote", plan);
  const rows = [...part(paper, "[data-at-hand]").children];
  const entries = [...new Set([...deadlines, ...next])].slice(0, rows.length);
  entries.forEach(({ item, entry }, number) => rows[number].replaceWith(filled(rows[number], { ...item, entry })));
  place.append(paper);
  printOnly("meeting", place);
}

/** @param {"list" | "lists" | "meeting"} what @param {HTMLElement} place  Holds it. */
function printOnly(what, place) {
  document.documentElement.dataset["printing"] = what;
  addEventListener("afterprint", () => clear(place), { once: true });
  print();
}

/** @param {HTMLElement} list  Or what else holds the sheet. */
function clear(list) {
  for (const paper of list.querySelectorAll(".paper")) paper.remove();
  delete list.dataset["printing"];
  delete document.documentElement.dataset["printing"];
}

/** @param {List} list @param {Plan} plan */
function fill(list, plan) {
  list.querySelector(".paper")?.remove();
  const paper = sheet(plan, list.decision ? "answers" : "items", part(list, "h2").textContent, part(list, "[data-progress]").textContent, (row) =>
    list.entries.flatMap((entry) => [...titleAbove(entry.element), filled(row, entry)]));
  part(list, ".tools").after(paper);
}

/** A list as a filled sheet. @param {Plan} plan @param {import("../plan/fields.js").Where} where @param {string} title @param {string} progress
 * @param {(row: HTMLElement) => HTMLElement[]} rows  From the row that is copied. */
function sheet(plan, where, title, progress, rows) {
  const paper = headed(where === "answers" ? "papir-sporsmal" : "papir-punkter", plan);
  part(paper, "[data-title]").textContent = title;
  part(paper, "[data-progress]").textContent = progress;
  part(paper, "[data-when]").textContent = longDay(plan.changed);
  const row = part(paper, "tbody tr");
  row.replaceWith(...rows(row));
  return paper;
}

/** The title of a part of the list, above the part's first row. @param {HTMLElement} item */
function titleAbove(item) {
  const title = item.previousElementSibling ? undefined : item.closest(".measures")?.querySelector("h3");
  if (!title) return [];
  return [element("tr", { className: "paper__part" }, element("th", { colSpan: 6, scope: "colgroup" }, title.textContent))];
}

/** A sheet that tells which plan it is of. @param {string} template @param {Plan} plan */
function headed(template, plan) {
  const paper = copy(template);
  for (const name of DETAILS) {
    const place = part(paper, `[data-detail=${name}]`);
    place.hidden = !plan[name];
    part(place, "dd").textContent = plan[name];
  }
  return paper;
}

/** @param {HTMLElement} row @param {{code: string, text: string, entry: Fields}} one */
function filled(row, { code, text, entry }) {
  const copied = /** @type {HTMLElement} */ (row.cloneNode(true));
  const verdict = entry.state ?? entry.answer;
  const shown = { code, text, verdict: verdict ? words(`value.${verdict}`) : "", owner: entry.owner, due: entry.due && longDate(entry.due), note: entry.note ?? entry.reason };
  for (const [name, value] of Object.entries(shown)) {
    const cell = copied.querySelector(`[data-cell=${name}]`);
    if (cell) cell.textContent = value ?? "";
  }
  return copied;
}
