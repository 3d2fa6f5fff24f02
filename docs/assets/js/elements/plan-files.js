/** Plans that come in from the reader's own files. Loaded when one does. */
import { decoded, foreignFile, isTable } from "../formats/foreign.js";
import { readPlan, writePlan } from "../formats/json.js";
import { errorText } from "../views/problem-text.js";
import { words } from "../views/words.js";
import { late } from "../page/late.js";

/** @import { Plan } from "../plan/types.js" */
/** @import { Store } from "../store/store.js" */

const LARGEST = 50e6; // Bytes; what can be opened is far smaller.

/**
 * @typedef {object} Incoming  A plan that comes in.
 * @property {Plan} plan
 * @property {string} from  What it comes from, such as the file's name.
 * @property {string[]} notes  What else the reader must know.
 * @property {boolean} [undated]  Whether it does not say when it was last changed.
 */

/** Open a saved file or a spreadsheet: show what is in it, and do what the reader then chooses.
 * @param {File} file @param {Store} store @returns {Promise<string>} What went wrong, in words; empty when nothing did. */
export async function openFile(file, store) {
  const take = async (/** @type {Incoming} */ incoming) => (await takeIn(incoming, store)).problem;
  const openWorkbook = (await isZip(file)) && (await late(() => import("./open-workbook.js"), "openWorkbook"));
  const found = openWorkbook ? { problem: await openWorkbook(file, store, take) } : await planIn(file);
  const problem = "problem" in found ? found.problem : await take(found);
  return problem && `${problem} ${words("read.unchanged")}`;
}

/** The plan in a saved file or a spreadsheet, or in words why there is none.
 * @param {File} file @returns {Promise<Incoming | {problem: string}>} */
async function planIn(file) {
  if (await isZip(file)) return (await late(() => import("./open-workbook.js"), "planInWorkbook"))(file);
  const bytes = await bytesOf(file);
  const foreign = bytes ? foreignFile(bytes) : "too-large";
  const text = bytes && !foreign ? decoded(bytes) : "";
  const read = foreign ? { ok: /** @type {const} */ (false), error: { key: foreign, values: {} } } : readPlan(text);
  if (read.ok) return { plan: read.plan, from: file.name, notes: [] };
  const table = read.error.key === "not-json" && isTable(text);
  return { problem: errorText("read", table ? { key: "csv", values: {} } : read.error, file.name) };
}

/** The plans in these files, and what is wrong with each of the others. @param {File[]} files */
export async function plansIn(files) {
  /** @type {Incoming[]} */
  const found = [];
  /** @type {string[]} */
  const problems = [];
  for (const file of files) {
    const read = await planIn(file);
    if ("problem" in read) problems.push(read.problem);
    else {
      found.push(read);
      problems.push(...read.notes.map((note) => words("several.note", { file: file.name, note })));
    }
  }
  return { found, problems };
}

/**
 * Show a plan that comes in, and use what the reader then chooses.
 * @param {Incoming} incoming
 * @param {Store} store
 * @returns {Promise<{problem: string, taken: boolean}>} What went wrong, in words; empty when nothing did.
 */
export async function takeIn(incoming, store) {
  const preview = await late(() => import("./preview.js"), "preview");
  const chosen = await preview(incoming, () => store.load(), (id) => store.holds(id));
  // Two plans within the limits of a file can exceed them together.
  if (chosen && !readPlan(writePlan(chosen)).ok) return { problem: words("read.too-large", { file: incoming.from }), taken: false };
  return { problem: "", taken: chosen !== undefined && store.use(chosen) };
}

/** Whether the file begins as a spreadsheet does. @param {File} file */
async function isZip(file) {
  return (await file.slice(0, 2).text().catch(() => "")) === "PK";
}

/** @param {File} file @returns {Promise<Uint8Array | undefined>}  None if it is too large; no bytes if the browser cannot read it. */
async function bytesOf(file) {
  if (file.size > LARGEST) return undefined;
  return new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)));
}
