import assert from "node:assert/strict";
import { test } from "node:test";
import { settle } from "../../docs/assets/js/plan/catalog.js";
import { dropKommune, kommuneIn, kommunerOf, putKommuner, setKommuneAnswer } from "../../docs/assets/js/plan/kommuner.js";
import { compare } from "../../docs/assets/js/plan/compare.js";
import { choiceKey } from "../../docs/assets/js/plan/pair.js";
import { merge, reconcile, since } from "../../docs/assets/js/plan/reconcile.js";
import { emptyPlan, isEmpty, setAnswer } from "../../docs/assets/js/plan/plan.js";
import { readPlan, writePlan } from "../../docs/assets/js/formats/json.js";

/** @import { Plan } from "../../docs/assets/js/plan/types.js" */

const NOW = "2026-11-22T10:00:00Z";
const LATER = "2026-11-23T10:00:00Z";
const PLAN = emptyPlan({ id: "p", now: NOW });

/** @param {Plan} plan @param {string} name @param {Record<string, "ja" | "nei">} given @param {string} [now] */
const answered = (plan, name, given, now = NOW) =>
  Object.entries(given).reduce((sum, [id, answer]) => setKommuneAnswer(sum, name, id, { answer }, now), plan);

test("a kommune stands once, in the order of the names, whatever way it is written", () => {
  const plan = answered(answered(answered(PLAN, "Ås", { a: "ja" }), "Bø", { a: "nei" }), " BØ", { b: "ja" });
  assert.deepEqual(plan.kommuneAnswers?.map(({ kommune }) => kommune), ["Bø", "Ås"]);
  assert.deepEqual(Object.keys(kommuneIn(plan, "bø")?.answers ?? {}), ["a", "b"]);
  assert.equal(isEmpty(plan), false);
  assert.equal(dropKommune(dropKommune(plan, "Bø", NOW), "Ås", NOW).kommuneAnswers, undefined);
});

test("what the kommuner answer comes back from a file, and leaves the reader's own answers alone", () => {
  const own = setAnswer(PLAN, "a", { answer: "vet-ikke" }, NOW);
  const plan = setKommuneAnswer(answered(own, "Bø", { a: "ja" }), "Bø", "a", { reason: "Nav" }, NOW);
  const read = readPlan(writePlan(plan));
  assert.deepEqual(read.ok && read.plan, plan);
  assert.equal(plan.answers["a"]?.answer, "vet-ikke");
  assert.equal(kommuneIn(plan, "Bø")?.answers["a"]?.reason, "Nav");
});

test("a plan's own answers stand under the name it says, and those that are not asked for are left out", () => {
  const own = { ...setAnswer(setAnswer(PLAN, "a", { answer: "ja" }, NOW), "b", { answer: "nei" }, LATER), name: " Vår plan " };
  const told = (/** @type {Plan} */ plan) => kommunerOf(plan, ["a"], "Uten navn").map(({ kommune, changed, answers }) => [kommune, changed, Object.keys(answers)]);
  assert.deepEqual(told({ ...own, kommuner: "Bø" }), [["Bø", NOW, ["a"]]]);
  assert.deepEqual(told(own), [["Vår plan", NOW, ["a"]]]);
  assert.deepEqual(told({ ...own, name: "" }), [["Uten navn", NOW, ["a"]]]);
  assert.deepEqual(told({ ...PLAN, kommuner: "Bø" }), []);
});

test("names stand in Norwegian order", () => {
  const plan = ["Åmli", "Ølen", "Ærø", "Bø", "zebra"].reduce((sum, name) => answered(sum, name, { a: "ja" }), PLAN);
  assert.deepEqual(plan.kommuneAnswers?.map(({ kommune }) => kommune), ["Bø", "zebra", "Ærø", "Ølen", "Åmli"]);
});

const BO = `{"kommune": "Bø", "changed": "${NOW}", "answers": {}}`;
for (const [what, kommuner, field] of /** @type {const} */ ([
  ["no list", "{}", "kommuneAnswers"],
  ["a name twice", `[${BO}, ${BO.replace("Bø", "bø")}]`, "kommuneAnswers"],
  ["no name", `[${BO.replace("Bø", "")}]`, "kommuneAnswers.kommune"],
  ["space around a name", `[${BO.replace("Bø", "Bø ")}]`, "kommuneAnswers.kommune"],
  ["no time", `[${BO.replace(NOW, "i går")}]`, "kommuneAnswers.changed"],
  ["an unknown answer", `[${BO.replace("{}", '{"a": {"answer": "kanskje"}}')}]`, "answers.a.answer"],
  ["an answer twice", `[${BO.replace("{}", '{"a": {"answer": "ja", "answer": "nei"}}')}]`, "kommuneAnswers.answers.a.answer"],
]))
  test(`a file with ${what} among its kommuner is refused`, () => {
    const read = readPlan(writePlan(PLAN).replace(/\}\s*$/, `, "kommuneAnswers": ${kommuner}}`));
    assert.equal(!read.ok && read.error.values["field"], field);
  });

test("a merge keeps both sides' kommuner, and asks where one kommune has two answers", () => {
  const mine = answered(answered(PLAN, "Bø", { a: "ja", b: "ja" }), "Lom", { a: "ja" });
  const theirs = answered(answered(PLAN, "bø", { a: "nei", c: "nei" }, LATER), "Ås", { a: "nei" });
  const { differ, onlyTheirs } = compare(mine, theirs);
  assert.deepEqual(differ, [{ where: "kommuner", id: "Bø: a", field: "answer", mine: "ja", theirs: "nei" }]);
  assert.deepEqual(onlyTheirs.map(({ id }) => id), ["Bø: c", "Ås: a"]);
  const [clash] = differ;
  for (const [side, answer] of /** @type {const} */ ([["mine", "ja"], ["theirs", "nei"]])) {
    const merged = merge(mine, theirs, clash ? { [choiceKey(clash)]: side } : {});
    assert.deepEqual(merged.kommuneAnswers?.map(({ kommune }) => kommune), ["Bø", "Lom", "Ås"]);
    const { changed, answers } = kommuneIn(merged, "Bø") ?? {};
    assert.deepEqual([changed, answers?.["a"]?.answer, answers?.["b"]?.answer, answers?.["c"]?.answer], [LATER, answer, "ja", "nei"]);
  }
});

test("taking a change back leaves what has been changed since", () => {
  const before = answered(PLAN, "Bø", { a: "ja" });
  const after = answered(before, "Bø", { a: "nei" });
  const later = answered(answered(after, "Ås", { a: "nei" }), "Bø", { b: "nei" });
  const back = reconcile(after, before, later, since).plan;
  assert.equal(kommuneIn(back, "Bø")?.answers["a"]?.answer, "ja");
  assert.equal(kommuneIn(back, "Bø")?.answers["b"]?.answer, "nei");
  assert.equal(kommuneIn(back, "Ås")?.answers["a"]?.answer, "nei");
  assert.equal(reconcile(later, PLAN, later, since).plan.kommuneAnswers, undefined);
});

test("a kommune's answers follow a question to its new id", () => {
  const plan = putKommuner(PLAN, [{ kommune: "Bø", changed: NOW, answers: { old: { answer: "ja" } } }], NOW);
  const item = { id: "new", code: "F2.1", text: "", hash: "", formerly: ["old"] };
  const list = { id: "l", code: "F2", phase: "forarbeid", kind: /** @type {const} */ ("decision"), title: "", items: [item] };
  assert.deepEqual(kommuneIn(settle(plan, { checklists: [list] }).plan, "Bø")?.answers, { new: { answer: "ja" } });
});

test("what a file may not hold is refused when it is entered", () => {
  const named = (/** @type {string} */ kommune) => ({ kommune, changed: NOW, answers: {} });
  for (const name of ["", " Bø", "x".repeat(201)]) assert.throws(() => putKommuner(PLAN, [named(name)], NOW), /bad-field/);
  const many = Array.from({ length: 51 }, (_, number) => named(`Kommune ${number}`));
  assert.throws(() => putKommuner(PLAN, many, NOW), /bad-field/);
  assert.ok(readPlan(writePlan(putKommuner(PLAN, many.slice(1), NOW))).ok);
});
