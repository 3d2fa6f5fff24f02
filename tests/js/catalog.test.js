import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { settle } from "../../docs/assets/js/plan/catalog.js";
import { emptyPlan } from "../../docs/assets/js/plan/plan.js";
import { readPlan, writePlan } from "../../docs/assets/js/formats/json.js";
import { anyCatalog, anyPlan, hashOf } from "./arbitrary.js";

/** @import { Catalog, CatalogItem, Plan } from "../../docs/assets/js/plan/types.js" */

const NOW = "2026-03-01T08:00:00.000Z";

/** @param {string} id @param {string} [text] @param {string[]} [formerly] @returns {CatalogItem} */
const item = (id, text = id, formerly = []) => ({ id, code: "F3.1", text, hash: hashOf(text), formerly });

/** @param {CatalogItem[]} items @param {CatalogItem[]} [questions] @returns {Catalog} */
const catalog = (items, questions = []) => ({
  checklists: [
    { id: "b", code: "F3", phase: "forarbeid", kind: "checklist", title: "B", items },
    { id: "i", code: "F2", phase: "forarbeid", kind: "decision", title: "I", items: questions },
  ],
});

/** @param {Plan["items"]} items @param {Plan["answers"]} [answers] @returns {Plan} */
const planOf = (items, answers = {}) => ({ ...emptyPlan({ id: "plan-1", now: NOW }), items, answers });

/** @param {string} id @param {string} [text] @returns {{state: "done", hash: string, changed: string}} */
const done = (id, text = id) => ({ state: "done", hash: hashOf(text), changed: NOW });

/** What is told, without the lists. @param {Plan} plan @param {Catalog} list */
function told(plan, list) {
  const { lists: _, ...rest } = settle(plan, list);
  return rest;
}

test("items in another order and new items between them change nothing", () => {
  const plan = planOf({ "b-1": done("b-1"), "b-2": done("b-2") });
  const settled = told(plan, catalog([item("b-2"), item("b-new"), item("b-1")]));
  assert.deepEqual(settled, { plan, gone: [] });
});

test("an entry follows its item to a new id, with all that was entered", () => {
  const entry = { ...done("b-old"), owner: "SLT", due: "2026-05-17", note: "æøå" };
  const plan = planOf({ "b-old": entry }, { "i-old": { answer: "ja" } });
  const settled = told(plan, catalog([item("b-new", "b-old", ["b-older", "b-old"])], [item("i-new", "i", ["i-old"])]));
  assert.deepEqual(settled, {
    plan: planOf({ "b-new": entry }, { "i-new": { answer: "ja" } }),
    gone: [],
  });
});

test("an entry under the new id is never overwritten; the old one is told as gone and stays", () => {
  const plan = planOf({ "b-old": { note: "old" }, "b-new": { note: "new" } });
  assert.deepEqual(told(plan, catalog([item("b-new", "b", ["b-old"])])), { plan, gone: ["b-old"] });
});

test("of two former ids the first that has an entry moves, and the other stays", () => {
  const plan = planOf({ "b-1": { note: "one" }, "b-2": { note: "two" } });
  const settled = settle(plan, catalog([item("b-3", "b", ["b-2", "b-1"])]));
  assert.deepEqual(settled.plan.items, { "b-3": { note: "two" }, "b-1": { note: "one" } });
  assert.deepEqual(settled.gone, ["b-1"]);
});

test("an id that is in use again keeps its entry", () => {
  const plan = planOf({ "b-1": { note: "one" } });
  assert.deepEqual(told(plan, catalog([item("b-2", "b", ["b-1"]), item("b-1")])), { plan, gone: [] });
});

test("entries of deleted items stay in the plan untouched and are told", () => {
  const plan = planOf({ "b-2": done("b-2"), "b-1": { note: "x" }, constructor: { note: "y" } }, { "i-1": { answer: "nei" } });
  assert.deepEqual(told(plan, catalog([])), { plan, gone: ["b-1", "b-2", "constructor", "i-1"] });
});

test("an item that became a question leaves its entry behind, since the two hold different things", () => {
  const plan = planOf({ "b-1": { note: "x" } });
  assert.deepEqual(told(plan, catalog([], [item("i-1", "i", ["b-1"])])), { plan, gone: ["b-1"] });
});

/** @param {Plan} plan */
const contents = (plan) => [plan.items, plan.answers].map((entries) => Object.values(entries).map((entry) => JSON.stringify(entry)).sort());

/** @param {Plan} plan */
const idsIn = (plan) => [...Object.keys(plan.items), ...Object.keys(plan.answers)];

test("no entry is ever lost or altered, the plan given stays as it was, and a second time changes nothing", () => {
  let moves = 0;
  fc.assert(
    fc.property(anyPlan, anyCatalog, (plan, list) => {
      const before = structuredClone(plan);
      const settled = settle(plan, list);
      moves += [settled.plan, plan].map(idsIn).reduce((left, before) => left.filter((id) => !before.includes(id))).length;
      assert.deepEqual(plan, before);
      assert.deepEqual(contents(settled.plan), contents(plan));
      assert.deepEqual(settle(settled.plan, list), settled);
      assert.deepEqual(readPlan(writePlan(settled.plan)), { ok: true, plan: settled.plan });
    }),
    { numRuns: 1000 },
  );
  assert.ok(moves > 50, `only ${moves} moves were tried`);
});

test("every entry stands under an item that exists or is told as gone", () => {
  fc.assert(
    fc.property(anyPlan, anyCatalog, (plan, list) => {
      const settled = settle(plan, list);
      for (const [entries, kind] of /** @type {const} */ ([[settled.plan.items, "checklist"], [settled.plan.answers, "decision"]])) {
        const items = settled.lists.filter((one) => one.kind === kind).flatMap((one) => one.items);
        const current = new Set(items.map((one) => one.id));
        for (const id of Object.keys(entries)) assert.ok(current.has(id) || settled.gone.includes(id));
      }
    }),
    { numRuns: 1000 },
  );
});

test("the order of lists and items never counts", () => {
  fc.assert(
    fc.property(anyPlan, anyCatalog, (plan, list) => {
      const other = { checklists: list.checklists.map((one) => ({ ...one, items: [...one.items].reverse() })).reverse() };
      const [one, two] = [settle(plan, list), settle(plan, other)];
      assert.deepEqual(two.plan, one.plan);
      assert.deepEqual(two.gone, one.gone);
    }),
    { numRuns: 1000 },
  );
});
