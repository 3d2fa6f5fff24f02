/**
 * What is kept under an item's former id, put under its present one.
 *
 * @import { Catalog, CatalogItem, CatalogList, Plan } from "./types.js"
 *
 * @typedef {{from: string, to: string}} Move
 */

/** @param {Plan} plan @param {Catalog} catalog @returns {{plan: Plan, moved: Move[]}} */
export function renamed(plan, catalog) {
  const questions = itemsOf(catalog, "decision");
  const items = rename(plan.items, itemsOf(catalog, "checklist"));
  const answers = rename(plan.answers, questions);
  const kommuner = plan.kommuneAnswers?.map((one) => ({ ...one, answers: rename(one.answers, questions).entries }));
  return {
    plan: { ...plan, items: items.entries, answers: answers.entries, ...(kommuner && { kommuneAnswers: kommuner }) },
    moved: [...items.moved, ...answers.moved],
  };
}

/** @param {Catalog} catalog @param {CatalogList["kind"]} kind @returns {Map<string, CatalogItem>} */
export function itemsOf(catalog, kind) {
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
