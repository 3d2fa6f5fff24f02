import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { emptyPlan, isEmpty, progress, setAnswer, setDetails, setEntry } from "../../docs/assets/js/plan/plan.js";
import { readPlan, writePlan } from "../../docs/assets/js/formats/json.js";
import { anyAnswerEntry, anyId, anyItemEntry, anyPlan } from "./arbitrary.js";

/** @import { CatalogList } from "../../docs/assets/js/plan/types.js" */

const START = "2026-03-01T08:00:00.000Z";
const NOW = "2026-03-02T09:30:00.000Z";
const HASH = "0123456789ab";
const NEWER = "ba9876543210";
const fresh = () => emptyPlan({ id: "plan-1", now: START });

/** @param {CatalogList["kind"]} kind @param {string[]} ids @returns {CatalogList} */
const list = (kind, ...ids) => ({
  id: "beslutning", code: "F3", phase: "forarbeid", kind, title: "Beslutning",
  items: ids.map((id) => ({ id, code: "F3.1", text: id, hash: HASH })),
});

test("a new plan holds nothing", () => {
  assert.deepEqual(fresh(), {
    format: "sjekkliste-plan", version: 1, id: "plan-1", name: "", kommuner: "", caseNumber: "",
    period: "", location: "", changed: START, items: {}, answers: {},
  });
  assert.equal(isEmpty(fresh()), true);
});

test("a plan is not empty once it has a name, a detail, an entry or an answer", () => {
  assert.equal(isEmpty(emptyPlan({ id: "p", name: "Vår plan", now: START })), false);
  assert.equal(isEmpty(setDetails(fresh(), { period: "2026–2030" }, NOW)), false);
  assert.equal(isEmpty(setEntry(fresh(), "a-b", { note: "x" }, NOW)), false);
  assert.equal(isEmpty(setAnswer(fresh(), "a-b", { answer: "ja" }, NOW)), false);
});

test("an entry gets the fields it is given, and both stamps", () => {
  const plan = setEntry(fresh(), "a-b", { state: "done", hash: HASH, due: "2026-05-17" }, NOW);
  assert.deepEqual(plan, {
    ...fresh(), changed: NOW,
    items: { "a-b": { state: "done", due: "2026-05-17", hash: HASH, changed: NOW } },
  });
});

test("a change leaves the other fields and entries as they were", () => {
  const first = setEntry(setEntry(fresh(), "a-b", { owner: "SLT" }, START), "c-d", { note: "æ" }, START);
  assert.deepEqual(setEntry(first, "a-b", { note: "ø" }, NOW).items, {
    "a-b": { owner: "SLT", note: "ø", changed: NOW },
    "c-d": { note: "æ", changed: START },
  });
});

test("undefined and nothing both remove a field, and an emptied entry disappears", () => {
  const plan = setEntry(fresh(), "a-b", { state: "done", hash: HASH, note: "x" }, START);
  assert.deepEqual(setEntry(plan, "a-b", { state: undefined }, NOW).items, { "a-b": { note: "x", changed: NOW } });
  assert.deepEqual(setEntry(plan, "a-b", { state: "", note: "" }, NOW), { ...fresh(), changed: NOW });
});

test("a new state never keeps the hash of the old one, and a hash alone is not an entry", () => {
  const plan = setEntry(fresh(), "a-b", { state: "done", hash: HASH }, START);
  assert.deepEqual(setEntry(plan, "a-b", { state: "na" }, NOW).items, { "a-b": { state: "na", changed: NOW } });
  assert.deepEqual(setEntry(plan, "a-b", { hash: NEWER }, NOW).items, { "a-b": { state: "done", hash: NEWER, changed: NOW } });
  assert.deepEqual(setEntry(fresh(), "a-b", { hash: NEWER }, NOW).items, {});
});

test("an answer is set, changed and removed like an entry", () => {
  const plan = setAnswer(fresh(), "q-1", { answer: "delvis", reason: "Nav", hash: HASH }, START);
  assert.deepEqual(plan.answers, { "q-1": { answer: "delvis", reason: "Nav", hash: HASH, changed: START } });
  assert.deepEqual(setAnswer(plan, "q-1", { reason: "" }, NOW).answers, { "q-1": { answer: "delvis", hash: HASH, changed: NOW } });
  assert.deepEqual(setAnswer(plan, "q-1", { answer: "", reason: "" }, NOW).answers, {});
  assert.deepEqual(plan.items, {});
});

test("details are set one at a time and emptied, and nothing else comes along", () => {
  const details = { name: "Vår plan", kommuner: "Ås", caseNumber: "26/1", period: "2026", location: "P360" };
  const plan = setDetails(fresh(), { ...details, ...{ id: "other", items: "x" } }, NOW);
  assert.deepEqual(plan, { ...fresh(), ...details, changed: NOW });
  assert.deepEqual(setDetails(plan, { name: undefined, period: "" }, NOW), { ...plan, name: "", period: "" });
});

test("what the next reading would refuse is refused when it is entered", () => {
  /** @type {[() => unknown, string][]} */
  const refused = [
    [() => setEntry(fresh(), "a-b", { due: "2026-02-31" }, NOW), "items.a-b.due"],
    [() => setEntry(fresh(), "a-b", { due: "20266-01-01" }, NOW), "items.a-b.due"],
    [() => setEntry(fresh(), "a-b", { note: "x".repeat(10_001) }, NOW), "items.a-b.note"],
    [() => setEntry(fresh(), "a-b", { state: "checked" }, NOW), "items.a-b.state"],
    [() => setEntry(fresh(), "__proto__", { state: "done" }, NOW), "items.__proto__"],
    [() => setAnswer(fresh(), "q-1", { answer: "kanskje" }, NOW), "answers.q-1.answer"],
    [() => setDetails(fresh(), { period: "x".repeat(10_001) }, NOW), "period"],
    [() => setDetails(fresh(), {}, "today"), "changed"],
    [() => emptyPlan({ id: "Plan 1", now: NOW }), "id"],
  ];
  for (const [attempt, field] of refused) assert.throws(attempt, { key: "bad-field", values: { field } });
});

test("progress counts what is done and what is left, without what is not applicable", () => {
  let plan = setEntry(fresh(), "b-1", { state: "done" }, NOW);
  plan = setEntry(plan, "b-2", { state: "na" }, NOW);
  plan = setEntry(plan, "b-3", { note: "open still" }, NOW);
  plan = setEntry(plan, "elsewhere", { state: "done" }, NOW);
  const checklist = list("checklist", "b-1", "b-2", "b-3", "b-4", "constructor");
  assert.deepEqual(progress(plan, checklist), { done: 1, notApplicable: 1, open: 3, total: 4 });
});

test("progress of a decision counts answers, whatever they say", () => {
  let plan = setAnswer(fresh(), "q-1", { answer: "nei" }, NOW);
  plan = setAnswer(plan, "q-2", { answer: "vet-ikke" }, NOW);
  plan = setAnswer(plan, "q-3", { reason: "no answer yet" }, NOW);
  plan = setEntry(plan, "q-4", { state: "done" }, NOW);
  assert.deepEqual(progress(plan, list("decision", "q-1", "q-2", "q-3", "q-4")), { done: 2, notApplicable: 0, open: 2, total: 4 });
});

test("a change never touches the plan it starts from, and always leaves one that reads back", () => {
  fc.assert(
    fc.property(anyPlan, anyId, anyItemEntry, anyAnswerEntry, (plan, id, { changed: _, ...entry }, { changed: __, ...answer }) => {
      const before = structuredClone(plan);
      const after = setAnswer(setEntry(plan, id, entry, NOW), id, answer, NOW);
      assert.deepEqual(plan, before);
      assert.deepEqual(readPlan(writePlan(after)), { ok: true, plan: after });
    }),
    { numRuns: 1000 },
  );
});

test("setting the same twice is the same as once, and removing it all removes the entry", () => {
  fc.assert(
    fc.property(anyPlan, anyId, anyItemEntry, (plan, id, { changed: _, ...entry }) => {
      const once = setEntry(plan, id, entry, NOW);
      assert.deepEqual(setEntry(once, id, entry, NOW), once);
      const emptied = setEntry(once, id, { text: "", state: "", owner: "", due: "", note: "" }, NOW);
      assert.equal(Object.hasOwn(emptied.items, id), false);
    }),
    { numRuns: 1000 },
  );
});
