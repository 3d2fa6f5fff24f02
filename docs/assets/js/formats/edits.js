/**
 * What somebody has changed in a workbook since it was made, put into the plan as it is now.
 *
 * @import { Catalog, Plan } from "../plan/types.js"
 * @import { Change, Workbook } from "./xlsx/xlsx.js"
 *
 * @typedef {Change & {now: string}} Edit  `now` is what the plan says today: another value than
 *   `before` if both have been changed.
 */
import { choiceKey } from "../plan/pair.js";
import { KINDS, fieldsOf } from "../plan/fields.js";
import { emptyPlan, set, setDetails } from "../plan/plan.js";
import { reconcile } from "../plan/reconcile.js";
import { renamed } from "../plan/renamed.js";
import { cellText } from "./xlsx/cells.js";
import { changes } from "./xlsx/xlsx.js";

/** The plan that a workbook was made from; of one that came without a plan, its details alone.
 * @param {Workbook} read @param {string} id  For a plan that has none. @param {string} now @param {Catalog} catalog  Puts it under today's ids. */
export function baseOf({ base, details }, id, now, catalog) {
  if (base) return renamed(base, catalog);
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

/** The plan as somebody has left it in the workbook. @param {Plan} base @param {Workbook} read @param {string} now */
export function sheetOf(base, read, now) {
  return changes(base, read).reduce((changed, { part, id, field, after }) => {
    const verdict = field === KINDS[part].verdict;
    const change = { [field]: after, ...(verdict && { hash: after ? read.hashes.get(id) : undefined }) };
    return set(changed, part, id, change, now);
  }, base);
}

/** The plan with the workbook's changes.
 * @param {Plan} plan @param {Plan} base @param {Plan} sheet @param {readonly Edit[]} left  Those that the reader does not take. */
export function withSheet(plan, base, sheet, left) {
  const mine = left.map(({ part, id, field }) => choiceKey({ where: part, id, field }));
  return reconcile(base, plan, sheet, (pair) => (mine.includes(choiceKey(pair)) ? "mine" : "theirs")).plan;
}
