/**
 * A plan against the site's list as it is now: items get new ids, new words, or disappear.
 *
 * @import { Catalog, CatalogItem, CatalogList, Plan } from "./types.js"
 * @import { Move } from "./renamed.js"
 */

/**
 * @template {CatalogList} List
 * @typedef {object} Settled
 * @property {Plan} plan
 * @property {List[]} lists  The site's, with the plan's own items.
 * @property {Move[]} moved  Entries that now stand under their item's new id.
 * @property {string[]} gone  Ids of entries whose item no longer exists; the plan still holds them.
 * @property {string[]} changed  Ids of items whose text has changed since their verdict was set.
 */
import { KINDS, fieldsOf } from "./fields.js";
import { ownIn } from "./own-items.js";
import { itemsOf, renamed } from "./renamed.js";

/** @template {CatalogList} List @param {Plan} plan @param {Catalog & {checklists: List[]}} catalog @returns {Settled<List>} */
export function settle(plan, catalog) {
  const { plan: settled, moved } = renamed(plan, catalog);
  const lists = withOwn(catalog.checklists, settled, catalog.own);
  const items = itemsOf({ checklists: lists }, "checklist");
  const questions = itemsOf(catalog, "decision");
  return {
    plan: settled,
    lists,
    moved,
    gone: [...missing(settled.items, items), ...missing(settled.answers, questions)],
    changed: [...reworded(settled, "items", items), ...reworded(settled, "answers", questions)],
  };
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

/** The lists with the plan's own items behind the others.
 * @template {CatalogList} List
 * @param {readonly List[]} lists @param {Plan} plan
 * @param {{code: string, unnamed: string}} [words]  What own items are called. @returns {List[]} */
function withOwn(lists, plan, { code, unnamed } = { code: "", unnamed: "" }) {
  const item = (/** @type {string} */ id) => ({ id, code, text: plan.items[id]?.text || unnamed, hash: "" });
  return lists.map((list) => (list.kind === "checklist" ? { ...list, items: [...list.items, ...ownIn(plan, list.id).map(item)] } : list));
}
