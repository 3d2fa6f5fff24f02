/** A list on paper with what the reader has entered. Loaded once something is. */
import { longDate, longDay } from "./shown.js";
import { copy, part, words } from "./words.js";

/** @import { Plan } from "../plan/types.js" */
/** @typedef {import("../plan/types.js").ItemEntry & import("../plan/types.js").AnswerEntry} Fields */
/** @typedef {HTMLElement & {decision: boolean, entries: {code: string, text: string, entry: Fields}[]}} List */

const DETAILS = /** @type {const} */ (["name", "kommuner", "caseNumber", "period", "location"]);

/** Whenever the page is printed, the list stands as a filled sheet.
 * @param {List} list @param {import("../store/store.js").Store} store */
export function fillOnPrint(list, store) {
  list.dataset["paper"] = "";
  addEventListener("beforeprint", () => fill(list, store.plan));
  addEventListener("afterprint", () => clear(list));
}

/** Print this list and nothing else. @param {List} list @param {Plan} plan */
export function printAlone(list, plan) {
  document.documentElement.dataset["printing"] = "list";
  list.dataset["printing"] = "";
  fill(list, plan);
  addEventListener("afterprint", () => clear(list), { once: true });
  print();
}

/** @param {List} list */
function clear(list) {
  list.querySelector(".paper")?.remove();
  delete list.dataset["printing"];
  delete document.documentElement.dataset["printing"];
}

/** @param {List} list @param {Plan} plan */
function fill(list, plan) {
  list.querySelector(".paper")?.remove();
  const paper = copy(list.decision ? "papir-sporsmal" : "papir-punkter");
  part(paper, "[data-title]").textContent = part(list, "h2").textContent;
  part(paper, "[data-progress]").textContent = part(list, "[data-progress]").textContent;
  for (const name of DETAILS) {
    const place = part(paper, `[data-detail=${name}]`);
    place.hidden = !plan[name];
    part(place, "dd").textContent = plan[name];
  }
  part(paper, "[data-when]").textContent = longDay(plan.changed);
  const row = part(paper, "tbody tr");
  row.replaceWith(...list.entries.map((entry) => filled(row, entry)));
  part(list, ".tools").after(paper);
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
