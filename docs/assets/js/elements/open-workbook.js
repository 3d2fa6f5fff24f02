/** A spreadsheet of the plan that somebody has worked in, opened again. Loaded when one is. */
import { baseOf, clashes, editsOf, sheetOf, withSheet } from "../formats/edits.js";
import { isEmpty } from "../plan/plan.js";
import { Refusal } from "../plan/refusal.js";
import { readWorkbook } from "../formats/xlsx/xlsx.js";
import { newId, now as moment } from "../page/browser.js";
import { ask } from "../controls/dialog.js";
import { mergeLabel, showChanges, showFew, shown, showNotes } from "./preview.js";
import { shortened } from "../views/shown.js";
import { itemNames, site } from "../views/site.js";
import { errorText } from "../views/problem-text.js";
import { copy, line, part, wordGroup, words } from "../views/words.js";

/** @import { Plan } from "../plan/types.js" */
/** @import { Workbook } from "../formats/xlsx/xlsx.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Incoming } from "./plan-files.js" */
/** @typedef {{read: Workbook, base: Plan, lists: import("../views/site.js").Site}} Found  `base` is the plan that it was made from. */
/** @typedef {{text: (id: string) => string, file: string}} Known  What the reader calls things. */

const LINES = 200; // Characters of a name.
const LARGEST = 20e6; // Bytes; a filled spreadsheet of ours is far below one megabyte.

/**
 * Show what a spreadsheet changes, and do what the reader then chooses.
 * @param {File} file
 * @param {Store} store
 * @param {(incoming: Incoming) => Promise<string>} takeIn  For the plan of somebody else.
 * @returns {Promise<string>} What went wrong, in words; empty when nothing did.
 */
export async function openWorkbook(file, store, takeIn) {
  try {
    const found = await readFile(file);
    const { read, base, lists } = found;
    const stored = () => [store.load(), ...store.plans()].find((plan) => plan.id === base.id);
    const mine = stored();
    if (!mine) return takeIn(planOf(found, file));
    const edits = editsOf(mine, base, read);
    const sheet = sheetOf(base, read, moment());
    const names = itemNames(lists, mine, sheet);
    const chosen = await showEdits(mine, edits, notesOf(read), { file: file.name, text: (id) => names.get(id) ?? id });
    if (!chosen?.length) return "";
    const now = stored() ?? mine;
    // Another window has changed what the sheet changes.
    if (JSON.stringify(editsOf(now, base, read)) !== JSON.stringify(edits)) return openWorkbook(file, store, takeIn);
    if (now.id !== store.plan.id) store.use(now);
    store.use(withSheet(now, base, sheet, edits.filter((one) => !chosen.includes(one))));
    return "";
  } catch (error) {
    return told(error, file);
  }
}

/** The plan in a spreadsheet, or in words why there is none.
 * @param {File} file @returns {Promise<Incoming | {problem: string}>} */
export async function planInWorkbook(file) {
  try {
    return planOf(await readFile(file), file);
  } catch (error) {
    return { problem: told(error, file) };
  }
}

/** @param {unknown} error @param {File} file */
function told(error, { name }) {
  if (!(error instanceof Refusal)) throw error;
  return errorText("read", error, name);
}

/** Throws a Refusal. @param {File} file @returns {Promise<Found>} */
async function readFile(file) {
  const lists = await site().catch(() => undefined);
  if (!lists) throw new Refusal("no-site");
  if (file.size > LARGEST) throw new Refusal("too-large");
  const read = await readWorkbook(new Uint8Array(await file.arrayBuffer()), lists, textsOf(lists));
  if (!read.ok) throw new Refusal(read.error.key, read.error.values);
  return { read, lists, base: baseOf(read, newId(), moment(), lists) };
}

/** Throws a Refusal where there is nothing. @param {Found} found @param {File} file @returns {Incoming} */
function planOf({ read, base }, { name }) {
  const plan = sheetOf(base, read, base.changed);
  const notes = notesOf(read);
  if (isEmpty(plan)) throw new Refusal(notes.length ? "not-usable" : "not-filled", { notes: notes.join(" ") });
  return { plan, from: name, notes, undated: !read.base || plan !== base };
}

/** The words in a spreadsheet. @param {import("../views/site.js").Site} lists */
export function textsOf(lists) {
  const phases = Object.fromEntries(lists.phases.map(({ id, title }) => [id, title]));
  return { ...wordGroup("workbook"), own: lists.own?.code, phases };
}

/** What could not be used, each in words. @param {Workbook} read */
function notesOf({ problems, unknownRows }) {
  const rows = unknownRows.length ? [words("workbook-read.unknown-rows", { rows: unknownRows.map((row) => row.replace("!", " ")).join(", ") })] : [];
  return [...problems.map(({ sheet, cell, key, value }) => words(`workbook-read.${key}`, { cell: `${sheet} ${cell}`.trim(), value })), ...rows];
}

/**
 * @param {Plan} plan
 * @param {import("../formats/edits.js").Edit[]} edits
 * @param {string[]} notes
 * @param {Known} known
 * @returns {Promise<import("../formats/edits.js").Edit[] | undefined>} Those to make; undefined when the reader cancels.
 */
async function showEdits(plan, edits, notes, { file, text }) {
  const dialog = /** @type {HTMLDialogElement} */ (copy("regneark-endringer"));
  const clear = edits.filter((edit) => !clashes(edit));
  const differ = edits.filter(clashes).map((edit) => ({ ...edit, name: nameOf(edit), title: `${text(edit.id)} – ${words(`field.${edit.field}`)}`, mine: edit.now, theirs: edit.after }));
  const sides = showChanges(dialog, differ);
  part(dialog, "[data-file]").textContent = file;
  part(dialog, "[data-whose]").textContent = shortened([plan.kommuner, plan.name].filter(Boolean).join(" – "), LINES) || words("preview.no-name");
  part(dialog, "[data-none]").hidden = edits.length > 0 || notes.length > 0;
  part(dialog, "[data-else]").hidden = edits.length > 0 || notes.length === 0;
  part(dialog, "[data-kept]").hidden = edits.length === 0;
  part(dialog, "[value=merge]").hidden = edits.length === 0;
  part(dialog, "[value=merge]").textContent = mergeLabel(plan);
  showFew(part(dialog, "[data-clear]"), clear, (edit) => line(words("workbook-read.change", {
    text: text(edit.id), field: words(`field.${edit.field}`), before: shown(edit.now), after: shown(edit.after),
  })));
  showNotes(dialog, notes);
  if ((await ask(dialog)) !== "merge") return undefined;
  const chosen = sides();
  return edits.filter((edit) => !clashes(edit) || chosen[nameOf(edit)] === "theirs");
}

/** @param {import("../formats/edits.js").Edit} edit */
const nameOf = ({ id, field }) => `${id}/${field}`;
