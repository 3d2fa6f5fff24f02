/**
 * What is kept under an item's former id, put under its present one.
 *
 * @import { Catalog, CatalogItem, CatalogList, Plan } from "./types.js"
 */

/** @param {Plan} plan @param {Catalog} catalog @returns {Plan} */
export function renamed(plan, catalog) {
  const questions = itemsOf(catalog, "decision");
  const kommuneAnswers = plan.kommuneAnswers?.map((one) => ({ ...one, answers: rename(one.answers, questions) }));
  return {
    ...plan,
    items: rename(plan.items, itemsOf(catalog, "checklist")),
    answers: rename(plan.answers, questions),
    ...(kommuneAnswers && { kommuneAnswers }),
  };
}

/** @param {Catalog} catalog @param {CatalogList["kind"]} kind @returns {Map<string, CatalogItem>} */
export function itemsOf(catalog, kind) {
  const lists = catalog.checklists.filter((list) => list.kind === kind);
  return new Map(lists.flatMap((list) => list.items).map((item) => [item.id, item]));
}

/** An entry only moves to a place that is free, and never away from an item that exists.
 * @template T @param {Record<string, T>} entries @param {Map<string, CatalogItem>} items @returns {Record<string, T>} */
function rename(entries, items) {
  const settled = new Map(Object.entries(entries));
  for (const { id: to, formerly = [] } of items.values()) {
    for (const from of formerly) {
      const entry = settled.get(from);
      if (entry === undefined || settled.has(to) || items.has(from)) continue;
      settled.delete(from);
      settled.set(to, entry);
    }
  }
  return Object.fromEntries(settled);
}
