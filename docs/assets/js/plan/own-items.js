/**
 * Items that a kommune adds to a list: entries like all others, whose ids say which list they stand on,
 * and which hold their own text.
 *
 * @import { CatalogItem, CatalogList, Plan } from "./types.js"
 */

const MARK = "eget-";

/** What stands for the rest of the id on an empty row of a workbook. */
export const BLANK = "ny";

/** @param {string} list  The list's id. @param {string} tail  Without a hyphen; sorts as the items were made. */
export const ownId = (list, tail) => `${MARK}${list}-${tail}`;

/** The id of the list that an own item stands on, or "" for any other item. @param {string} id */
export const listOf = (id) => (id.startsWith(MARK) ? id.slice(MARK.length, Math.max(id.lastIndexOf("-"), MARK.length)) : "");

/** The ids of the plan's own items on this list, in the order they were made. @param {Plan} plan @param {string} list */
export const ownIn = (plan, list) => Object.keys(plan.items).filter((id) => listOf(id) === list).sort();

/** The lists with the plan's own items behind the others.
 * @template {CatalogList} List
 * @param {readonly List[]} lists @param {Plan} plan
 * @param {{code: string, unnamed: string}} [words]  What own items are called. @returns {List[]} */
export function withOwn(lists, plan, { code, unnamed } = { code: "", unnamed: "" }) {
  const item = (/** @type {string} */ id) => ({ id, code, text: plan.items[id]?.text || unnamed, hash: "" });
  return lists.map((list) => (list.kind === "checklist" ? { ...list, items: [...list.items, ...ownIn(plan, list.id).map(item)] } : list));
}

/** A tail that the same text always gets, for what comes without an id. FNV-1a. @param {string} text */
export function tailOf(text) {
  const hash = [...text].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5);
  return `z${(hash >>> 0).toString(36)}`;
}
