import assert from "node:assert/strict";
import { test } from "node:test";
import { meet, newOn } from "../../docs/assets/js/plan/known.js";
import { merge } from "../../docs/assets/js/plan/reconcile.js";
import { emptyPlan } from "../../docs/assets/js/plan/plan.js";
import { readPlan, writePlan } from "../../docs/assets/js/formats/json.js";

const PLAN = emptyPlan({ id: "p", now: "2026-11-22T10:00:00Z" });
/** @param {typeof PLAN} plan @param {string[]} names @param {string[]} list */
const isNew = (plan, names, list) => newOn(plan, list)(names);
const LIST = ["a-1", "a-2"];

test("an item is new when it came after the work on its list began", () => {
  const begun = meet(PLAN, "a-1", LIST);
  assert.equal(isNew(PLAN, ["a-3"], [...LIST, "a-3"]), false);
  assert.equal(isNew(begun, ["a-2"], [...LIST, "a-3"]), false);
  assert.equal(isNew(begun, ["a-3"], [...LIST, "a-3"]), true);
  assert.equal(isNew(begun, ["a-3", "a-2"], ["a-1", "a-3"]), false, "renamed");
  assert.equal(isNew(begun, ["b-1"], ["b-1"]), false, "another list");
});

test("working on a new item makes it known, and no other", () => {
  const later = meet(meet(PLAN, "a-1", LIST), "a-3", [...LIST, "a-3", "a-4"]);
  assert.deepEqual(later.known, ["a-1", "a-2", "a-3"]);
});

test("what is known comes back from a file, and a merge keeps both sides'", () => {
  const one = meet(PLAN, "a-1", LIST);
  const other = meet(PLAN, "b-1", ["b-1"]);
  const read = readPlan(writePlan(one));
  assert.deepEqual(read.ok && read.plan, one);
  assert.deepEqual(merge(one, other).known, ["a-1", "a-2", "b-1"]);
  assert.deepEqual(merge(other, one).known, merge(one, other).known);
});

for (const known of ['"a"', "[1]", '["Å"]', "{}"])
  test(`a file with ${known} as known items is refused`, () => {
    const text = writePlan(PLAN).replace(/\}\s*$/, `, "known": ${known}}`);
    const read = readPlan(text);
    assert.equal(!read.ok && read.error.values["field"], "known");
  });
