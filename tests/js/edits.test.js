import assert from "node:assert/strict";
import { test } from "node:test";
import { baseOf, clashes, editsOf, sheetOf, withSheet } from "../../docs/assets/js/formats/edits.js";
import { setEntry } from "../../docs/assets/js/plan/plan.js";
import { readPlan, writePlan } from "../../docs/assets/js/formats/json.js";
import { readWorkbook, writeWorkbook } from "../../docs/assets/js/formats/xlsx/xlsx.js";
import { CATALOG, HEADER, PLAN, TEXTS, workbook } from "./workbook-files.js";

const NOW = "2026-11-22T10:00:00Z";

/** @param {Uint8Array | Promise<Uint8Array>} bytes */
async function read(bytes) {
  const found = await readWorkbook(await bytes, CATALOG, TEXTS);
  assert.ok(found.ok);
  return found;
}

/** All that the workbook changes, put into the plan. @param {import("../../docs/assets/js/plan/types.js").Plan} plan
 * @param {import("../../docs/assets/js/formats/xlsx/xlsx.js").Workbook} found @param {import("../../docs/assets/js/formats/edits.js").Edit[]} [left] */
function taken(plan, found, left = []) {
  const base = baseOf(found, "x", NOW, CATALOG);
  return withSheet(plan, base, sheetOf(base, found, NOW), left);
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
  assert.deepEqual(baseOf(found, "x", NOW, CATALOG), same.ok && same.plan);
});

test("only cells that somebody changed count, also when the plan has moved on", async () => {
  const moved = setEntry(PLAN, "a-2", { note: "skrevet i nettleseren" }, NOW);
  const found = await edited(PLAN, { owner: "Ny" });
  const edits = editsOf(moved, baseOf(found, "x", NOW, CATALOG), found);
  assert.deepEqual(edits.map(({ id, field, after }) => [id, field, after]), [["a-1", "owner", "Ny"]]);
  assert.equal(edits.some(clashes), false);
  const after = taken(moved, found);
  assert.equal(after.items["a-1"]?.owner, "Ny");
  assert.equal(after.items["a-2"]?.note, "skrevet i nettleseren");
});

test("a workbook made before an item got a new id comes back as unchanged", async () => {
  const before = { checklists: CATALOG.checklists.map((list) => ({ ...list, items: list.items.map((item) => (item.id === "a-2" ? { ...item, id: "gammel" } : item)) })) };
  const { "a-2": entry, ...items } = PLAN.items;
  const made = { ...PLAN, items: { ...items, gammel: { ...entry } } };
  const found = await read(writeWorkbook(made, before, TEXTS));
  const base = baseOf(found, "x", NOW, CATALOG);
  assert.deepEqual([found.problems, found.unknownRows, editsOf(base, base, found)], [[], [], []]);
});

test("an emptied cell empties the field", async () => {
  const made = setEntry(PLAN, "a-1", { note: "bort" }, NOW);
  const found = await edited(made, { note: "" });
  const after = taken(made, found);
  assert.equal(after.items["a-1"]?.note, undefined);
});

test("a field that both have changed is a clash", async () => {
  const found = await edited(PLAN, { owner: "Regneark" });
  const moved = setEntry(PLAN, "a-1", { owner: "Nettleser" }, NOW);
  const [edit] = editsOf(moved, baseOf(found, "x", NOW, CATALOG), found);
  assert.ok(edit && clashes(edit));
  assert.deepEqual([edit.now, edit.after], ["Nettleser", "Regneark"]);
  for (const [left, owner] of /** @type {const} */ ([[[], "Regneark"], [[edit], "Nettleser"]])) {
    assert.equal(taken(moved, found, [...left]).items["a-1"]?.owner, owner);
  }
});

test("a new state gets the text's hash, and a removed one loses it", async () => {
  const open = setEntry(PLAN, "a-1", { state: "" }, NOW);
  const found = await edited(open, { state: "done" });
  const after = taken(open, found);
  const item = CATALOG.checklists.flatMap((list) => list.items).find(({ id }) => id === "a-1");
  assert.equal(after.items["a-1"]?.hash, item?.hash);
});

test("in a workbook without a plan, an empty cell says nothing", async () => {
  const found = await read(workbook([HEADER, HEADER.map((name) => (name === "Id" ? "a-1" : name === "Ansvarlig" ? "Ny" : ""))]));
  const edits = editsOf(PLAN, baseOf(found, "fersk", NOW, CATALOG), found);
  assert.deepEqual(edits.map(({ id, field }) => [id, field]), [["a-1", "owner"]]);
});

test("a workbook from before an item got a new id comes back untouched as unchanged", async () => {
  const old = { checklists: CATALOG.checklists.map((list) => ({ ...list, items: list.items.map((item) => (item.id === "a-1" ? { ...item, id: "a-old" } : item)) })) };
  const renamed = { checklists: CATALOG.checklists.map((list) => ({ ...list, items: list.items.map((item) => (item.id === "a-1" ? { ...item, formerly: ["a-old"] } : item)) })) };
  const made = { ...PLAN, items: { "a-old": { state: /** @type {const} */ ("done"), owner: "Nav" } } };
  const found = await readWorkbook(await writeWorkbook(made, old, TEXTS), renamed, TEXTS);
  assert.ok(found.ok);
  const base = baseOf(found, "x", NOW, renamed);
  assert.deepEqual(editsOf(base, base, found), []);
});
