/**
 * What somebody has changed in a workbook since it was made, put into the plan as it is now.
 *
 * @import { Catalog, Plan } from "./types.js"
 * @import { Change, Workbook } from "./xlsx.js"
 *
 * @typedef {Change & {now: string}} Edit  `now` is what the plan says today: another value than
 *   `before` if both have been changed.
 */
import { fieldsOf } from "./fields.js";
import { setDetails } from "./details.js";
import { emptyPlan, setAnswer, setEntry } from "./plan.js";
import { cellText } from "./xlsx-cells.js";
import { changes } from "./xlsx.js";

/** The plan that a workbook was made from; of one that came without a plan, its details alone.
 * @param {Workbook} read @param {string} id  For a plan that has none. @param {string} now @returns {Plan} */
export function baseOf({ base, details }, id, now) {
  if (base) return base;
  const { id: own, ...rest } = details;
  return setDetails(emptyPlan({ id: own && /^[a-z0-9-]+$/.test(own) ? own : id, now }), rest, now);
}

/** The cells that say something else than when the workbook was made, and than the plan says now.
 * In a workbook that came without a plan, an empty cell says nothing.
 * @param {Plan} plan @param {Plan} base @param {Workbook} read @returns {Edit[]} */
export function editsOf(plan, base, read) {
  return changes(base, read)
    .map((change) => ({ ...change, now: fieldsOf(plan, change.part, change.id)[change.field] ?? "" }))
    .filter(({ after, now }) => after !== cellText(now));
}

/** Whether the plan has been changed in the same place since. @param {Edit} edit */
export const clashes = ({ before, now }) => cellText(before) !== cellText(now);

/**
 * @param {Plan} plan
 * @param {readonly Edit[]} edits  Those that the reader takes.
 * @param {Catalog} catalog
 * @param {string} now
 * @returns {Plan}
 */
export function applyEdits(plan, edits, catalog, now) {
  const hashes = new Map(catalog.checklists.flatMap((list) => list.items.map((item) => [item.id, item.hash])));
  return edits.reduce((changed, { part, id, field, after }) => {
    const verdict = field === "state" || field === "answer";
    const change = { [field]: after, ...(verdict && { hash: after && hashes.get(id) }) };
    return part === "items" ? setEntry(changed, id, change, now) : setAnswer(changed, id, change, now);
  }, plan);
}
