import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { setDetails } from "../../docs/assets/js/plan/details.js";
import { emptyPlan, setEntry } from "../../docs/assets/js/plan/plan.js";
import { takenBack } from "../../docs/assets/js/plan/undo.js";
import { anyPlan } from "./arbitrary.js";

const NOW = "2026-11-22T10:00:00Z";
const PLAN = emptyPlan({ id: "p", now: NOW });

test("with nothing changed since, undoing any change gives back what was", () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (before, other) => {
      const after = { ...other, id: before.id };
      assert.deepEqual(takenBack(before, after, after, before.changed), before);
    }),
  );
});

test("another field of the same item stays, and so does one that was changed again", () => {
  const after = setEntry(PLAN, "a", { owner: "A", due: "2027-01-01" }, NOW);
  const later = setEntry(after, "a", { note: "B", due: "2027-02-02" }, NOW);
  const { note, owner, due } = takenBack(PLAN, after, later, NOW).items["a"] ?? {};
  assert.deepEqual([note, owner, due], ["B", undefined, "2027-02-02"]);
});

test("an item that says nothing any more is gone, and details are taken back one by one", () => {
  const after = setEntry(setDetails(PLAN, { name: "A" }, NOW), "a", { state: "done" }, NOW);
  const later = setDetails(after, { period: "2027" }, NOW);
  const back = takenBack(PLAN, after, later, NOW);
  assert.deepEqual([back.items, back.name, back.period], [{}, "", "2027"]);
});
