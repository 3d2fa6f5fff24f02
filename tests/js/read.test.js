import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { setEntry } from "../../docs/assets/js/plan/plan.js";
import { readPlan, writePlan } from "../../docs/assets/js/formats/json.js";
import { anyPlan } from "./arbitrary.js";

const CHANGED = "2026-03-01T08:00:00.000Z";
const good = () => ({
  format: "sjekkliste-plan", version: 1, id: "plan-1", name: "", kommuner: "", caseNumber: "",
  period: "", location: "", changed: CHANGED, items: {}, answers: {},
});

/** @param {object} fields */
const file = (fields) => JSON.stringify({ ...good(), ...fields });
/** @param {unknown} entry */
const item = (entry) => file({ items: { "a-b": entry } });
/** @param {unknown} entry */
const answer = (entry) => file({ answers: { "q-1": entry } });
/** @param {string} name */
const without = (name) => JSON.stringify(Object.fromEntries(Object.entries(good()).filter(([field]) => field !== name)));
/** @param {number} count */
const many = (count) => Object.fromEntries(Array.from({ length: count }, (_, number) => [`i-${number}`, { state: "done" }]));
/** @param {string} field */
const badField = (field) => ({ key: "bad-field", values: { field } });

const notJson = { key: "not-json", values: {} };
const wrongFormat = { key: "wrong-format", values: {} };
const tooLarge = { key: "too-large", values: {} };
const longText = "x".repeat(10_001);

/** @type {[string, any, object][]} */
const refused = [
  ["no text", undefined, notJson],
  ["null instead of text", null, notJson],
  ["an object instead of text", {}, notJson],
  ["an empty file", "", notJson],
  ["a web page", "<!doctype html><script>alert(1)</script>", notJson],
  ["a file cut short", file({}).slice(0, -1), notJson],
  ["two plans in one file", file({}) + file({}), notJson],
  ["a comma too many", file({}).replace("}", ",}"), notJson],
  ["brackets that are never closed", "[".repeat(2_000_000), notJson],
  ["too many characters", " ".repeat(5_000_001), tooLarge],
  ["too many bytes in few characters", `"${"æ".repeat(2_500_000)}"`, tooLarge],
  ["null", "null", wrongFormat],
  ["a number", "1", wrongFormat],
  ["a text", '"sjekkliste-plan"', wrongFormat],
  ["an array of a plan", `[${file({})}]`, wrongFormat],
  ["an object of nothing", "{}", wrongFormat],
  ["another format", file({ format: "sjekkliste-lenker" }), wrongFormat],
  ["a format that is an array", file({ format: ["sjekkliste-plan"] }), wrongFormat],
  ["a plan under __proto__", `{"__proto__": ${file({})}}`, wrongFormat],
  ["the next version", file({ version: 2 }), { key: "newer-version", values: { version: "2" } }],
  ["a much newer version of unknown shape", file({ version: 30, items: [] }), { key: "newer-version", values: { version: "30" } }],
  ["version 0", file({ version: 0 }), badField("version")],
  ["version 1.5", file({ version: 1.5 }), badField("version")],
  ["a version as text", file({ version: "1" }), badField("version")],
  ["an endless version", file({}).replace('"version":1', '"version":1e999'), badField("version")],
  ["no version", without("version"), badField("version")],
  ["no id", without("id"), badField("id")],
  ["an id with a space", file({ id: "plan 1" }), badField("id")],
  ["an id that ends in a newline", file({ id: "plan-1\n" }), badField("id")],
  ["an id that is a path", file({ id: "../../x" }), badField("id")],
  ["an empty id", file({ id: "" }), badField("id")],
  ["no name", without("name"), badField("name")],
  ["a name that is null", file({ name: null }), badField("name")],
  ["kommuner as an array", file({ kommuner: ["Ås"] }), badField("kommuner")],
  ["a case number as a number", file({ caseNumber: 26 }), badField("caseNumber")],
  ["a period that is an object", file({ period: { toString: "x" } }), badField("period")],
  ["a location that is too long", file({ location: longText }), badField("location")],
  ["no time", without("changed"), badField("changed")],
  ["a time that does not exist", file({ changed: "2026-02-31T08:00:00Z" }), badField("changed")],
  ["an hour that does not exist", file({ changed: "2026-03-01T24:00:00Z" }), badField("changed")],
  ["a time in another zone", file({ changed: "2026-03-01T08:00:00+01:00" }), badField("changed")],
  ["no items", without("items"), badField("items")],
  ["items as an array", file({ items: [] }), badField("items")],
  ["items as null", file({ items: null }), badField("items")],
  ["items as text", file({ items: "abc" }), badField("items")],
  ["no answers", without("answers"), badField("answers")],
  ["too many items", file({ items: many(5_001) }), badField("items")],
  ["too many answers", file({ answers: many(5_001) }), badField("answers")],
  ["an item called __proto__", file({}).replace('"items":{}', '"items":{"__proto__":{"state":"done"}}'), badField("items.__proto__")],
  ["an item id in capitals", file({ items: { "A-b": {} } }), badField("items.A-b")],
  ["an item id with markup", file({ items: { "<b>": {} } }), badField("items.<b>")],
  ["an empty item id", file({ items: { "": {} } }), badField("items.")],
  ["an item id that just has room in a message", file({ items: { [`${"a".repeat(93)}_`]: {} } }), badField(`items.${"a".repeat(93)}_`)],
  ["an item id that just has no room in a message", file({ items: { [`${"a".repeat(94)}_`]: {} } }), badField(`items.${"a".repeat(94)}…`)],
  ["an enormous item id", file({ items: { ["a".repeat(10_001)]: {} } }), badField(`items.${"a".repeat(94)}…`)],
  ["an item that is null", item(null), badField("items.a-b")],
  ["an item that is text", item("done"), badField("items.a-b")],
  ["an item that is true", item(true), badField("items.a-b")],
  ["an item that is an array", item([{ state: "done" }]), badField("items.a-b")],
  ["an unknown state", item({ state: "checked" }), badField("items.a-b.state")],
  ["a state from the prototype", item({ state: "constructor" }), badField("items.a-b.state")],
  ["a state in an array", item({ state: ["done"] }), badField("items.a-b.state")],
  ["a state that is empty", item({ state: "" }), badField("items.a-b.state")],
  ["an owner that is an object", item({ owner: { name: "x" } }), badField("items.a-b.owner")],
  ["a date that does not exist", item({ due: "2026-02-31" }), badField("items.a-b.due")],
  ["a leap day in a common year", item({ due: "2025-02-29" }), badField("items.a-b.due")],
  ["a month that does not exist", item({ due: "2026-13-01" }), badField("items.a-b.due")],
  ["a date as Norwegians write it", item({ due: "17.05.2026" }), badField("items.a-b.due")],
  ["a date with a time", item({ due: "2026-05-17T00:00:00Z" }), badField("items.a-b.due")],
  ["a year beyond four digits", item({ due: "+020266-05-17" }), badField("items.a-b.due")],
  ["a date in an array", item({ due: ["2026-05-17"] }), badField("items.a-b.due")],
  ["a note that is too long", item({ note: longText }), badField("items.a-b.note")],
  ["a note that is false", item({ note: false }), badField("items.a-b.note")],
  ["a hash in capitals", item({ state: "done", hash: "ABCDEF012345" }), badField("items.a-b.hash")],
  ["a hash that is too short", item({ state: "done", hash: "abc" }), badField("items.a-b.hash")],
  ["an entry's time as a number", item({ state: "done", changed: 1_772_000_000 }), badField("items.a-b.changed")],
  ["an unknown answer", answer({ answer: "kanskje" }), badField("answers.q-1.answer")],
  ["an answer in capitals", answer({ answer: "Ja" }), badField("answers.q-1.answer")],
  ["a reason that is a number", answer({ reason: 5 }), badField("answers.q-1.reason")],
  ["an item twice", file({}).replace('"items":{}', '"items":{"a-b":{"state":"done"},"a-b":{"state":"na"}}'), badField("items.a-b")],
  ["a field twice, once in disguise", file({}).replace('"items":{}', '"items":{"a-b":{"note":"x","not\\u0065":"y"}}'), badField("items.a-b.note")],
  ["items twice", file({}).replace('"items":{}', '"items":{"a-b":{"state":"done"}},"items" : {}'), badField("items")],
];

for (const [what, text, error] of refused) {
  test(`refuses ${what}`, () => assert.deepEqual(readPlan(text), { ok: false, error }));
}

/** @param {string} text @param {object} fields */
const reads = (text, fields) => assert.deepEqual(readPlan(text), { ok: true, plan: { ...good(), ...fields } });

test("reads a plan that holds nothing, and one that is as large as it may be", () => {
  reads(file({}), {});
  reads(file({ items: many(5_000) }), { items: many(5_000) });
  reads(item({ note: longText.slice(1) }), { items: { "a-b": { note: longText.slice(1) } } });
  reads(file({}).padEnd(5_000_000), {});
});

test("reads a file that an editor began with a byte order mark", () => reads(`\uFEFF${file({})}`, {}));

test("reads leap days, and times with and without fractions", () => {
  reads(item({ due: "2028-02-29", changed: "2026-03-01T08:00:00Z" }), { items: { "a-b": { due: "2028-02-29", changed: "2026-03-01T08:00:00Z" } } });
  reads(file({ changed: "2026-03-01T08:00:00.123456Z" }), { changed: "2026-03-01T08:00:00.123456Z" });
});

test("keeps fields that it does not know, wherever they stand, and writes them back", () => {
  const kommune = { kommune: "Bø", changed: CHANGED, answers: { q: { weight: [1, null] } }, later: true };
  const more = { later: { deep: [{ a: "æ" }] }, items: { "a-b": { state: "done", priority: 1, constructor: "x" }, c: { measure: "x" } }, kommuneAnswers: [kommune] };
  reads(file({ ...more, items: { ...more.items, "a-b": { ...more.items["a-b"], owner: "" } } }), more);
  const read = readPlan(file(more));
  assert.deepEqual(read.ok && readPlan(writePlan(read.plan)), read);
  const changed = read.ok && setEntry(read.plan, "a-b", { state: "na" }, CHANGED);
  assert.deepEqual(changed && changed.items["a-b"], { state: "na", changed: CHANGED, priority: 1, constructor: "x" });
});

test("drops what it does not know where there is too much of it, and keeps what it knows", () => {
  const letters = "x".repeat(150_000);
  const read = readPlan(file({ one: letters, two: letters, three: 1, items: { a: { note: "x", deep: [[[[[[[[[1]]]]]]]]] } } }));
  assert.deepEqual(read.ok && Object.keys(read.plan).slice(11), ["one", "three"]);
  assert.deepEqual(read.ok && read.plan.items, { a: { note: "x" } });
});

test("leaves out entries that say nothing, and a hash without a state", () => {
  const hash = "0123456789ab";
  reads(file({ items: { a: {}, b: { changed: CHANGED }, c: { hash }, d: { note: "x", hash } } }), { items: { d: { note: "x" } } });
});

test("the same name in two entries is no duplicate, and names inside a text are none", () => {
  const note = '{"state":"done","state":"done"} \\" "state":';
  const items = { a: { state: "done", note }, b: { state: "done", note } };
  const list = [{ a: 1 }, { a: 2 }];
  reads(file({ items, list }), { items, list });
});

test("what stands twice is refused as deep as it is understood, and no deeper", () => {
  const twice = '{"x":1,"x":2}';
  assert.deepEqual(readPlan(file({}).replace('"items":{}', `"items":{"a":{"more":${twice}}}`)), { ok: false, error: badField("items.a.more.x") });
  assert.ok(readPlan(file({}).replace('"items":{}', `"items":{"a":{"more":{"y":${twice}}}}`)).ok);
});

test("the name of a kommune may have 200 letters", () => {
  const named = (/** @type {number} */ letters) => readPlan(file({ kommuneAnswers: [{ kommune: "x".repeat(letters), changed: CHANGED, answers: {} }] })).ok;
  assert.deepEqual([named(200), named(201)], [true, false]);
});

test("an item may be called constructor, and no name changes what objects are", () => {
  const text = file({}).replace('"items":{}', '"__proto__":{"polluted":1},"items":{"constructor":{"state":"done","__proto__":{"note":"x"}}}');
  reads(text, { items: { ["constructor"]: { state: "done" } } });
  assert.equal(Reflect.get({}, "polluted"), undefined);
  assert.equal(Reflect.get({}, "note"), undefined);
});

test("what another script put on every object is not read as part of the file", () => {
  Reflect.set(Object.prototype, "location", "elsewhere");
  try {
    assert.deepEqual(readPlan(without("location")), { ok: false, error: badField("location") });
  } finally {
    Reflect.deleteProperty(Object.prototype, "location");
  }
});

test("reads past unknown fields that are nested a million deep or full of escapes", () => {
  const before = file({}).slice(0, -1);
  reads(`${before},"later":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}`, {});
  reads(`${before},"later":${'{"a":'.repeat(800_000)}1${"}".repeat(800_000)}}`, {});
  reads(`${before},"later":"${"\\n".repeat(2_400_000)}"}`, {});
  reads(`${before},"later":"${"x".repeat(4_900_000)}"}`, {});
});

test("as many known items as a plan may name are read, and not one more", () => {
  const known = (/** @type {number} */ count) => readPlan(file({ known: Array.from({ length: count }, (_, number) => `i-${number}`) })).ok;
  assert.deepEqual([known(5000), known(5001)], [true, false]);
});

test("a plan that is written and read is the same plan", () => {
  fc.assert(fc.property(anyPlan, (plan) => assert.deepEqual(readPlan(writePlan(plan)), { ok: true, plan })), { numRuns: 1000 });
});

test("the same plan gives the same text, whatever the order it was entered in", () => {
  /** @param {object} record */
  const reversed = (record) => Object.fromEntries(Object.entries(record).reverse());
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const entries = Object.entries(plan.items).map(([id, entry]) => [id, reversed(entry)]);
      const other = { ...plan, items: Object.fromEntries(entries.reverse()), answers: reversed(plan.answers) };
      assert.equal(writePlan(/** @type {typeof plan} */ (reversed(other))), writePlan(plan));
    }),
    { numRuns: 1000 },
  );
});

test("the file is laid out to be read, item by item in order", () => {
  const plan = /** @type {any} */ ({ ...good(), items: { "b-1": { note: "æ", state: "done" }, "a-1": { state: "na" } } });
  assert.equal(writePlan(plan), `{
  "format": "sjekkliste-plan",
  "version": 1,
  "id": "plan-1",
  "name": "",
  "kommuner": "",
  "caseNumber": "",
  "period": "",
  "location": "",
  "changed": "${CHANGED}",
  "items": {
    "a-1": {
      "state": "na"
    },
    "b-1": {
      "state": "done",
      "note": "æ"
    }
  },
  "answers": {}
}
`);
});

test("never throws, whatever is damaged, and what it accepts it writes and reads the same", () => {
  const damage = fc.record({ at: fc.nat(), remove: fc.nat(4), add: fc.oneof(fc.string(), fc.constantFrom("{", "}", '"', ",", "null")) });
  fc.assert(
    fc.property(anyPlan, fc.array(damage, { minLength: 1, maxLength: 3 }), (plan, damages) => {
      let text = JSON.stringify(plan);
      for (const { at, remove, add } of damages) {
        const place = at % text.length;
        text = text.slice(0, place) + add + text.slice(place + remove);
      }
      const read = readPlan(text);
      if (read.ok) assert.deepEqual(readPlan(writePlan(read.plan)), read);
      else assert.match(read.error.key, /^(not-json|wrong-format|newer-version|bad-field)$/);
    }),
    { numRuns: 2000 },
  );
});

test("never throws on any JSON in any place", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(good())), fc.jsonValue(), (field, value) => {
      assert.equal(typeof readPlan(file({ [field]: value })).ok, "boolean");
      assert.equal(typeof readPlan(item(value)).ok, "boolean");
      assert.equal(typeof readPlan(JSON.stringify(value)).ok, "boolean");
    }),
    { numRuns: 1000 },
  );
});
