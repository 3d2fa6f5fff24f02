/**
 * A plan against the site's list as it is now: items get new ids, new words, or disappear.
 *
 * @import { Catalog, CatalogItem, CatalogList, Plan } from "./types.js"
 *
 * @typedef {{from: string, to: string}} Move
 * @typedef {object} Settled
 * @property {Plan} plan
 * @property {Move[]} moved  Entries that now stand under their item's new id.
 * @property {string[]} gone  Ids of entries whose item no longer exists; the plan still holds them.
 * @property {string[]} changed  Ids of items whose text has changed since their verdict was set.
 */
import { KINDS, fieldsOf } from "./fields.js";

/** @param {Plan} plan @param {Catalog} catalog @returns {Settled} */
export function settle(plan, catalog) {
  const items = itemsOf(catalog, "checklist");
  const questions = itemsOf(catalog, "decision");
  const inItems = rename(plan.items, items);
  const inAnswers = rename(plan.answers, questions);
  const kommuner = plan.kommuneAnswers?.map((one) => ({ ...one, answers: rename(one.answers, questions).entries }));
  const settled = { ...plan, items: inItems.entries, answers: inAnswers.entries, ...(kommuner && { kommuneAnswers: kommuner }) };
  return {
    plan: settled,
    moved: [...inItems.moved, ...inAnswers.moved],
    gone: [...missing(settled.items, items), ...missing(settled.answers, questions)],
    changed: [...reworded(settled, "items", items), ...reworded(settled, "answers", questions)],
  };
}

/** @param {Catalog} catalog @param {CatalogList["kind"]} kind @returns {Map<string, CatalogItem>} */
function itemsOf(catalog, kind) {
  const lists = catalog.checklists.filter((list) => list.kind === kind);
  return new Map(lists.flatMap((list) => list.items).map((item) => [item.id, item]));
}

/** An entry only moves to a place that is free, and never away from an item that exists.
 * @template T
 * @param {Record<string, T>} entries
 * @param {Map<string, CatalogItem>} items
 * @returns {{entries: Record<string, T>, moved: Move[]}}
 */
function rename(entries, items) {
  const settled = new Map(Object.entries(entries));
  /** @type {Move[]} */
  const moved = [];
  for (const { id: to, formerly = [] } of items.values()) {
    for (const from of formerly) {
      const entry = settled.get(from);
      if (entry === undefined || settled.has(to) || items.has(from)) continue;
      settled.delete(from);
      settled.set(to, entry);
      moved.push({ from, to });
    }
  }
  return { entries: Object.fromEntries(settled), moved };
}

/** @param {object} entries @param {Map<string, CatalogItem>} items */
const missing = (entries, items) => Object.keys(entries).filter((id) => !items.has(id)).sort();

/** Without a hash nobody knows what the text was, so nothing is said of it.
 * @param {Plan} plan @param {"items" | "answers"} where @param {Map<string, CatalogItem>} items */
function reworded(plan, where, items) {
  const current = [...items.values()].filter(({ id, hash }) => {
    const entry = fieldsOf(plan, where, id);
    return entry[KINDS[where].verdict] && entry["hash"] && entry["hash"] !== hash;
  });
  return current.map((item) => item.id);
}
