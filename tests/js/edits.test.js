import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, baseOf, clashes, editsOf } from "../../docs/assets/js/plan/edits.js";
import { setEntry } from "../../docs/assets/js/plan/plan.js";
import { readPlan, writePlan } from "../../docs/assets/js/plan/read.js";
import { readWorkbook, writeWorkbook } from "../../docs/assets/js/plan/xlsx.js";
import { CATALOG, HEADER, PLAN, TEXTS, workbook } from "./workbook-files.js";

const NOW = "2026-11-22T10:00:00Z";

/** @param {Uint8Array | Promise<Uint8Array>} bytes */
async function read(bytes) {
  const found = await readWorkbook(await bytes, CATALOG, TEXTS);
  assert.ok(found.ok);
  return found;
}

/** The workbook of `made`, edited in one field as somebody would in Excel.
 * @param {import("../../docs/assets/js/plan/types.js").Plan} made @param {object} change */
async function edited(made, change) {
  const found = await read(writeWorkbook(made, CATALOG, TEXTS));
  return { ...found, items: { ...found.items, "a-1": { ...found.items["a-1"], ...change } } };
}

test("the plan that the workbook was made from comes back with it", async () => {
  const found = await read(writeWorkbook(PLAN, CATALOG, TEXTS));
  const same = readPlan(writePlan(PLAN));
  assert.deepEqual(baseOf(found, "x", NOW), same.ok && same.plan);
});

test("only cells that somebody changed count, also when the plan has moved on", async () => {
  const moved = setEntry(PLAN, "a-2", { note: "skrevet i nettleseren" }, NOW);
  const found = await edited(PLAN, { owner: "Ny" });
  const edits = editsOf(moved, baseOf(found, "x", NOW), found);
  assert.deepEqual(edits.map(({ id, field, after }) => [id, field, after]), [["a-1", "owner", "Ny"]]);
  assert.equal(edits.some(clashes), false);
  const after = applyEdits(moved, edits, CATALOG, NOW);
  assert.equal(after.items["a-1"]?.owner, "Ny");
  assert.equal(after.items["a-2"]?.note, "skrevet i nettleseren");
});

test("an emptied cell empties the field", async () => {
  const made = setEntry(PLAN, "a-1", { note: "bort" }, NOW);
  const found = await edited(made, { note: "" });
  const after = applyEdits(made, editsOf(made, baseOf(found, "x", NOW), found), CATALOG, NOW);
  assert.equal(after.items["a-1"]?.note, undefined);
});

test("a field that both have changed is a clash", async () => {
  const found = await edited(PLAN, { owner: "Regneark" });
  const moved = setEntry(PLAN, "a-1", { owner: "Nettleser" }, NOW);
  const [edit] = editsOf(moved, baseOf(found, "x", NOW), found);
  assert.ok(edit && clashes(edit));
  assert.deepEqual([edit.now, edit.after], ["Nettleser", "Regneark"]);
});

test("a new state gets the text's hash, and a removed one loses it", async () => {
  const open = setEntry(PLAN, "a-1", { state: "" }, NOW);
  const found = await edited(open, { state: "done" });
  const after = applyEdits(open, editsOf(open, baseOf(found, "x", NOW), found), CATALOG, NOW);
  const item = CATALOG.checklists.flatMap((list) => list.items).find(({ id }) => id === "a-1");
  assert.equal(after.items["a-1"]?.hash, item?.hash);
});

test("in a workbook without a plan, an empty cell says nothing", async () => {
  const found = await read(workbook([HEADER, HEADER.map((name) => (name === "Id" ? "a-1" : name === "Ansvarlig" ? "Ny" : ""))]));
  const edits = editsOf(PLAN, baseOf(found, "fersk", NOW), found);
  assert.deepEqual(edits.map(({ id, field }) => [id, field]), [["a-1", "owner"]]);
});
