import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { calendar } from "../../docs/assets/js/formats/ics.js";

/** @import { Catalog, ItemEntry, Plan } from "../../docs/assets/js/plan/types.js" */

const OPTIONS = { site: "https://kommune.example/plan/", now: "2026-11-22T16:30:00.123Z", texts: { owner: "Ansvarlig" } };

/** @param {Record<string, ItemEntry>} items @param {string} [name] @returns {Plan} */
const planWith = (items, name = "Planen vår") => ({
  format: "sjekkliste-plan", version: 1, id: "plan-1", name, kommuner: "", caseNumber: "", period: "", location: "",
  changed: "2026-11-01T10:00:00.000Z", items, answers: {},
});

/** @param {string} [text] @returns {Catalog} */
const catalogWith = (text = "Skriv et mandat") => ({
  checklists: [
    {
      id: "beslutning", code: "F3", phase: "forarbeid", kind: "checklist", title: "Beslutning",
      items: [
        { id: "beslutning-mandat", code: "F3.6", text, hash: "0123456789ab" },
        { id: "constructor", code: "Æ1.2", text: "Annet", hash: "0123456789ab" },
      ],
    },
  ],
});

/** The lines as a strict reader sees them; fails on whatever RFC 5545 does not allow.
 * @param {string} text @returns {{name: string, value: string}[]} */
function contentLines(text) {
  assert.ok(text.endsWith("\r\n"));
  const physical = text.slice(0, -2).split("\r\n");
  for (const line of physical) {
    assert.ok(new TextEncoder().encode(line).length <= 75, `too long: ${line}`);
    assert.ok(!/\p{Surrogate}/u.test(line), "a character is broken in two");
    assert.doesNotMatch(line, /[\x00-\x08\x0a-\x1f\x7f]/);
  }
  const logical = text.slice(0, -2).replaceAll("\r\n ", "").split("\r\n");
  return logical.map((line) => {
    const parts = /^([A-Z-]+(?:;[A-Z-]+=[A-Z-]+)*):(.*)$/s.exec(line);
    assert.ok(parts, `not a content line: ${line}`);
    return { name: parts[1] ?? "", value: parts[2] ?? "" };
  });
}

/** @param {string} text  The value that a reader shows. */
const unescaped = (text) => text.replace(/\\([\\,;nN])/g, (_, what) => (what === "n" || what === "N" ? "\n" : what));

/** @param {string} text @param {string} name */
const valuesOf = (text, name) => contentLines(text).flatMap((line) => (line.name === name ? [line.value] : []));

test("an item with a date is an all-day event", () => {
  const items = { "beslutning-mandat": { due: "2027-03-01", owner: "Rektor, skolen", changed: "2026-10-05T07:08:09.999Z" } };
  assert.deepEqual(calendar(planWith(items), catalogWith(), OPTIONS).split("\r\n"), [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//kommune.example//sjekkliste-plan 1//NO",
    "CALSCALE:GREGORIAN",
    "X-WR-CALNAME:Planen vår",
    "BEGIN:VEVENT",
    "UID:plan-1-beslutning-mandat@kommune.example",
    "DTSTAMP:20261005T070809Z",
    "DTSTART;VALUE=DATE:20270301",
    "SUMMARY:F3.6 Skriv et mandat",
    "DESCRIPTION:Ansvarlig: Rektor\\, skolen\\nhttps://kommune.example/plan/k/F3.6",
    " /",
    "URL:https://kommune.example/plan/k/F3.6/",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("an item without a date, and an item that the catalog does not have, give no event", () => {
  const items = { "beslutning-mandat": { owner: "Rektor" }, borte: { due: "2027-03-01" } };
  assert.deepEqual(valuesOf(calendar(planWith(items), catalogWith(), OPTIONS), "UID"), []);
  assert.deepEqual(valuesOf(calendar(planWith({}), catalogWith(), OPTIONS), "UID"), []);
});

test("what is done or not applicable is no longer in the calendar", () => {
  const items = /** @type {Record<string, ItemEntry>} */ ({
    "beslutning-mandat": { due: "2027-03-01", state: "done" }, constructor: { due: "2027-03-01", state: "na" },
  });
  assert.deepEqual(valuesOf(calendar(planWith(items), catalogWith(), OPTIONS), "UID"), []);
});

test("an address has no other letters than it may have", () => {
  const items = /** @type {Record<string, ItemEntry>} */ ({ constructor: { due: "2027-03-01" } });
  const text = calendar(planWith(items), catalogWith(), OPTIONS);
  assert.deepEqual(valuesOf(text, "URL"), ["https://kommune.example/plan/k/%C3%861.2/"]);
  assert.deepEqual(valuesOf(text, "DTSTAMP"), ["20261122T163000Z"]);
});

test("whatever the texts, every line is one that a strict reader takes, and says what it said", () => {
  const nasty = ["æøå", "a;b,c\\n", "linje\r\nEND:VCALENDAR", "\u0000\u001b", "👩‍👩‍👧".repeat(40), "x".repeat(300), "\ud800", "\u2028", "=cmd", '"'];
  const text = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", maxLength: 200 }));
  fc.assert(
    fc.property(text, text, text, (words, owner, name) => {
      const items = { "beslutning-mandat": { due: "2027-03-01", owner } };
      const result = calendar(planWith(items, name), catalogWith(words), OPTIONS);
      const shown = (/** @type {string} */ value) => value.replace(/\p{Surrogate}/gu, "\uFFFD").replace(/\r\n|\r/g, "\n").replace(/[\x00-\x08\x0b-\x1f\x7f]/g, "");
      assert.deepEqual(valuesOf(result, "SUMMARY").map(unescaped), [`F3.6 ${shown(words)}`]);
      assert.deepEqual(valuesOf(result, "DESCRIPTION").map(unescaped), [`${owner && `Ansvarlig: ${shown(owner)}\n`}${OPTIONS.site}k/F3.6/`]);
      assert.equal(valuesOf(result, "BEGIN").length, 2);
      assert.equal(valuesOf(result, "END").length, 2);
    }),
    { numRuns: 1000 },
  );
});
