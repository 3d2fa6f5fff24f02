import assert from "node:assert/strict";
import { test } from "node:test";
import { overview, sumOf } from "../../docs/assets/js/plan/overview.js";
import { emptyPlan } from "../../docs/assets/js/plan/plan.js";

/** @import { CatalogList, Plan } from "../../docs/assets/js/plan/types.js" */

/** @param {string} id @param {CatalogList["kind"]} kind @param {string[]} ids */
const list = (id, kind, ...ids) => ({
  id, code: "F1", phase: "forarbeid", kind, title: id, url: `https://s.example/${id}/`,
  items: ids.map((one) => ({ id: one, code: one, text: one, hash: "0".repeat(12) })),
});
const LISTS = [list("en", "checklist", "a", "b", "c", "d"), list("to", "checklist", "e", "f", "g"), list("sp", "decision", "q", "r"), list("andre", "decision", "s")];

/** @type {Plan} */
const PLAN = {
  ...emptyPlan({ id: "p", now: "2027-01-01T00:00:00Z" }),
  items: {
    a: { state: "done", owner: "Åse", due: "2027-02-01" }, b: { due: "2027-05-05", owner: " Bjørn " }, c: { due: "2027-03-01", owner: "Åse" },
    d: { state: "na" }, f: { note: "x", owner: "Anna" }, borte: { note: "Tas vare på" },
  },
  answers: { q: { answer: "vet-ikke" }, gammel: { reason: "x" } },
};

/** @param {{item: {id: string}}[]} rows */
const ids = (rows) => rows.map(({ item }) => item.id);

test("what is next, what has a date, who has what, and what is gone", () => {
  const found = overview(PLAN, { checklists: LISTS });
  assert.deepEqual(ids(found.next), ["b", "c", "e", "f", "g"]);
  assert.deepEqual(ids(found.deadlines), ["c", "b"]);
  assert.deepEqual(ids(found.met), ["a"]);
  assert.deepEqual(ids(found.done), ["a"]);
  assert.deepEqual(found.roles.map(({ owner, rows }) => [owner, ids(rows)]), [["Anna", ["f"]], ["Bjørn", ["b"]], ["Åse", ["a", "c"]]]);
  assert.deepEqual(ids(found.questions), ["q", "r"]);
  assert.deepEqual(found.gone, [
    { where: "items", id: "borte", entry: { note: "Tas vare på" } }, { where: "answers", id: "gammel", entry: { reason: "x" } },
  ]);
});

test("no more than five are next", () => {
  assert.deepEqual(ids(overview({ ...PLAN, items: {} }, { checklists: LISTS }).next), ["a", "b", "c", "d", "e"]);
});

test("measures are chosen: no part of the work, whatever is entered on them", () => {
  const bank = { ...list("bank", "checklist", "m", "n", "o"), phase: "" };
  /** @type {Plan} */
  const plan = { ...PLAN, answers: {}, items: { m: { state: "done", owner: "Åse", due: "2020-01-01" }, n: { due: "2020-01-01", owner: "Åse" } } };
  const found = overview(plan, { checklists: [...LISTS, bank] });
  assert.deepEqual(ids(found.chosen), ["m"]);
  for (const rows of [found.deadlines, found.met, found.done, found.roles, found.gone]) assert.equal(rows.length, 0);
  const sum = sumOf(plan, [...LISTS, bank]);
  assert.deepEqual([sum.done, sum.total], [0, 7]);
  assert.equal(sum.status, "not-begun");
});

test("lists that lack one item are going, and finished with it, or do not apply", () => {
  const [list] = LISTS;
  assert.ok(list);
  const status = (/** @type {Plan["items"]} */ items) => sumOf({ ...PLAN, items, answers: {} }, [list]).status;
  assert.equal(status({}), "not-begun");
  assert.equal(status({ a: { state: "done" }, b: { state: "na" }, c: { state: "done" } }), "going");
  assert.equal(status({ a: { state: "done" }, b: { state: "na" }, c: { state: "done" }, d: { state: "na" } }), "finished");
  assert.equal(status(Object.fromEntries(["a", "b", "c", "d"].map((id) => [id, { state: "na" }]))), "not-applicable");
});
