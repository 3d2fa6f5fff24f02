/** What the tests of links share: a catalog, any plan for it and the fullest one, and what a link must tell of each. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { unpack } from "../../docs/assets/js/formats/link/link.js";

/** @import { AnswerEntry, Catalog, CatalogItem, CatalogList, ItemEntry, Plan } from "../../docs/assets/js/plan/types.js" */

const NASTY = ["æøå Æ", '"', "'", "linje\r\nto", "a;b,c", "=cmd|' /C'!A0", "👩‍👩‍👧", "<b>", "__proto__", "\uFEFF", "\\n", "%23"];
const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "binary", minLength: 1, maxLength: 80 }));
const moment = fc.date({ min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
const instant = moment.map((date) => date.toISOString());
const day = instant.map((time) => time.slice(0, 10));
const anyHash = fc.stringMatching(/^[0-9a-f]{12}$/);

/** @param {number} count @param {string} code @returns {CatalogList} */
function checklist(count, code, kind = /** @type {CatalogList["kind"]} */ ("checklist")) {
  const id = `liste-${code.toLowerCase().replace("æ", "ae")}`;
  const items = Array.from({ length: count }, (_, index) => {
    const hash = (((index + 1) * 0x9e3779b1) >>> 0).toString(16).padStart(12, code === "F1" ? "a7" : "3c");
    return { id: `${id}-${index}`, code: `${code}.${index + 1}`, text: `Punkt ${index}`, hash };
  });
  return { id, code, phase: "forarbeid", kind, title: id, items };
}

/** @type {Catalog} */
export const catalog = {
  checklists: [checklist(12, "F1"), checklist(17, "F2", "decision"), ...["F3", "K1", "K2", "S1", "S2", "V1", "Æ1"].map((code) => checklist(16, code))],
};
/** @param {CatalogList["kind"]} kind */
export const itemsOf = (kind) => catalog.checklists.filter((list) => list.kind === kind).flatMap((list) => list.items);
/** @param {CatalogList["kind"]} kind */
const ids = (kind) => fc.oneof(fc.constantFrom(...itemsOf(kind).map(({ id }) => id)), fc.constantFrom("constructor", "7", "-", "borte-3"));

const hash = fc.oneof(anyHash, fc.constantFrom(...itemsOf("checklist").map((item) => item.hash)));
const EXACT = { requiredKeys: /** @type {[]} */ ([]), noNullPrototype: true };
/** @type {fc.Arbitrary<ItemEntry>} */
const itemEntry = fc.record({ state: fc.constantFrom("done", "na"), owner: text, due: day, note: text, hash, changed: instant }, EXACT);
/** @type {fc.Arbitrary<AnswerEntry>} */
const answerEntry = fc.record({ answer: fc.constantFrom("ja", "delvis", "nei", "vet-ikke"), reason: text, hash, changed: instant }, EXACT);
const line = fc.oneof(fc.constant(""), text);
/** @type {fc.Arbitrary<Plan>} */
export const anyPlan = fc.record(
  {
    format: fc.constant("sjekkliste-plan"), version: fc.constant(1), id: fc.uuid(),
    name: line, kommuner: line, caseNumber: line, period: line, location: line, changed: instant,
    items: fc.dictionary(ids("checklist"), itemEntry, { maxKeys: 20, noNullPrototype: true }),
    answers: fc.dictionary(ids("decision"), answerEntry, { maxKeys: 8, noNullPrototype: true }),
  },
  { noNullPrototype: true },
);

/** What a link promises of an entry: the hash as the catalog has it or else its first digits, and whole seconds.
 * @param {Record<string, string | undefined>} entry @param {CatalogItem | undefined} item @param {boolean} notes */
function told(entry, item, notes) {
  /** @type {Record<string, string>} */
  const result = {};
  for (const [field, value] of Object.entries(entry)) {
    if (!value || (!notes && ["note", "reason"].includes(field))) continue;
    if (field === "changed") result[field] = `${value.slice(0, 19)}.000Z`;
    else if (field !== "hash") result[field] = value;
    else if (entry["state"] || entry["answer"])
      result[field] = item?.hash.slice(0, 3) === value.slice(0, 3) ? item.hash : `${value.slice(0, 3)}000000000`;
  }
  return Object.keys(result).some((field) => field !== "changed") ? result : undefined;
}

/** @param {Record<string, ItemEntry | AnswerEntry>} entries @param {CatalogList["kind"]} kind @param {boolean} notes */
function allTold(entries, kind, notes) {
  const known = new Map(itemsOf(kind).map((item) => [item.id, item]));
  const pairs = Object.entries(entries).map(([id, entry]) => [id, told(/** @type {Record<string, string>} */ (entry), known.get(id), notes)]);
  return Object.fromEntries(pairs.filter(([, entry]) => entry));
}

/** @param {Plan} plan @param {boolean} notes */
export const planTold = (plan, notes) => ({
  ...plan,
  items: allTold(plan.items, "checklist", notes),
  answers: allTold(plan.answers, "decision", notes),
});

/** @param {string} fragment */
export async function opened(fragment, among = catalog) {
  const result = await unpack(fragment, among);
  assert.ok(result.ok, result.ok ? "" : JSON.stringify(result.error));
  return result;
}

/** @param {string} fragment */
export async function refusal(fragment) {
  const result = await unpack(fragment, catalog);
  assert.ok(!result.ok, "was opened");
  return result.error.key;
}

const ROLES = [
  "Kommunalsjef oppvekst, rådhuset", "Barnevernsleder, barneverntjenesten", "Ledende helsesykepleier, helsestasjonen",
  "Rektor, ungdomsskolen", "Kommuneoverlege, legevakten", "SLT-koordinator, kultur og fritid", "Leder, Nav Nordbygda",
  "Enhetsleder, hjemmetjenesten", "Styrer, barnehagen", "Rådgiver, plan og utvikling",
];

/** A small generator that always gives the same numbers. @param {number} seed */
function random(seed) {
  let state = seed;
  /** @param {number} limit */
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Every field that a link without notes can carry, as unlike its neighbours as can be.
 * @param {boolean} traces  Whether entries say when they changed, and what their text was. @returns {Plan} */
export function fullPlan(traces) {
  const next = random(7);
  const time = () => new Date(Date.UTC(2026, 0, 1) + next(365 * 86_400) * 1000 + next(1000)).toISOString();
  /** @param {CatalogItem} item */
  const trace = (item) => (traces ? { hash: item.hash, changed: time() } : {});
  const items = itemsOf("checklist").slice(0, 120).map((item) => {
    const state = /** @type {const} */ (["done", "na"])[next(2)] ?? "done";
    const due = new Date(Date.UTC(2026, 0, 1 + next(730))).toISOString().slice(0, 10);
    return [item.id, { state, owner: ROLES[next(10)] ?? "", due, note: "Et notat", ...trace(item) }];
  });
  const answers = itemsOf("decision").slice(0, 17).map((item) => {
    const answer = /** @type {const} */ (["ja", "delvis", "nei", "vet-ikke"])[next(4)] ?? "ja";
    return [item.id, { answer, reason: "En grunn", ...trace(item) }];
  });
  assert.deepEqual([items.length, answers.length], [120, 17]);
  return {
    format: "sjekkliste-plan", version: 1, id: "0b0e3f0e-6c1f-4b8e-9a55-2f6f4f1f7a10",
    name: "Handlingsplan mot vold i nære relasjoner", kommuner: "Nordbygda, Sørbygda og Østbygda", caseNumber: "26/01234",
    period: "2027–2030", location: "Felles mappe i sak og arkiv", changed: "2026-11-22T16:30:00.123Z",
    items: Object.fromEntries(items), answers: Object.fromEntries(answers),
  };
}
