/**
 * A plan seen from above: how far it has come, what is next, who does what and by when.
 *
 * @import { AnswerEntry, CatalogItem, CatalogList, ItemEntry, Plan } from "./types.js"
 *
 * @typedef {CatalogList & {url: string}} List
 * @typedef {{list: List, item: CatalogItem, entry: ItemEntry & AnswerEntry}} Row
 * @typedef {{where: "items" | "answers", id: string, entry: ItemEntry & AnswerEntry}} Gone
 * @typedef {object} Overview
 * @property {Plan} plan  Under today's ids.
 * @property {List[]} lists  With the plan's own items.
 * @property {Row[]} next  The first open items, in the guide's order.
 * @property {Row[]} deadlines  Open items with a date, the most urgent first.
 * @property {Row[]} met  Items with a date that are done or not applicable.
 * @property {{owner: string, rows: Row[]}[]} roles  What each role has, done or not; by name.
 * @property {Row[]} done
 * @property {Row[]} chosen  Measures for the plan.
 * @property {Row[]} noted  Items with a note that are not done.
 * @property {Row[]} reasons  Questions that are answered, with why.
 * @property {Row[]} questions  Without an answer, or answered with doubt, where the work has begun.
 * @property {Gone[]} gone  What stands on no list any more.
 */
import { settle } from "./catalog.js";
import { fieldsOf } from "./fields.js";
import { progress } from "./plan.js";

const NEXT = 5;

/** @param {Plan} stored @param {import("./types.js").Catalog & {checklists: List[]}} catalog @returns {Overview} */
export function overview(stored, catalog) {
  const { plan, lists, gone } = settle(stored, catalog);
  const items = rowsOf(plan, stepsAmong(lists), "checklist");
  const open = items.filter(({ entry }) => !entry.state);
  return {
    plan,
    lists,
    next: open.slice(0, NEXT),
    deadlines: open.filter(({ entry }) => entry.due).sort(byDate),
    met: items.filter(({ entry }) => entry.state && entry.due),
    roles: roles(items),
    done: items.filter(({ entry }) => entry.state === "done"),
    chosen: rowsOf(plan, lists.filter(({ phase }) => !phase), "checklist").filter(({ entry }) => entry.state === "done"),
    noted: items.filter(({ entry }) => entry.note && entry.state !== "done"),
    reasons: rowsOf(plan, lists, "decision").filter(({ entry }) => entry.reason && entry.answer && entry.answer !== "vet-ikke"),
    questions: rowsOf(plan, begun(plan, lists), "decision").filter(({ entry }) => !entry.answer || entry.answer === "vet-ikke"),
    gone: gone.map((id) => goneEntry(plan, id)),
  };
}

/** The lists of the phases: measures are chosen, but are no step of the work.
 * @template {{phase: string}} List @param {List[]} lists */
const stepsAmong = (lists) => lists.filter(({ phase }) => phase);

/**
 * How far some lists have come together. Tasks are counted; questions where there are no tasks.
 * @param {Plan} plan @param {CatalogList[]} lists
 * @returns {import("./plan.js").Progress & {kind: "tasks" | "questions", status: "not-begun" | "going" | "finished" | "not-applicable"}}
 */
export function sumOf(plan, lists) {
  const steps = stepsAmong(lists);
  const tasks = steps.filter(({ kind }) => kind === "checklist");
  const all = (tasks.length ? tasks : steps).map((list) => progress(plan, list));
  const sum = (/** @type {keyof import("./plan.js").Progress} */ name) => all.reduce((count, one) => count + one[name], 0);
  const [done, notApplicable, open, total] = [sum("done"), sum("notApplicable"), sum("open"), sum("total")];
  const begun = done + notApplicable > 0 || steps.some((list) => list.items.some(({ id }) => Object.hasOwn(plan.items, id) || Object.hasOwn(plan.answers, id)));
  const status = open === 0 ? (done ? "finished" : "not-applicable") : begun ? "going" : "not-begun";
  return { done, notApplicable, open, total, kind: tasks.length ? "tasks" : "questions", status };
}

/** @param {Plan} plan @param {List[]} lists @param {CatalogList["kind"]} kind @returns {Row[]} */
function rowsOf(plan, lists, kind) {
  const where = kind === "decision" ? "answers" : "items";
  const wanted = lists.filter((list) => list.kind === kind);
  return wanted.flatMap((list) => list.items.map((item) => ({ list, item, entry: fieldsOf(plan, where, item.id) })));
}

/** The decisions that somebody has begun to answer. @param {Plan} plan @param {List[]} lists */
const begun = (plan, lists) => lists.filter((list) => list.items.some(({ id }) => Object.hasOwn(plan.answers, id)));

/** @param {Row} one @param {Row} other */
const byDate = (one, other) => ((one.entry.due ?? "") < (other.entry.due ?? "") ? -1 : 1);

/** @param {Row[]} items */
function roles(items) {
  /** @type {Map<string, Row[]>} */
  const found = new Map();
  for (const row of items) {
    const owner = row.entry.owner?.trim();
    if (owner) found.set(owner, [...(found.get(owner) ?? []), row]);
  }
  const named = [...found].map(([owner, rows]) => ({ owner, rows }));
  return named.sort((one, other) => one.owner.localeCompare(other.owner, "nb"));
}

/** @param {Plan} plan @param {string} id @returns {Gone} */
function goneEntry(plan, id) {
  const where = Object.hasOwn(plan.items, id) ? "items" : "answers";
  return { where, id, entry: fieldsOf(plan, where, id) };
}
