/** Plans that come in from the reader's own files. Loaded when one does. */
import { readPlan, writePlan } from "./plan/read.js";
import { words } from "./words.js";

export { fileName, offer, saveCopy } from "./save-copy.js";

/** @typedef {import("./plan/types.js").Plan} Plan */
/** @typedef {import("./store.js").Store} Store */

/**
 * Open a saved file or a spreadsheet: show what is in it, and do what the reader then chooses.
 * @param {File} file
 * @param {Store} store
 * @returns {Promise<string>} What went wrong, in words; empty when nothing did.
 */
export async function openFile(file, store) {
  if (await isZip(file)) {
    const { openWorkbook } = await import("./open-workbook.js");
    return openWorkbook(file, store, (plan, from, notes) => takeIn(plan, store, from, notes));
  }
  const read = readPlan(await text(file));
  if (!read.ok) return words(`read.${read.error.key}`, { ...read.error.values, file: file.name });
  return takeIn(read.plan, store, file.name);
}

/**
 * Show a plan that comes in, and use what the reader then chooses.
 * @param {Plan} plan
 * @param {Store} store
 * @param {string} from  What it comes from, such as the file's name.
 * @param {string[]} [notes]  What else the reader must know.
 * @returns {Promise<string>} What went wrong, in words; empty when nothing did.
 */
export async function takeIn(plan, store, from, notes = []) {
  const { preview } = await import("./preview.js");
  const chosen = await preview(plan, store.load(), from, notes);
  // Two plans within the limits of a file can exceed them together.
  if (chosen && !readPlan(writePlan(chosen)).ok) return words("read.too-large", { file: from });
  if (chosen) store.use(chosen);
  return "";
}

/** Whether the file begins as a spreadsheet does. @param {File} file */
async function isZip(file) {
  return (await file.slice(0, 2).text().catch(() => "")) === "PK";
}

/** The file's text, or something that is sure to be refused by name. @param {File} file */
export async function text(file) {
  try {
    return file.size > 50e6 ? " ".repeat(6e6) : await file.text();
  } catch {
    return "";
  }
}
