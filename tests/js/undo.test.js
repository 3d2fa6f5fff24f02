import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dropKommune, putKommuner } from "../../docs/assets/js/plan/kommuner.js";
import { emptyPlan, setDetails, setEntry } from "../../docs/assets/js/plan/plan.js";
import { reconcile, since } from "../../docs/assets/js/plan/reconcile.js";
import { underName } from "../../docs/assets/js/store/steps.js";
import { anyPlan } from "./arbitrary.js";

const NOW = "2026-11-22T10:00:00Z";
/** @import { Plan } from "../../docs/assets/js/plan/types.js" */

/** The later plan without the change from before to after. @param {Plan} before @param {Plan} after @param {Plan} later @returns {Plan} */
const takenBack = (before, after, later) => reconcile(after, before, later, since).plan;
const PLAN = emptyPlan({ id: "p", now: NOW });

test("with nothing changed since, undoing any change gives back what was", () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (before, other) => {
      const after = { ...other, id: before.id };
      assert.deepEqual(takenBack(before, after, after), before);
    }),
  );
});

test("another field of the same item stays, and so does one that was changed again", () => {
  const after = setEntry(PLAN, "a", { owner: "A", due: "2027-01-01" }, NOW);
  const later = setEntry(after, "a", { note: "B", due: "2027-02-02" }, NOW);
  const { note, owner, due } = takenBack(PLAN, after, later).items["a"] ?? {};
  assert.deepEqual([note, owner, due], ["B", undefined, "2027-02-02"]);
});

test("an item that says nothing any more is gone, and details are taken back one by one", () => {
  const after = setEntry(setDetails(PLAN, { name: "A" }, NOW), "a", { state: "done" }, NOW);
  const later = setDetails(after, { period: "2027" }, NOW);
  const back = takenBack(PLAN, after, later);
  assert.deepEqual([back.items, back.name, back.period], [{}, "", "2027"]);
});

test("two who begin on one item both keep what they wrote", () => {
  const [mine, theirs] = [setEntry(PLAN, "a", { state: "done" }, NOW), setEntry(PLAN, "a", { note: "B" }, NOW)];
  const { state, note } = takenBack(theirs, PLAN, mine).items["a"] ?? {};
  assert.deepEqual([state, note], ["done", "B"]);
});

test("what was emptied comes back beside what has been written there since", () => {
  const before = setEntry(PLAN, "a", { note: "A" }, NOW);
  const later = setEntry(PLAN, "a", { state: "done" }, NOW);
  const { state, note } = takenBack(before, PLAN, later).items["a"] ?? {};
  assert.deepEqual([state, note], ["done", "A"]);
});

/** @param {string} kommune */
const kommune = (kommune) => ({ kommune, changed: NOW, answers: { q: { answer: /** @type {const} */ ("ja") } } });

test("a kommune that was taken away comes back beside one that has come, whatever its name is written like", () => {
  const before = putKommuner(PLAN, [kommune("Bø")], NOW);
  const without = dropKommune(before, "Bø", NOW);
  for (const [came, names] of /** @type {const} */ ([["Ås", ["Bø", "Ås"]], ["BØ", ["BØ"]]])) {
    const later = putKommuner(without, [{ ...kommune(came), answers: {} }], NOW);
    const back = takenBack(before, without, later).kommuneAnswers ?? [];
    assert.deepEqual(back.map((one) => one.kommune), names);
    assert.deepEqual(back[0]?.answers["q"]?.answer, "ja");
  }
});

test("a plan that goes by another name takes its own steps along, and no others'", () => {
  const change = { id: "p", before: PLAN, after: PLAN };
  const steps = underName([change, { ...change, id: "q" }, { from: "p", id: "q" }, { from: "q", id: "p" }], "p", "ny");
  assert.deepEqual(steps.map((step) => [step.id, "from" in step && step.from]), [["ny", false], ["q", false], ["q", "ny"], ["ny", "q"]]);
});
