import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compare, only } from "../../docs/assets/js/plan/compare.js";
import { choiceKey, pairAt } from "../../docs/assets/js/plan/pair.js";
import { merge } from "../../docs/assets/js/plan/reconcile.js";
import { emptyPlan } from "../../docs/assets/js/plan/plan.js";
import { readPlan, writePlan } from "../../docs/assets/js/formats/json.js";
import { anyPlan } from "./arbitrary.js";

/** @import { ItemEntry, Plan } from "../../docs/assets/js/plan/types.js" */
/** @import { Pair } from "../../docs/assets/js/plan/pair.js" */
/** @typedef {Record<string, "mine" | "theirs">} Choices */

const EARLY = "2026-03-01T08:00:00.000Z";
const LATE = "2026-03-02T08:00:00.000Z";
const [OLD, NEW] = ["0123456789ab", "ba9876543210"];

/** @param {Partial<Plan>} fields @returns {Plan} */
const planOf = (fields) => ({ ...emptyPlan({ id: "plan-1", now: EARLY }), ...fields });

/** @param {ItemEntry | undefined} mine @param {ItemEntry | undefined} theirs @param {Choices} [choices] */
const mergeItem = (mine, theirs, choices) =>
  merge(planOf({ items: mine ? { b: mine } : {} }), planOf({ items: theirs ? { b: theirs } : {} }), choices).items["b"];

const same = { numRuns: 1000 };

/** @param {Plan} plan @param {Pair} pair @returns {string} */
function valueIn(plan, { where, id, field }) {
  const fields = where === "details" ? plan : Object.entries(plan[/** @type {"items" | "answers"} */ (where)]).find(([other]) => other === id)?.[1];
  return Object.entries(fields ?? {}).find(([name]) => name === field)?.[1] ?? "";
}

/** The second plan with everything taken out that the first disagrees with.
 * @param {Plan} mine @param {Plan} theirs */
function agreeing(mine, theirs) {
  const plan = /** @type {any} */ (structuredClone(theirs));
  for (const { where, id, field } of compare(mine, theirs).differ) {
    if (where === "details") plan[field] = "";
    else delete plan[where][id][field];
  }
  const read = readPlan(writePlan(plan));
  assert.ok(read.ok);
  return read.plan;
}

test("every field is told by where it stands and what the two have", () => {
  const mine = planOf({
    name: "Vår", period: "2026",
    items: { "b-1": { state: "done", owner: "SLT", note: "x" } },
    answers: { "q-1": { answer: "ja", reason: "Nav" } },
  });
  const theirs = planOf({
    name: "Vår", period: "2027", location: "P360",
    items: { "b-1": { state: "na", owner: "SLT" }, "b-2": { due: "2026-05-17" } },
    answers: { "q-1": { answer: "nei" } },
  });
  assert.deepEqual(compare(mine, theirs), {
    onlyMine: [
      { where: "items", id: "b-1", field: "note", mine: "x", theirs: "" },
      { where: "answers", id: "q-1", field: "reason", mine: "Nav", theirs: "" },
    ],
    onlyTheirs: [
      { where: "items", id: "b-2", field: "due", mine: "", theirs: "2026-05-17" },
      { where: "details", id: "plan", field: "location", mine: "", theirs: "P360" },
    ],
    same: [
      { where: "items", id: "b-1", field: "owner", mine: "SLT", theirs: "SLT" },
      { where: "details", id: "plan", field: "name", mine: "Vår", theirs: "Vår" },
    ],
    differ: [
      { where: "items", id: "b-1", field: "state", mine: "done", theirs: "na" },
      { where: "answers", id: "q-1", field: "answer", mine: "ja", theirs: "nei" },
      { where: "details", id: "plan", field: "period", mine: "2026", theirs: "2027" },
    ],
  });
});

test("what only one has is taken, and mine is kept where they disagree", () => {
  const mine = planOf({ period: "2026", items: { b: { owner: "SLT", note: "x", changed: EARLY } } });
  const theirs = planOf({ id: "plan-2", period: "2027", location: "P360", changed: LATE, items: { b: { owner: "Nav", due: "2026-05-17", changed: LATE } } });
  assert.deepEqual(merge(mine, theirs), planOf({
    period: "2026", location: "P360", changed: LATE,
    items: { b: { owner: "SLT", due: "2026-05-17", note: "x", changed: LATE } },
  }));
});

test("a choice decides one disagreement, in items, answers and details", () => {
  const mine = planOf({ period: "2026", name: "M", items: { b: { owner: "SLT", note: "m" } }, answers: { q: { answer: "ja" } } });
  const theirs = planOf({ period: "2027", name: "T", items: { b: { owner: "Nav", note: "t" } }, answers: { q: { answer: "nei" } } });
  const merged = merge(mine, theirs, {
    "items/b/owner": "theirs", "items/b/note": "mine", "answers/q/answer": "theirs", "details/plan/period": "theirs",
  });
  assert.deepEqual(merged, planOf({ period: "2027", name: "M", items: { b: { owner: "Nav", note: "m" } }, answers: { q: { answer: "nei" } } }));
});

test("a state brings its own hash, and a hash never stands with the other's state", () => {
  const theirs = { "items/b/state": /** @type {const} */ ("theirs") };
  assert.deepEqual(mergeItem({ state: "done", hash: OLD }, { state: "na", hash: NEW }), { state: "done", hash: OLD });
  assert.deepEqual(mergeItem({ state: "done", hash: OLD }, { state: "na", hash: NEW }, theirs), { state: "na", hash: NEW });
  assert.deepEqual(mergeItem({ state: "done", hash: OLD }, { state: "na" }, theirs), { state: "na" });
  assert.deepEqual(mergeItem({ state: "done" }, { state: "na", hash: NEW }), { state: "done" });
  assert.deepEqual(mergeItem({ note: "x" }, { state: "na", hash: NEW }), { state: "na", note: "x", hash: NEW });
});

test("when both set the same state, the hash is of whoever set it last", () => {
  const old = /** @type {const} */ ({ state: "done", hash: OLD, changed: LATE });
  const fresh = /** @type {const} */ ({ state: "done", hash: NEW, changed: EARLY });
  assert.deepEqual(mergeItem(old, fresh), old);
  assert.deepEqual(mergeItem(fresh, old), old);
  assert.deepEqual(mergeItem({ state: "done" }, fresh), fresh);
});

test("the later time is told by the clock, not by how it is written", () => {
  const [whole, fraction] = ["2026-03-01T08:00:00Z", "2026-03-01T08:00:00.500Z"];
  assert.equal(mergeItem({ note: "x", changed: whole }, { note: "x", changed: fraction })?.changed, fraction);
  assert.equal(mergeItem({ note: "x", changed: fraction }, { note: "x", changed: whole })?.changed, fraction);
  assert.equal(mergeItem({ note: "x" }, { note: "x", changed: "1969-01-01T00:00:00Z" })?.changed, "1969-01-01T00:00:00Z");
});

test("a choice that no disagreement asked for changes nothing, nor does one from the prototype", () => {
  const choices = JSON.parse('{"items/b/note":"theirs","items/c/note":"theirs","__proto__":{"items/b/owner":"theirs"}}');
  assert.deepEqual(mergeItem({ note: "x", owner: "m" }, { owner: "t" }, choices), { note: "x", owner: "m" });
});

test("merging a plan with itself, or with an empty one, changes nothing", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      assert.deepEqual(merge(plan, plan), plan);
      const nothing = emptyPlan({ id: plan.id, now: "0001-01-01T00:00:00.000Z" });
      assert.deepEqual(merge(plan, nothing), plan);
      assert.deepEqual(merge(nothing, plan), plan);
    }),
    same,
  );
});

test("where nothing disagrees, the order of the two never counts", () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (mine, other) => {
      const theirs = agreeing(mine, other);
      assert.deepEqual({ ...merge(mine, theirs), id: "" }, { ...merge(theirs, mine), id: "" });
    }),
    same,
  );
});

test("merging the same version again changes nothing, disagreement or not", () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (mine, theirs) => {
      const merged = merge(mine, theirs);
      assert.deepEqual(merge(merged, theirs), merged);
      assert.deepEqual(merge(merged, mine), merged);
    }),
    same,
  );
});

test("nothing is lost but the side that was not chosen, and nothing is made up", () => {
  let disagreements = 0;
  fc.assert(
    fc.property(anyPlan, anyPlan, fc.infiniteStream(fc.constantFrom("mine", "theirs", undefined)), (mine, theirs, stream) => {
      const found = compare(mine, theirs);
      disagreements += found.differ.length;
      const asked = found.differ.map((pair) => /** @type {const} */ ([pair, stream.next().value]));
      const choices = Object.fromEntries(asked.flatMap(([pair, side]) => (side ? [[choiceKey(pair), side]] : [])));
      const merged = merge(mine, theirs, /** @type {Choices} */ (choices));
      for (const pair of [...found.onlyMine, ...found.same]) assert.equal(valueIn(merged, pair), pair.mine);
      for (const pair of found.onlyTheirs) assert.equal(valueIn(merged, pair), pair.theirs);
      for (const [pair, side] of asked) assert.equal(valueIn(merged, pair), side === "theirs" ? pair.theirs : pair.mine);
      const told = compare(merged, emptyPlan({ id: "p", now: EARLY })).onlyMine.map(choiceKey).sort();
      assert.deepEqual(told, Object.values(found).flat().map(choiceKey).sort());
    }),
    same,
  );
  assert.ok(disagreements > 500, `only ${disagreements} disagreements were tried`);
});

test("neither plan is touched, and what comes out reads back", () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (mine, theirs) => {
      const before = structuredClone([mine, theirs]);
      const merged = merge(mine, theirs);
      assert.deepEqual([mine, theirs], before);
      assert.deepEqual(readPlan(writePlan(merged)), { ok: true, plan: merged });
    }),
    same,
  );
});

test("every hash comes from a side that set the state or answer it stands with", () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (mine, theirs) => {
      for (const [id, { state, hash }] of Object.entries(merge(mine, theirs).items)) {
        const sides = [mine, theirs].map((plan) => new Map(Object.entries(plan.items)).get(id));
        assert.ok(!hash || sides.some((side) => side?.state === state && side?.hash === hash));
      }
    }),
    same,
  );
});

test("a field is told of by the item it is on, or by its whole path where nobody here knows it", () => {
  /** @param {...string} path */
  const name = (...path) => choiceKey(pairAt(path, "a", "b", new Map([["bø", "Bø"]])));
  assert.deepEqual([name("period"), name("items", "a", "note"), name("answers", "q", "reason")], ["details/plan/period", "items/a/note", "answers/q/reason"]);
  assert.equal(name("kommuneAnswers", "bø", "answers", "q", "reason"), "kommuner/Bø: q/reason");
  assert.deepEqual([name("items", "a", "own", "deep"), name("other", "x", "y")], ["other/items a own/deep", "other/other x/y"]);
});

test("of a plan are kept the fields that are asked for, each on its own item", () => {
  const plan = planOf({ items: { a: { owner: "A", note: "a" }, b: { owner: "B", note: "b" } } });
  const [note] = compare(plan, planOf({})).onlyMine.filter(({ id, field }) => id === "a" && field === "note");
  assert.ok(note);
  assert.deepEqual(only(plan, [note]).items, { a: { note: "a" }, b: {} });
});
