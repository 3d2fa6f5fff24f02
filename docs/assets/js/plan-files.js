/** Plans to and from the reader's own files. Loaded with the list, since saving must always work. */
import { readPlan, writePlan } from "./plan/read.js";
import { words } from "./words.js";

/** @typedef {import("./plan/types.js").Plan} Plan */
/** @typedef {import("./store.js").Store} Store */

/**
 * @typedef {object} Incoming  A plan that comes in.
 * @property {Plan} plan
 * @property {string} from  What it comes from, such as the file's name.
 * @property {string[]} notes  What else the reader must know.
 * @property {boolean} [undated]  Whether it does not say when it was last changed.
 */

/** @type {any} The file the reader chose, kept to within the visit; by plan. */
const handles = new Map();

/**
 * Save the plan as a file: where the reader chooses if the browser allows it, else as a download.
 * @param {Plan} plan
 * @returns {Promise<boolean>} false when the reader changed their mind.
 */
export async function saveCopy(plan) {
  const picker = /** @type {any} */ (window).showSaveFilePicker;
  if (!picker) return download(plan);
  try {
    const handle = handles.get(plan.id) ?? (await picker.call(window, { suggestedName: fileName(plan) }));
    const stream = await handle.createWritable();
    await stream.write(writePlan(plan));
    await stream.close();
    handles.set(plan.id, handle);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return false;
    return download(plan);
  }
}

/** @param {Plan} plan */
function download(plan) {
  return offer(writePlan(plan), fileName(plan), "application/json");
}

/**
 * Let the browser save this as a file.
 * @param {BlobPart} content
 * @param {string} name
 * @param {string} type
 */
export function offer(content, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
  return true;
}

/**
 * A name that says what the file is and how old: planarbeid-2027-05-05.json.
 * @param {Plan} plan
 * @param {string} [suffix]
 */
export function fileName(plan, suffix = "json") {
  const whose = (plan.kommuner || plan.name).toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("å", "a");
  return ["planarbeid", whose.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40), plan.changed.slice(0, 10)]
    .filter(Boolean).join("-") + `.${suffix}`;
}

/**
 * Open a saved file or a spreadsheet: show what is in it, and do what the reader then chooses.
 * @param {File} file
 * @param {Store} store
 * @returns {Promise<string>} What went wrong, in words; empty when nothing did.
 */
export async function openFile(file, store) {
  const problem = await (await isZip(file) ? openSheets(file, store) : openSaved(file, store));
  return problem && `${problem} ${words("read.unchanged")}`;
}

/** @param {File} file @param {Store} store */
async function openSheets(file, store) {
  const { openWorkbook } = await import("./open-workbook.js");
  return openWorkbook(file, store, async (incoming) => (await takeIn(incoming, store)).problem);
}

/** @param {File} file @param {Store} store */
async function openSaved(file, store) {
  const found = await planIn(file);
  return "problem" in found ? found.problem : (await takeIn(found, store)).problem;
}

/**
 * The plan in a saved file or a spreadsheet, or in words why there is none.
 * @param {File} file
 * @returns {Promise<Incoming | {problem: string}>}
 */
export async function planIn(file) {
  if (await isZip(file)) return (await import("./open-workbook.js")).planInWorkbook(file);
  const read = readPlan(await text(file));
  if (!read.ok) return { problem: words(`read.${read.error.key}`, { ...read.error.values, file: file.name }) };
  return { plan: read.plan, from: file.name, notes: [] };
}

/**
 * Show a plan that comes in, and use what the reader then chooses.
 * @param {Incoming} incoming
 * @param {Store} store
 * @returns {Promise<{problem: string, taken: boolean}>} What went wrong, in words; empty when nothing did.
 */
export async function takeIn(incoming, store) {
  const { preview } = await import("./preview.js");
  const chosen = await preview(incoming, store.load());
  // Two plans within the limits of a file can exceed them together.
  if (chosen && !readPlan(writePlan(chosen)).ok) return { problem: words("read.too-large", { file: incoming.from }), taken: false };
  if (chosen) store.use(chosen);
  return { problem: "", taken: Boolean(chosen) };
}

/** Whether the file begins as a spreadsheet does. @param {File} file */
async function isZip(file) {
  return (await file.slice(0, 2).text().catch(() => "")) === "PK";
}

/** The file's text, or something that is sure to be refused by name. @param {File} file */
async function text(file) {
  try {
    return file.size > 50e6 ? " ".repeat(6e6) : await file.text();
  } catch {
    return "";
  }
}
