/**
 * Items that a kommune adds to a list: entries like all others, whose ids say which list they stand on,
 * and which hold their own text.
 *
 * @import { Plan } from "./types.js"
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
