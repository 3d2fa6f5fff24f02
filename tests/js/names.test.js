import assert from "node:assert/strict";
import { test } from "node:test";
import { apart, copyName, isAnother } from "../../docs/assets/js/plan/names.js";
import { emptyPlan } from "../../docs/assets/js/plan/plan.js";

/** @param {string} id @param {{name?: string, kommuner?: string, changed?: string}} [details] */
const plan = (id, details = {}) => ({ ...emptyPlan({ id, now: "2026-05-05T10:00:00Z" }), ...details });

const format = (/** @type {string} */ name, /** @type {number} */ number) => (number > 1 ? `${name} (kopi ${number})` : `${name} (kopi)`);

test("a copy of a copy is a copy of the first", () => {
  assert.equal(copyName("Vår", ["Vår"], format), "Vår (kopi)");
  assert.equal(copyName("Vår", ["Vår", "Vår (kopi)"], format), "Vår (kopi 2)");
  assert.equal(copyName("Vår (kopi)", ["Vår", "Vår (kopi)"], format), "Vår (kopi 2)");
  assert.equal(copyName("Vår (kopi 2)", ["Vår (kopi)", "Vår (kopi 2)"], format), "Vår (kopi 3)");
});

test("the copy of the longest name still fits in its field", () => {
  assert.ok(copyName("x".repeat(10_000), [], format).length <= 10_000);
});

test("names that would read the same get the time, and then a number", () => {
  const plans = [plan("a"), plan("b"), plan("c", { changed: "2027" }), plan("d", { name: "Egen" })];
  assert.deepEqual(apart(plans, ({ name }) => name || "Uten navn", ({ changed }) => changed), [
    "2026-05-05T10:00:00Z", "2026-05-05T10:00:00Z (2)", "2027", "Egen",
  ]);
});

test("another plan is one of another kommune, or with another name where they say no kommune", () => {
  const frogn = plan("a", { kommuner: "Frogn", name: "Planen" });
  assert.equal(isAnother(frogn, plan("b", { kommuner: "Lom", name: "Planen" })), true);
  assert.equal(isAnother(frogn, plan("b", { kommuner: " frogn ", name: "Utkast" })), false);
  assert.equal(isAnother(frogn, plan("b", { name: "Utkast" })), true);
  assert.equal(isAnother(frogn, plan("a", { kommuner: "Lom" })), false);
  assert.equal(isAnother(frogn, plan("b")), false);
  assert.equal(isAnother(plan("a"), plan("b", { kommuner: "Lom" })), false);
});
