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

/** @param {Catalog} catalog @param {CatalogList["kind"]} kind */
export const itemsOf = (catalog, kind) => catalog.checklists.filter((list) => list.kind === kind).flatMap((list) => list.items);

/** An entry only moves to a place that is free, and never away from an item that exists.
 * @template T @param {Record<string, T>} entries @param {readonly CatalogItem[]} items @returns {Record<string, T>} */
function rename(entries, items) {
  const settled = new Map(Object.entries(entries));
  const ids = new Set(items.map(({ id }) => id));
  for (const { id: to, formerly = [] } of items) {
    for (const from of formerly) {
      const entry = settled.get(from);
      if (entry === undefined || settled.has(to) || ids.has(from)) continue;
      settled.delete(from);
      settled.set(to, entry);
    }
  }
  return Object.fromEntries(settled);
}
