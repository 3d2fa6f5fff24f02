import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pack } from "../../docs/assets/js/formats/link/link.js";
import { anyPlan, catalog, fullPlan, opened, planTold } from "./link-plans.js";

const plan = fullPlan(true);

test("a plan with notes comes back as it was, with all it told", async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, async (plan) => {
      const result = await opened(await pack(plan, catalog, { notes: true }));
      assert.deepEqual(result.plan, planTold(plan, true));
    }),
    { numRuns: 1000 },
  );
});

test("a plan without notes comes back without any note or reason", async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, async (plan) => {
      const result = await opened(await pack(plan, catalog, { notes: false }));
      assert.deepEqual(result.plan, planTold(plan, false));
    }),
    { numRuns: 1000 },
  );
});

test("without notes a link does not tell that there are any", async () => {
  const noted = { ...plan, items: { "liste-f1-0": { note: "Et notat" } }, answers: { "liste-f2-0": { reason: "En grunn" } } };
  const empty = { ...plan, items: {}, answers: {} };
  assert.equal(await pack(noted, catalog, { notes: false }), await pack(empty, catalog, { notes: false }));
});

test("what a later version wrote comes along with the notes, and only with them", async () => {
  const known = { ...fullPlan(true), answers: {} };
  const plan = { ...known, items: { "liste-f1-0": { state: "done", measure: { cost: 5 } }, "borte-3": { measure: "x" } }, own: ["x"] };
  const told = planTold({ ...known, items: { "liste-f1-0": { state: "done" } } }, true);
  const [noted, plain] = await Promise.all([true, false].map(async (notes) => (await opened(await pack(/** @type {any} */ (plan), catalog, { notes }))).plan));
  assert.deepEqual(noted, { ...told, items: { ...plan.items }, own: ["x"] });
  assert.deepEqual(plain, planTold(told, false));
});

test("the same plan gives the same link, whatever the order of its entries", async () => {
  const plan = fullPlan(true);
  const turned = { ...plan, items: Object.fromEntries(Object.entries(plan.items).reverse()) };
  assert.equal(await pack(turned, catalog, { notes: false }), await pack(plan, catalog, { notes: false }));
});

test("a link consists of characters that every mail program takes for part of an address", async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, async (plan) => {
      assert.match(await pack(plan, catalog, { notes: true }), /^plan=1\.[A-Za-z0-9_-]*[A-Za-z0-9]$/);
    }),
    { numRuns: 1000 },
  );
});

test("120 items with state, date and one of ten roles and 17 answers are under 2,000 characters", async (t) => {
  for (const traces of [false, true]) {
    const plan = fullPlan(traces);
    const link = await pack(plan, catalog, { notes: false });
    t.diagnostic(`${traces ? "with hash and time on every entry" : "without hash and time"}: ${link.length} characters`);
    assert.ok(link.length < 2000, String(link.length));
    assert.deepEqual((await opened(link)).plan, planTold(plan, false));
  }
});
