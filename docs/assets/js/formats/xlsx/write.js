import { DETAILS, own } from "../../plan/fields.js";
import { BLANK, ownId } from "../../plan/own-items.js";
import { zip } from "../zip.js";
import { STYLE, workbookParts, worksheet } from "./parts.js";
import { basePairs } from "./base.js";
import { phaseSheet, rowXml, textCell } from "./sheet.js";

/** @import { Plan, Catalog, CatalogList } from "../../plan/types.js" */
/** @import { WorkbookTexts } from "./xlsx.js" */
/** @import { Row } from "./sheet.js" */

/** The hidden sheet that tells whose work the file holds. */
export const FORMAT = "sjekkliste-plan";
const BLANKS = 2; // As many as on paper.

/**
 * The plan as a workbook: a sheet for each phase, a row for each item.
 * @param {Plan} plan
 * @param {Catalog} catalog
 * @param {WorkbookTexts} texts
 * @returns {Promise<Uint8Array>}  The same bytes for the same input.
 */
export async function writeWorkbook(plan, catalog, texts) {
  const phases = [...new Set(catalog.checklists.filter((list) => list.items.length && list.phase).map((list) => list.phase))];
  const sheets = phases.map((phase) => {
    const lists = catalog.checklists.filter((list) => list.phase === phase).map((list) => withRoom(list, texts.own ?? ""));
    const rows = lists.flatMap((list) => rowsOf(plan, list, texts));
    return phaseSheet(sheetName(texts.phases[phase] ?? phase), rows, lists, texts);
  });
  const about = texts.about && texts.details?.length ? [{ name: sheetName(texts.about), xml: pairsXml(texts.details) }] : [];
  return zip(workbookParts([...sheets, ...about, { name: FORMAT, xml: detailsXml(plan) }]));
}

/** The list with empty rows for items of the kommune's own. @param {CatalogList} list @param {string} code @returns {CatalogList} */
function withRoom(list, code) {
  const blank = { id: ownId(list.id, BLANK), code, text: "", hash: "" };
  return list.kind === "checklist" ? { ...list, items: [...list.items, ...Array(BLANKS).fill(blank)] } : list;
}

/** @param {string} name @returns {string} */
const sheetName = (name) => name.replace(/[[\]:*?/\\]/g, " ").replace(/^'+|'+$/g, "").slice(0, 31);

/** @param {Plan} plan @param {CatalogList} list @param {WorkbookTexts} texts @returns {Row[]} */
function rowsOf(plan, list, texts) {
  return list.items.map(({ id, code, text }) => {
    const fixed = { id, code, list: list.title, text };
    if (list.kind === "decision") {
      const { answer, reason = "" } = own(plan.answers, id) ?? {};
      return { ...fixed, status: answer ? texts.answers[answer] : "", owner: "", due: "", note: reason };
    }
    const { state = "open", owner = "", due = "", note = "" } = own(plan.items, id) ?? {};
    return { ...fixed, status: texts.statuses[state], owner, due, note };
  });
}

/** @param {Plan} plan @returns {string} */
function detailsXml(plan) {
  const details = DETAILS.map((name) => [name, plan[name]]);
  return pairsXml([["format", FORMAT], ["version", "1"], ["id", plan.id], ...details, ...basePairs(plan)]);
}

/** @param {string[][]} pairs @returns {string}  A sheet of two columns. */
function pairsXml(pairs) {
  const rows = pairs.map((pair) => pair.map((text) => textCell(text, STYLE.entered)));
  return worksheet(`<sheetData>${rows.map(rowXml).join("")}</sheetData>`);
}
