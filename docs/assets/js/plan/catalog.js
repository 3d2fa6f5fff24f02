/**
 * A plan against the site's list as it is now: items get new ids, or disappear.
 *
 * @import { Catalog, CatalogItem, CatalogList, Plan } from "./types.js"
 */

/**
 * @template {CatalogList} List
 * @typedef {object} Settled
 * @property {Plan} plan  Under today's ids.
 * @property {List[]} lists  The site's, with the plan's own items.
 * @property {string[]} gone  Ids of entries whose item no longer exists; the plan still holds them.
 */
import { ownIn } from "./own-items.js";
import { itemsOf, renamed } from "./renamed.js";

/** @template {CatalogList} List @param {Plan} plan @param {Catalog & {checklists: List[]}} catalog @returns {Settled<List>} */
export function settle(plan, catalog) {
  const settled = renamed(plan, catalog);
  const lists = withOwn(catalog.checklists, settled, catalog.own);
  const gone = [...missing(settled.items, itemsOf({ checklists: lists }, "checklist")), ...missing(settled.answers, itemsOf(catalog, "decision"))];
  return { plan: settled, lists, gone };
}

/** @param {object} entries @param {Map<string, CatalogItem>} items */
const missing = (entries, items) => Object.keys(entries).filter((id) => !items.has(id)).sort();

/** The lists with the plan's own items behind the others.
 * @template {CatalogList} List
 * @param {readonly List[]} lists @param {Plan} plan
 * @param {{code: string, unnamed: string}} [words]  What own items are called. @returns {List[]} */
function withOwn(lists, plan, { code, unnamed } = { code: "", unnamed: "" }) {
  const item = (/** @type {string} */ id) => ({ id, code, text: plan.items[id]?.text || unnamed, hash: "" });
  return lists.map((list) => (list.kind === "checklist" ? { ...list, items: [...list.items, ...ownIn(plan, list.id).map(item)] } : list));
}
