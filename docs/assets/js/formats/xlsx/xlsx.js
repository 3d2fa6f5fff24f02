/** «Regneark»: the plan as a workbook, and what a workbook changes in the plan. */
import { KINDS, fieldsOf } from "../../plan/fields.js";
import { cellText } from "./cells.js";

export { writeWorkbook } from "./write.js";
export { readWorkbook } from "./read.js";

/** @import { Plan } from "../../plan/types.js" */

/**
 * @typedef {object} WorkbookTexts  The words in the workbook.
 * @property {Record<string, string>} phases  The sheets' names, by phase id.
 * @property {Record<Column, string>} columns  The header row.
 * @property {Record<"open" | "done" | "na", string>} statuses  Without commas, as are the answers.
 * @property {Record<import("../../plan/types.js").Answer, string>} answers
 * @property {string} [own]  What stands for a code on the rows of the kommune's own items.
 * @property {string} [printed]  The name of the sheet that says what a workbook to print is.
 * @property {string} [about]  The name of the sheet that says what the plan is and belongs to.
 * @property {string[][]} [details]  What it says there: pairs of a label and a text.
 * @property {{owner?: string, due?: string, note?: string}} [hints]  Shown beside the cell in hand.
 *
 * @typedef {"id" | "code" | "list" | "text" | "status" | "owner" | "due" | "note"} Column
 *
 * @typedef {{[F in "id" | import("../../plan/fields.js").Detail]?: string}} Details
 * @typedef {{[F in "text" | "state" | "owner" | "due" | "note"]?: string}} SheetItem  What a row says: "" is an empty
 *   cell, absent is nothing. The text is that of the kommune's own items.
 * @typedef {{[F in "answer" | "reason"]?: string}} SheetAnswer
 *
 * @typedef {object} Problem  A cell that could not be used.
 * @property {string} sheet
 * @property {string} cell  Such as G12.
 * @property {string} key
 * @property {string} value
 *
 * @typedef {object} Workbook  What was read.
 * @property {true} ok
 * @property {Details} details
 * @property {Record<string, SheetItem>} items  By item id.
 * @property {Record<string, SheetAnswer>} answers  By question id.
 * @property {Map<string, string>} hashes  Of the texts that the verdicts were given on, by id.
 * @property {string[]} unknownRows  Such as Forarbeid!12.
 * @property {Problem[]} problems
 * @property {Plan} [base]  The plan as it was when the workbook was made, if it says.
 *
 * @typedef {object} Change
 * @property {"items" | "answers"} part
 * @property {string} id
 * @property {keyof SheetItem | keyof SheetAnswer} field
 * @property {string} before  "" if the plan has nothing there.
 * @property {string} after  "" if the sheet has nothing there.
 */

/** The plan's fields that the sheet changes, in the sheet's order.
 * @param {Plan} plan @param {Pick<Workbook, "items" | "answers">} read @returns {Change[]} */
export function changes(plan, read) {
  return /** @type {const} */ (["items", "answers"]).flatMap((part) => Object.entries(read[part]).flatMap(([id, row]) => {
    const fields = /** @type {Change["field"][]} */ (Object.keys(KINDS[part].forms));
    const cells = fields.map((field) => ({ part, id, field, before: fieldsOf(plan, part, id)[field] ?? "", after: /** @type {SheetItem & SheetAnswer} */ (row)[field] }));
    return cells.flatMap(({ after, ...cell }) => (after === undefined || after === cellText(cell.before) ? [] : [{ ...cell, after }]));
  }));
}
