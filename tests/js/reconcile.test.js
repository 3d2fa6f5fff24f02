import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { putKommuner, setKommuneAnswer } from "../../docs/assets/js/plan/kommuner.js";
import { emptyPlan, setAnswer, setDetails, setEntry } from "../../docs/assets/js/plan/plan.js";
import { readPlan, writePlan } from "../../docs/assets/js/formats/json.js";
import { joinTexts, merge, reconcile, since } from "../../docs/assets/js/plan/reconcile.js";
import { anyPlan } from "./arbitrary.js";

/** @import { Plan } from "../../docs/assets/js/plan/types.js" */

const NOW = "2026-11-22T10:00:00Z";
const BASE = setEntry(emptyPlan({ id: "p", now: NOW }), "a", { note: "A", owner: "Nav", state: "done", hash: "0123456789ab" }, NOW);
/** @param {object} change */
const entry = (change) => setEntry(BASE, "a", change, NOW);
/** @param {Plan} mine @param {Plan} theirs */
const met = (mine, theirs) => reconcile(BASE, mine, theirs);

test("what only one side has changed is taken, wherever it stands", () => {
  const mine = setDetails(setAnswer(BASE, "q", { answer: "ja" }, NOW), { name: "M" }, NOW);
  const theirs = setKommuneAnswer(entry({ due: "2027-01-01", owner: "" }), "Bø", "q", { reason: "B" }, NOW);
  const { plan, told } = met(mine, theirs);
  assert.deepEqual([plan.name, plan.answers["q"]?.answer, plan.items["a"]?.due, plan.items["a"]?.owner], ["M", "ja", "2027-01-01", undefined]);
  assert.deepEqual([plan.kommuneAnswers?.[0]?.answers["q"]?.reason, told], ["B", []]);
});

test("of texts that both have changed both stay, and they come to the same whoever joins them", () => {
  const [mine, theirs] = [entry({ note: "A mer", owner: "Nav, M" }), entry({ note: "A\nT", owner: "Nav, T" })];
  const { plan, told } = met(mine, theirs);
  assert.deepEqual([plan.items["a"]?.note, plan.items["a"]?.owner, told], ["A\nT\nmer", "Nav, M; Nav, T", []]);
  assert.deepEqual(met(theirs, mine).plan, plan);
});

test("texts that have no room together: what is stored stands, and the other is told", () => {
  const [mine, theirs] = ["m", "t"].map((letter) => entry({ note: letter.repeat(6000) }));
  const { plan, told } = mine && theirs ? met(mine, theirs) : { plan: BASE, told: [] };
  assert.equal(plan.items["a"]?.note, "t".repeat(6000));
  assert.deepEqual(told.map(({ field, mine: left }) => [field, left]), [["note", "m".repeat(6000)]]);
});

test("a verdict and the hash of its text are one value, of which one side stands and the other is told", () => {
  const { plan, told } = met(entry({ state: "na", hash: "aaaaaaaaaaaa" }), entry({ state: "", due: "2027-01-01" }));
  assert.deepEqual([plan.items["a"]?.state, plan.items["a"]?.hash], [undefined, undefined]);
  assert.deepEqual(told, [{ where: "items", id: "a", field: "state", mine: "na", theirs: "" }]);
  const confirmed = met(entry({ hash: "bbbbbbbbbbbb" }), entry({ note: "T" })).plan.items["a"];
  assert.deepEqual([confirmed?.state, confirmed?.hash, confirmed?.note], ["done", "bbbbbbbbbbbb", "T"]);
});

test("undoing a confirmation never parts a verdict from its hash", () => {
  const after = entry({ hash: "bbbbbbbbbbbb" });
  const now = setEntry(after, "a", { state: "na", hash: "cccccccccccc" }, NOW);
  const { plan, told } = reconcile(after, BASE, now, since);
  assert.deepEqual([plan.items["a"]?.state, plan.items["a"]?.hash], ["na", "cccccccccccc"]);
  assert.equal(told.length, 1);
});

test("of a line that one has written on, the shorter is not repeated", () => {
  assert.equal(joinTexts("", "A", "A og B", "lines"), "A og B");
  assert.equal(joinTexts("", "A og B\nC", "A\nD", "lines"), "A og B\nC\nD");
  assert.equal(joinTexts("", "Nav\nNav og politi", "X", "lines"), "Nav\nNav og politi\nX");
  assert.equal(joinTexts("", "A\n\nD", "B\n\nC", "lines"), "A\n\nD\nB\n\nC");
  assert.equal(joinTexts("", "A\n\nD", "A\n\nB", "lines"), "A\n\nD\n\nB");
  assert.equal(joinTexts("", "A\n\nD\n\nB", "A\n\nB", "lines"), "A\n\nD\n\nB");
});

test("a line that only begins another is not the same line", () => {
  assert.equal(joinTexts("", "Ring 1", "Ring 12 personer", "lines"), "Ring 1\nRing 12 personer");
  assert.equal(joinTexts("", "Lege; Per", "Legevaktsjef", "owner"), "Lege; Per; Legevaktsjef");
});

test("an emptied field leaves no stray separator", () => {
  for (const policy of ["line", "lines"]) {
    assert.equal(joinTexts("A", "", "B", policy), "B");
    assert.equal(joinTexts("A", "B", " ", policy), "B");
  }
});

test("an answer for a kommune that was taken away brings back the kommune, and nothing else of it", () => {
  const base = putKommuner(BASE, [{ kommune: "Bø", changed: NOW, answers: { q: { answer: "ja" } } }], NOW);
  const theirs = setKommuneAnswer(base, "Bø", "r", { reason: "T" }, NOW);
  const { plan } = reconcile(base, BASE, theirs);
  assert.deepEqual(plan.kommuneAnswers?.map(({ kommune, answers }) => [kommune, Object.keys(answers)]), [["Bø", ["r"]]]);
});

test("a merge of two files does not depend on which comes first when one kommune is written in two ways", () => {
  const [one, other] = ["Bø", "bø"].map((kommune) => putKommuner(BASE, [{ kommune, changed: NOW, answers: {} }], NOW));
  assert.ok(one && other);
  assert.deepEqual(merge(one, other), merge(other, one));
});

test("what a later version wrote is reconciled like the rest", () => {
  const wide = /** @type {any} */ ({ ...BASE, measures: { m1: { cost: 1 }, m2: 2 } });
  const { plan } = reconcile(wide, { ...wide, measures: { m1: { cost: 1, who: "x" } } }, { ...wide, measures: { m1: { cost: 5 }, m2: 2 } });
  assert.deepEqual(/** @type {any} */ (plan).measures, { m1: { cost: 5, who: "x" } });
});

test("whatever the three are: nothing throws, and the order of two windows does not count for texts", () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, anyPlan, (base, mine, theirs) => {
      const { plan } = reconcile(base, mine, { ...theirs, id: mine.id });
      assert.equal(plan.id, mine.id);
      assert.deepEqual(reconcile(base, mine, base).plan, mine);
      assert.deepEqual({ ...reconcile(base, base, theirs).plan, id: "" }, { ...theirs, id: "" });
      const again = reconcile({ ...theirs, id: mine.id }, plan, { ...theirs, id: mine.id });
      assert.equal(writePlan(again.plan), writePlan(plan));
      const read = readPlan(writePlan(plan));
      assert.deepEqual(read.ok && read.plan, plan);
    }),
    { numRuns: 500 },
  );
});
