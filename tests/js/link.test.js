import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { crc32 } from "../../docs/assets/js/plan/crc32.js";
import { ByteWriter, inflate } from "../../docs/assets/js/plan/link-bytes.js";
import { pack, unpack } from "../../docs/assets/js/plan/link.js";

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
const catalog = {
  checklists: [checklist(12, "F1"), checklist(17, "F2", "decision"), ...["F3", "K1", "K2", "S1", "S2", "V1", "Æ1"].map((code) => checklist(16, code))],
};
/** @param {CatalogList["kind"]} kind */
const itemsOf = (kind) => catalog.checklists.filter((list) => list.kind === kind).flatMap((list) => list.items);
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
const anyPlan = fc.record(
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
const planTold = (plan, notes) => ({
  ...plan,
  items: allTold(plan.items, "checklist", notes),
  answers: allTold(plan.answers, "decision", notes),
});

/** @param {string} fragment */
async function opened(fragment, among = catalog) {
  const result = await unpack(fragment, among);
  assert.ok(result.ok, result.ok ? "" : JSON.stringify(result.error));
  return result;
}

/** @param {string} fragment */
async function refusal(fragment) {
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
function fullPlan(traces) {
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

const plan = fullPlan(true);
const link = await pack(plan, catalog, { notes: true });
const body = link.slice("plan=1.".length);
const middle = Math.floor(body.length / 2);
const address = `https://sjekkliste.example/planarbeidet/#${link}`;
/** @param {string} value @param {number} width */
const lines = (value, width, end = "\r\n") => value.replace(new RegExp(`.{${width}}`, "g"), `$&${end}`);

/** @type {Record<string, string>} */
const MANGLED = {
  "with its number sign": `#${link}`,
  "as a whole address": address,
  "with the number sign percent-encoded": `%23${link}`,
  "with the equals sign percent-encoded": link.replace("=", "%3D"),
  "with the equals sign percent-encoded in small letters": link.replace("=", "%3d"),
  "percent-encoded altogether": encodeURIComponent(address),
  "percent-encoded twice": encodeURIComponent(encodeURIComponent(address)),
  "with every character percent-encoded": [...link].map((c) => `%${c.charCodeAt(0).toString(16)}`).join(""),
  "inside another address, as a mail filter rewrites it": `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&data=05%7C02%7Cpost%40kommune.no%7C0&reserved=0`,
  "with a full stop at the end": `${link}.`,
  "with a parenthesis and a comma at the end": `${link}),`,
  "in angle brackets": `<${address}>`,
  "in quotation marks": `«${address}»`,
  "broken into lines": lines(link, 76),
  "broken within its name": link.replace("plan", "pl\r\nan"),
  "broken within a percent-encoded character": link.replace("=", "%3\r\nD"),
  "broken into quoted lines": `> ${lines(address, 70, "\n> ")}`,
  "as a mail's own encoding, quoted-printable": lines(address.replaceAll("=", "=3D"), 75, "=\r\n"),
  "with encoded line breaks": lines(link, 60, "%0D%0A"),
  "with spaces and invisible characters inside": lines(link, 40, " \u00a0\u200b\u00ad"),
  "with the sentence that follows it": `${link} Hei, se på denne før 1. mai!`,
  "with a tracking parameter": `${link}&utm_source=mail`,
  "as HTML": `<a href="${address}">lenke</a>`,
};
for (const [how, mangled] of Object.entries(MANGLED)) {
  test(`a link is understood ${how}`, async () => {
    assert.notEqual(mangled, link);
    assert.deepEqual((await opened(mangled)).plan, planTold(plan, true));
  });
}

/** @type {Record<string, [string, string]>} */
const REFUSED = {
  "has lost its last character": [link.replace(/.0?$/, "").slice(0, -1), "cut-off"],
  "ends in the middle": [`plan=1.${body.slice(0, middle)}`, "cut-off"],
  "ends in the middle with dots": [`plan=1.${body.slice(0, middle)}...`, "cut-off"],
  "ends within the checksum": ["plan=1.AAAB", "cut-off"],
  "ends after its version": ["plan=1", "cut-off"],
  "ends after its name": ["#plan=", "cut-off"],
  "has lost a character inside": [`plan=1.${body.slice(0, middle)}${body.slice(middle + 1)}AAAA`, "mangled"],
  "has become small letters": [link.toLowerCase().replace(body.slice(0, 4).toLowerCase(), body.slice(0, 4)), "mangled"],
  "has lost the dot": [`plan=1${body}`, "mangled"],
  "has a version before the first": [`plan=0.${body}`, "mangled"],
  "is of a newer version": [`plan=2.${body}`, "newer-version"],
  "is of a much newer version": ["plan=12", "newer-version"],
  "is another fragment": ["#beslutning-mandat", "not-a-link"],
  "is empty": ["", "not-a-link"],
  "is an address without a plan": ["https://sjekkliste.example/planarbeidet/", "not-a-link"],
};
for (const [what, [fragment, key]] of Object.entries(REFUSED)) {
  test(`what ${what} is explained as ${key}`, async () => assert.equal(await refusal(fragment), key));
}

test("every cut-off link is recognised as such, wherever it is cut", async () => {
  const whole = link.replace(/0$/, "").length - 1;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: "plan=".length, max: whole - 1 }), async (length) => {
      assert.equal(await refusal(link.slice(0, length)), "cut-off");
    }),
    { numRuns: 1000 },
  );
});

test("one changed character is never taken for a plan", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(body.length - 3), fc.constantFrom(..."AZaz09-_"), async (place, character) => {
      fc.pre(body[place] !== character);
      assert.match(await refusal(`plan=1.${body.slice(0, place)}${character}${body.slice(place + 1)}`), /^(mangled|cut-off)$/);
    }),
    { numRuns: 1000 },
  );
});

test("whatever is pasted, reading it never throws", async () => {
  /** @type {unknown[]} */
  const odd = [undefined, null, 7, {}, [], Symbol("x"), { toString: () => assert.fail() }];
  for (const value of odd) assert.equal((await unpack(/** @type {any} */ (value), catalog)).ok, false);
  const pasted = fc.oneof(fc.string({ unit: "binary" }), fc.base64String().map((rest) => `plan=1.${rest}`));
  await fc.assert(fc.asyncProperty(pasted, async (value) => assert.equal((await unpack(value, catalog)).ok, false)), { numRuns: 1000 });
});

/** A link that is whole, whatever it holds. @param {Uint8Array} bytes */
function forged(bytes) {
  const packed = deflateRawSync(bytes);
  const head = Buffer.alloc(7);
  head.writeUIntBE(packed.length, 0, 3);
  head.writeUInt32BE(crc32(packed), 3);
  return `plan=1.${Buffer.concat([head, packed]).toString("base64url")}`;
}

const TIME = Date.parse("2026-01-01") - Date.parse("0000-01-01");
/** A hand-written plan with one item; a value that is not given is a valid one.
 * @param {{id?: string, name?: string, time?: number, count?: number, key?: string, cells?: number[]}} parts */
function handWritten({ id = "a1", name = "", time = TIME, count = 1, key = "F1.1", cells = [1, 1, 1] }) {
  const writer = new ByteWriter();
  writer.number(0);
  for (const value of [id, name, "", "", "", ""]) writer.text(value);
  for (const value of [time, 1]) writer.number(value);
  writer.text("Rektor");
  writer.number(count);
  for (let index = 0; index < count; index++) writer.text(index < 2 ? key : "");
  for (const cell of [...cells, 0, 0]) for (let index = 0; index < count; index++) writer.number(cell);
  for (const value of [0, 0]) writer.number(value);
  return forged(writer.bytes());
}

test("a value that the data model does not allow is refused with its field", async () => {
  assert.deepEqual((await opened(handWritten({}))).plan.items, {
    "liste-f1-0": { state: "done", owner: "Rektor", due: "0000-01-01" },
  });
  /** @type {[Parameters<typeof handWritten>[0], string][]} */
  const cases = [
    [{ id: "__proto__" }, "id"],
    [{ id: "" }, "id"],
    [{ name: "x".repeat(10_001) }, "name"],
    [{ time: 4e14 }, "changed"],
    [{ cells: [3, 1, 1] }, "F1.1.state"],
    [{ cells: [1, 2, 1] }, "F1.1.owner"],
    [{ cells: [1, 1, 2 * 3_700_000 + 1] }, "F1.1.due"],
    [{ cells: [1, 1, 2] }, "F1.1.due"],
    [{ count: 2 }, "items.liste-f1-0"],
  ];
  for (const [parts, field] of cases) {
    const result = await unpack(handWritten(parts), catalog);
    assert.deepEqual(result, { ok: false, error: { key: "bad-field", values: { field } } });
  }
});

test("a decompression bomb is given up after two million bytes", async () => {
  const bomb = new Uint8Array(deflateRawSync(new Uint8Array(100_000_000)));
  assert.ok(bomb.length < 100_000);
  await assert.rejects(inflate(bomb), /too many bytes/);
  assert.equal((await inflate(new Uint8Array(deflateRawSync(new Uint8Array(2_000_000))))).length, 2_000_000);
  assert.equal(await refusal(forged(new Uint8Array(100_000_000))), "mangled");
  assert.equal((await unpack(forged(new Uint8Array(2_000_000)), catalog)).ok, false);
});

test("far too many entries are refused", async () => assert.equal(await refusal(handWritten({ count: 5001 })), "mangled"));

test("a code or id that the catalog does not have is reported", async () => {
  const result = await opened(handWritten({ key: "X9.9" }));
  assert.deepEqual([result.plan.items, result.unknown], [{}, ["X9.9"]]);
  const hostile = await opened(handWritten({ key: "__proto__" }));
  assert.deepEqual([Object.keys(hostile.plan.items), hostile.unknown], [[], ["__proto__"]]);
  const kept = await opened(await pack({ ...plan, items: { "borte-3": { state: "na" } } }, catalog, { notes: false }));
  assert.deepEqual([kept.plan.items, kept.unknown], [{ "borte-3": { state: "na" } }, ["borte-3"]]);
});

test("a code finds its item also when the id or the text is new", async () => {
  const sent = await pack(plan, catalog, { notes: false });
  const later = structuredClone(catalog);
  const item = later.checklists[0]?.items[0];
  assert.ok(item);
  Object.assign(item, { id: "ny-id", hash: "fff000fff000", formerly: [item.id] });
  const { plan: received, unknown } = await opened(sent, later);
  const entry = plan.items["liste-f1-0"];
  assert.equal(received.items["ny-id"]?.due, entry?.due);
  assert.equal(received.items["ny-id"]?.hash, `${entry?.hash?.slice(0, 3)}000000000`);
  assert.deepEqual(unknown, []);
});
