/**
 * Plans and catalogs as fast-check makes them up. Their ids come partly from one small pool,
 * so that two plans, or a plan and a catalog, have something in common.
 *
 * @import { AnswerEntry, Catalog, CatalogItem, CatalogList, ItemEntry, Plan } from "../../docs/assets/js/plan/types.js"
 */
import { createHash } from "node:crypto";
import fc from "fast-check";

/** @param {string} text  The same as text_hash in hooks/sjekkliste/texts/__init__.py. */
export const hashOf = (text) => createHash("sha256").update(text).digest("hex").slice(0, 12);

const POOL = ["beslutning-mandat", "initiativ-hvem", "interkommunal-felles", "constructor", "a", "7", "-", "eget-a-1"];
const NASTY = [
  "æøå ÆØÅ", '"sitat"', "linje\nskift\r\n", "a;b\tc", "=cmd|' /C calc'!A0", "👩‍👩‍👧", "<img src=x onerror=alert(1)>",
  "__proto__", "\u0000\u001f", "\ud800", "\u2028", "\uFEFF", "\\u0022,{", " ", "x".repeat(10_000),
];
const EXACT = { requiredKeys: /** @type {[]} */ ([]), noNullPrototype: true };

export const anyId = fc.oneof(fc.constantFrom(...POOL), fc.stringMatching(/^[a-z0-9-]{1,12}$/));
export const anyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.string({ unit: "binary", minLength: 1 }),
);
const moments = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
export const anyInstant = moments.map((date) => date.toISOString());
export const anyDay = anyInstant.map((text) => text.slice(0, 10));
export const anyHash = fc.oneof(fc.constantFrom(hashOf("a"), hashOf("b")), fc.stringMatching(/^[0-9a-f]{12}$/));

/** @type {fc.Arbitrary<ItemEntry>} */
export const anyItemEntry = fc
  .record({ text: anyText, state: fc.constantFrom("done", "na"), owner: anyText, due: anyDay, note: anyText, hash: anyHash, changed: anyInstant }, EXACT)
  .map(({ hash, ...entry }) => ({ ...entry, ...(entry.state && hash ? { hash } : {}) }))
  .filter((entry) => Object.keys(entry).some((field) => field !== "changed"));

/** @type {fc.Arbitrary<AnswerEntry>} */
export const anyAnswerEntry = fc
  .record({ answer: fc.constantFrom("ja", "delvis", "nei", "vet-ikke"), reason: anyText, hash: anyHash, changed: anyInstant }, EXACT)
  .map(({ hash, ...entry }) => ({ ...entry, ...(entry.answer && hash ? { hash } : {}) }))
  .filter((entry) => Object.keys(entry).some((field) => field !== "changed"));

const detail = fc.oneof(fc.constant(""), anyText);
const plain = { noNullPrototype: true, maxKeys: 8 };

/** @type {fc.Arbitrary<Plan>} */
export const anyPlan = fc.record(
  {
    format: fc.constant("sjekkliste-plan"),
    version: fc.constant(1),
    id: fc.oneof(fc.uuid(), anyId),
    name: detail,
    kommuner: detail,
    caseNumber: detail,
    period: detail,
    location: detail,
    changed: anyInstant,
    items: fc.dictionary(anyId, anyItemEntry, plain),
    answers: fc.dictionary(anyId, anyAnswerEntry, plain),
  },
  { noNullPrototype: true },
);

/** @typedef {{id: string, list: number, text: string, former: boolean}} Part */

/** Every id belongs to one item of the catalog, as its id or as one that it had before.
 * @type {fc.Arbitrary<Catalog>} */
export const anyCatalog = fc
  .uniqueArray(fc.record({ id: anyId, list: fc.nat(3), text: fc.constantFrom("a", "b", "c"), former: fc.boolean() }), {
    selector: (part) => part.id,
    maxLength: 24,
  })
  .map((parts) => ({ checklists: [0, 1, 2, 3].map((number) => listOf(number, parts.filter((part) => part.list === number))) }));

/** @param {number} number @param {Part[]} parts @returns {CatalogList} */
function listOf(number, parts) {
  /** @type {CatalogItem[]} */
  const items = [];
  for (const { id, text, former } of parts) {
    const last = items.at(-1);
    if (former && last) (last.formerly ??= []).push(id);
    else items.push({ id, code: `F${number}.${items.length + 1}`, text, hash: hashOf(text) });
  }
  const kind = number % 2 ? "decision" : "checklist";
  return { id: `list-${number}`, code: `F${number}`, phase: "forarbeid", kind, title: `List ${number}`, items };
}
