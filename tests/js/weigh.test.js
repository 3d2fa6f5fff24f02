import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { differences, gather, matrix, toTalkAbout, urgency, voices } from "../../docs/assets/js/plan/matrix.js";
import { LANDINGS, landing, weigh } from "../../docs/assets/js/plan/weigh.js";
import { anyAnswerEntry, anyId, anyInstant } from "./arbitrary.js";

/** @import { AnswerEntry, CatalogItem, KommuneAnswers, Place } from "../../docs/assets/js/plan/types.js" */

const ANSWERS = /** @type {const} */ (["ja", "delvis", "nei", "vet-ikke"]);
const place = fc.constantFrom(...LANDINGS.filter((one) => one !== "unanswered"));

/** @param {string} id @param {Partial<Record<string, Place>>} [places] @returns {CatalogItem} */
const question = (id, places = {}) => ({
  id, code: "F2.1", text: id, hash: "0123456789ab",
  weighs: { part: "should", ja: "for", delvis: "unclear", nei: "against", "vet-ikke": "unclear", ...places },
});

/** @type {fc.Arbitrary<CatalogItem[]>} */
const questions = fc
  .uniqueArray(fc.tuple(anyId, fc.record({ ja: place, delvis: place, nei: place, "vet-ikke": place })), { selector: ([id]) => id, maxLength: 12 })
  .map((pairs) => pairs.map(([id, places]) => question(id, /** @type {any} */ (places))));
const answers = fc.dictionary(anyId, anyAnswerEntry, { noNullPrototype: true, maxKeys: 8 });

/** @type {fc.Arbitrary<KommuneAnswers>} */
const kommune = fc.record({ kommune: fc.constantFrom("Bø", "bø", "Ås", "Lom", "Å", "Vang", "Sel"), changed: anyInstant, answers });

/** @param {string} name @param {Record<string, AnswerEntry>} given @param {string} [changed] @returns {KommuneAnswers} */
const from = (name, given, changed = "2026-03-01T08:00:00Z") => ({ kommune: name, changed, answers: given });

test("every question lands in exactly one place, where its own rule says", () => {
  fc.assert(fc.property(questions, answers, (asked, given) => {
    const summary = weigh(asked, given);
    const found = LANDINGS.flatMap((name) => summary[name].map((one) => one.id));
    assert.deepEqual(found.toSorted(), asked.map((one) => one.id).sort());
    for (const name of LANDINGS) for (const one of summary[name]) {
      const answer = Object.hasOwn(given, one.id) ? given[one.id]?.answer : undefined;
      assert.equal(name, answer ? one.weighs?.[answer] : "unanswered");
    }
  }));
});

test("changing one answer moves no other", () => {
  fc.assert(fc.property(questions, answers, fc.nat(), fc.constantFrom(...ANSWERS), (asked, given, number, answer) => {
    const moved = asked[number % (asked.length || 1)]?.id ?? "";
    const [before, after] = [weigh(asked, given), weigh(asked, { ...given, [moved]: { answer } })];
    for (const name of LANDINGS) {
      const others = (/** @type {CatalogItem[]} */ list) => list.filter(({ id }) => id !== moved);
      assert.deepEqual(others(after[name]), others(before[name]));
    }
  }));
});

test("a question without a rule counts as not answered", () => {
  assert.equal(landing({ id: "a", code: "F2.1", text: "", hash: "" }, "ja"), "unanswered");
});

test("files in any order give the same matrix, with each kommune once", () => {
  fc.assert(fc.property(questions, fc.array(kommune, { maxLength: 10 }), fc.infiniteStream(fc.nat()), (asked, all, numbers) => {
    const shuffled = all.map((one) => ({ one, at: numbers.next().value ?? 0 })).sort((a, b) => a.at - b.at).map(({ one }) => one);
    const [first, second] = [gather(all), gather(shuffled)];
    assert.deepEqual(matrix(asked, second.kommuner), matrix(asked, first.kommuner));
    assert.deepEqual(second.doubles, first.doubles);
    const names = first.kommuner.map((one) => one.kommune.toLowerCase());
    assert.equal(new Set(names).size, names.length);
  }));
});

test("of one kommune twice the newer is taken, and what differs is told", () => {
  const older = from("Bø", { a: { answer: "ja" }, b: { answer: "nei" }, c: { answer: "ja", reason: "x" } });
  const newer = from("bø ", { a: { answer: "ja" }, b: { answer: "ja" }, c: { answer: "ja" } }, "2026-04-01T08:00:00Z");
  assert.deepEqual(gather([older, newer]), { kommuner: [newer], doubles: [{ newer, older, differ: ["b", "c"] }] });
  assert.deepEqual(gather([older, structuredClone(older)]).doubles, []);
  assert.deepEqual(differences(older, older), []);
});

test("nothing of what a kommune answered is merged away", () => {
  fc.assert(fc.property(questions, fc.array(kommune), (asked, all) => {
    const { kommuner } = gather(all);
    for (const row of matrix(asked, kommuner)) {
      assert.deepEqual(row.cells.map((cell) => cell.kommune), kommuner.map((one) => one.kommune));
      const heard = [...voices(row).values()].flat().length;
      assert.equal(heard + row.silent.length, kommuner.length);
      const given = new Set(row.cells.flatMap(({ entry }) => entry.answer ?? []));
      assert.equal(row.agreement === "differ", given.size > 1);
      assert.equal(row.agreement === "same", given.size === 1 && row.silent.length === 0);
    }
  }));
});

test("what pulls in opposite directions comes first, and what all are sure of is not there", () => {
  const asked = ["sure", "silent", "doubt", "shades", "opposite"].map((id) => question(id));
  const one = from("Bø", { sure: { answer: "ja" }, silent: { answer: "ja" }, doubt: { answer: "delvis" }, shades: { answer: "ja" }, opposite: { answer: "ja" } });
  const other = from("Ås", { sure: { answer: "ja" }, doubt: { answer: "delvis" }, shades: { answer: "delvis" }, opposite: { answer: "nei" } });
  const rows = matrix(asked, [one, other]);
  assert.deepEqual(toTalkAbout(rows).map(({ question: { id } }) => id), ["opposite", "shades", "doubt", "silent"]);
  assert.deepEqual(rows.map(urgency), [0, 1, 2, 3, 4]);
  assert.deepEqual(rows.map((row) => row.agreement), ["same", "unanswered", "same", "differ", "differ"]);
});
