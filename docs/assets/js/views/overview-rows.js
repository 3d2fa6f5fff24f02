/** How the overview of a plan is written: lists of links, each with what there is to say. */
import { progress } from "../plan/plan.js";
import { dayOf, longDate } from "./shown.js";
import { here } from "./site.js";
import { words } from "./words.js";

/** @import { Plan } from "../plan/types.js" */
/** @import { List } from "./site.js" */
/** @import { Row, Gone } from "../plan/overview.js" */

/** How far the list has come. @param {Plan} plan @param {List} list */
export function progressRow(plan, list) {
  const { done, notApplicable: na, total } = progress(plan, list);
  const kind = list.kind === "decision" ? "decision" : na ? "with-na" : "plain";
  return row(here(list.url), words("overview.list", { title: list.title, text: words(`progress.${kind}`, { done, na, total }) }));
}

/** @param {Row} one */
export const itemRow = (one) => row(itemAddress(one), `${one.item.code} ${one.item.text}`);

/** @param {Row} one */
export function deadlineRow(one) {
  const { due = "", owner } = one.entry;
  return row(itemAddress(one), [urgency(due), one.item.text, owner].filter(Boolean).join(" · "));
}

/** What a role has: open with its date, or done. @param {{owner: string, rows: Row[]}} role */
export function roleRow({ owner, rows }) {
  const entry = document.createElement("li");
  const name = document.createElement("strong");
  name.textContent = owner;
  const list = document.createElement("ul");
  list.append(...rows.map((one) => row(itemAddress(one), [`${one.item.code} ${one.item.text}`, standing(one)].filter(Boolean).join(" · "))));
  entry.append(name, list);
  return entry;
}

/** A question, what was answered and why. @param {Row} one */
export function questionRow(one) {
  const answer = words(`value.${one.entry.answer ?? "unanswered"}`);
  return row(itemAddress(one), [`${one.item.code} ${one.item.text}`, answer, one.entry.reason].filter(Boolean).join(" · "));
}

/** A done item with its note. @param {Row} one */
export const doneRow = (one) => row(itemAddress(one), [`${one.item.code} ${one.item.text}`, one.entry.owner, one.entry.note].filter(Boolean).join(" · "));

/** Something that stands on no list any more. @param {Gone} one */
export function goneRow({ id, entry }) {
  const line = document.createElement("li");
  const { state, answer, owner, due, note, reason } = entry;
  const verdict = state ?? answer;
  line.textContent = [id, verdict && words(`value.${verdict}`), owner, due && longDate(due), note, reason].filter(Boolean).join(" · ");
  return line;
}

/** @param {Row} one */
const standing = ({ entry }) => entry.state ? words(`value.${entry.state}`) : entry.due ? urgency(entry.due) : "";

/** A date in words that say whether it has passed. @param {string} due */
export function urgency(due) {
  const today = dayOf(new Date());
  return words(due < today ? "overview.overdue" : due === today ? "overview.today" : "overview.later", { date: longDate(due) });
}

/** Where the item stands on this host. @param {Row} one */
export const itemAddress = ({ list, item }) => `${here(list.url).replace(/#.*/, "")}#${item.id}`;

/** @param {string} address @param {string} text */
function row(address, text) {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  link.href = address;
  link.textContent = text;
  entry.append(link);
  return entry;
}
