/** What can be made of a plan for others: a spreadsheet, a calendar. Loaded when asked for. */
import { settle } from "../plan/catalog.js";
import { DETAILS } from "../plan/fields.js";
import { fileName, offer } from "./save-copy.js";
import { wordGroup, words } from "../views/words.js";
import { late } from "../page/late.js";

/** @import { Plan } from "../plan/types.js" */
/** @import { Site } from "../views/site.js" */

/** @param {Plan} plan @param {Site} site */
export async function saveWorkbook(plan, site) {
  const writeWorkbook = await late(() => import("../formats/xlsx/xlsx.js"), "writeWorkbook");
  const textsOf = await late(() => import("./open-workbook.js"), "textsOf");
  const { plan: settled, lists } = settle(plan, site);
  const bytes = await writeWorkbook(settled, { checklists: lists }, { ...textsOf(site), details: detailsOf(plan) });
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  offer(/** @type {BlobPart} */ (bytes), fileName(plan, "xlsx"), type);
}

/** @param {Plan} plan @param {Site} site */
export async function saveCalendar(plan, site) {
  const calendar = await late(() => import("../formats/ics.js"), "calendar");
  const { plan: settled, lists } = settle(plan, site);
  const text = calendar(settled, { checklists: lists }, {
    site: site.site,
    now: plan.changed,
    texts: wordGroup("calendar"),
    about: detailsOf(plan).map((pair) => pair.join(": ")).join("\n"),
  });
  offer(text, fileName(plan, "ics"), "text/calendar");
}

/** What a plan is called and belongs to, as far as it says. @param {Plan} plan */
const detailsOf = (plan) => DETAILS.filter((name) => plan[name]).map((name) => [words(`field.${name}`), plan[name]]);
