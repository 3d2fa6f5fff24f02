import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cellText } from "../../docs/assets/js/plan/xlsx-cells.js";
import { changes, readWorkbook, writeWorkbook } from "../../docs/assets/js/plan/xlsx.js";
import { unzip, zip } from "../../docs/assets/js/plan/zip.js";
import { anyPlan } from "./arbitrary.js";
import { CATALOG, HEADER, PLAN, TEXTS, workbook } from "./workbook-files.js";

/** @param {Uint8Array | Promise<Uint8Array>} bytes */
async function readOk(bytes) {
  const read = await readWorkbook(await bytes, CATALOG, TEXTS);
  assert.ok(read.ok, JSON.stringify(read));
  return read;
}

/** @param {Uint8Array | Promise<Uint8Array>} bytes @returns {Promise<string>} */
async function keyOf(bytes) {
  const read = await readWorkbook(await bytes, CATALOG, TEXTS);
  return read.ok ? "ok" : read.error.key;
}

/** What the row of a-1 says when these cells stand in it, by column.
 * @param {Record<string, string>} cells @param {Parameters<typeof workbook>[1]} [more] */
async function readCells(cells, more) {
  const read = await readOk(workbook([HEADER, HEADER.map((name) => (name === "Id" ? "a-1" : cells[name] ?? ""))], more));
  return { item: read.items["a-1"], problems: read.problems.map(({ cell, key, value }) => [cell, key, value]) };
}

/** @param {string} path @param {(text: string) => string} change @returns {Promise<Uint8Array>} */
async function rewritten(path, change) {
  const read = await unzip(await writeWorkbook(PLAN, CATALOG, TEXTS));
  assert.ok(read.ok);
  const files = [...read.files].map(([name, bytes]) => [name, name === path ? change(new TextDecoder().decode(bytes)) : bytes]);
  return zip(Object.fromEntries(files));
}

const FIRST = "xl/worksheets/sheet1.xml";
const HIDDEN = "xl/worksheets/sheet3.xml";

test("any plan comes back from its workbook, and changes nothing", async () => {
  const ids = CATALOG.checklists.flatMap((list) => list.items.map((item) => item.id));
  const plan = fc.tuple(anyPlan, fc.shuffledSubarray(ids, { minLength: 3 })).map(([one, names]) => ({
    ...one,
    items: { ...one.items, ...Object.fromEntries(Object.values(one.items).map((entry, n) => [names[n] ?? "x", entry])) },
    answers: { ...one.answers, ...Object.fromEntries(Object.values(one.answers).map((entry, n) => [`q-${n}`, entry])) },
  }));
  await fc.assert(
    fc.asyncProperty(plan, async (input) => {
      const read = await readOk(writeWorkbook(input, CATALOG, TEXTS));
      assert.deepEqual([read.problems, read.unknownRows, changes(input, read)], [[], [], []]);
      const { id, name, kommuner, caseNumber, period, location } = input;
      const details = Object.entries({ id, name, kommuner, caseNumber, period, location });
      assert.deepEqual(read.details, Object.fromEntries(details.map(([key, value]) => [key, cellText(value)])));
      const empty = { ...input, items: {}, answers: {} };
      for (const { part, id: key, field, after } of changes(empty, read)) {
        /** @type {Record<string, string>} */
        const entry = { ...input[part][key] };
        assert.equal(after, cellText(entry[field] ?? ""));
      }
    }),
    { numRuns: 1000 },
  );
});

test("all that a plan says stands in the workbook", async () => {
  const read = await readOk(writeWorkbook(PLAN, CATALOG, TEXTS));
  assert.deepEqual(read.items, {
    "a-1": { ...PLAN.items["a-1"], note: PLAN.items["a-1"]?.note?.replace("\t", " ") },
    "a-2": { state: "na", owner: "", due: "1850-02-28", note: "luft" },
    constructor: { state: "", owner: "", due: "1905-07-19", note: "'apostrof" },
    "k-1": { state: "", owner: "+4712345678", due: "9999-12-31", note: "" },
  });
  assert.deepEqual(read.answers, { "q-1": { answer: "vet-ikke", reason: "-1+1" }, "q-2": { answer: "", reason: "0012" }, "q-3": { answer: "ja", reason: "ab\u2028c\u00a0d  e\nf" } });
});

test("sheets are frozen, filtered, with choices, and print on landscape pages with their header", async () => {
  const texts = { ...TEXTS, phases: { ...TEXTS.phases, forarbeid: "Vår 'fase': 1/2" } };
  const read = await unzip(await writeWorkbook(PLAN, CATALOG, texts));
  assert.ok(read.ok);
  const [book, sheet] = ["xl/workbook.xml", FIRST].map((path) => new TextDecoder().decode(read.files.get(path)));
  for (const part of [
    '<sheet name="Vår \'fase\'  1 2" ', 'name="sjekkliste-plan" sheetId="3" state="hidden"',
    "Titles\" localSheetId=\"0\">'Vår ''fase''  1 2'!$1:$1<", "Database\" localSheetId=\"0\" hidden=\"1\">'Vår ''fase''  1 2'!$A$1:$H$7<",
  ]) assert.ok(book?.includes(part), part);
  for (const part of [
    '<col min="1" max="1" width="12" customWidth="1" hidden="1"/><col min="2" max="2" width="8" customWidth="1"/>',
    'topLeftCell="C2" activePane="bottomRight" state="frozen"', '<autoFilter ref="A1:H7"/>', 'orientation="landscape"',
    'sqref="E2:E3 E7:E7"><formula1>&quot;Ikke gjort,Gjort,Ikke aktuelt&quot;<', 'sqref="E4:E6"><formula1>&quot;Ja,Delvis,Nei,Vet ikke&quot;<',
    '<c r="G2" s="4"><v>46538</v></c>',
  ]) assert.ok(sheet?.includes(part), part);
});

test("same plan gives the same bytes", async () => {
  assert.deepEqual(await writeWorkbook(PLAN, CATALOG, TEXTS), await writeWorkbook(structuredClone(PLAN), CATALOG, TEXTS));
});

test("texts longer than a cell are cut, and still change nothing", async () => {
  const plan = { ...PLAN, location: "😀".repeat(20_000) };
  const { location } = (await readOk(writeWorkbook(plan, CATALOG, TEXTS))).details;
  assert.equal(location, "😀".repeat(16_383));
});

test("only the changed cells change the plan", async () => {
  const bytes = rewritten(FIRST, (xml) => xml.replace("Rådgiver, helse", "Leder").replace("Ikke aktuelt</t>", " IKKE GJORT</t>"));
  assert.deepEqual(changes(PLAN, await readOk(bytes)), [
    { part: "items", id: "a-1", field: "owner", before: "Rådgiver, helse", after: "Leder" },
    { part: "items", id: "a-2", field: "state", before: "na", after: "" },
  ]);
});

test("an absent row or column changes nothing", async () => {
  const row = await readOk(rewritten(FIRST, (xml) => xml.replace(/<row r="2">.*?<\/row>/, "")));
  assert.deepEqual([row.items["a-1"], changes(PLAN, row)], [undefined, []]);
  const column = await readOk(rewritten(FIRST, (xml) => xml.replace(">Frist<", ">Annet<")));
  assert.ok(!Object.hasOwn(column.items["a-1"] ?? {}, "due"));
  assert.deepEqual(changes(PLAN, column), []);
});

test("an id that every object seems to have is not taken from it", async () => {
  const read = { items: { constructor: { note: "" }, toString: { note: "ny" } }, answers: {} };
  const found = changes({ ...PLAN, items: {} }, read);
  assert.deepEqual(found, [{ part: "items", id: "toString", field: "note", before: "", after: "ny" }]);
});

test("columns may be moved and added, and the header may stand further down", async () => {
  const rows = [["Arbeidsgruppa"], [], ["merknad ", "Prioritet", "STATUS", "id", "Merknad"], ["ny", "1", "gjort", "a-1", "to"]];
  const read = await readOk(workbook(rows));
  assert.deepEqual(read.items, { "a-1": { state: "done", note: "ny" } });
});

test("rows without a known id are named, empty ones are not", async () => {
  const read = await readOk(workbook([HEADER, ["", "", "", "Eget punkt"], ["ukjent"], [], ["__proto__"], ["a-1"]]));
  assert.deepEqual(read.unknownRows, ["Ark!2", "Ark!3", "Ark!5"]);
  assert.deepEqual(Object.keys(read.items), ["a-1"]);
});

test("a former id finds its item", async () => {
  assert.deepEqual(Object.keys((await readOk(workbook([HEADER, ["gammel"]]))).items), ["a-2"]);
});

test("the second row with an id is a problem, the first one counts", async () => {
  const read = await readOk(workbook([HEADER, ["a-2", "", "", "", "Gjort"], ["gammel", "", "", "", "Ikke aktuelt"]]));
  assert.deepEqual(read.items["a-2"]?.state, "done");
  assert.deepEqual(read.problems, [{ sheet: "Ark", cell: "A3", key: "duplicate-id", value: "gammel" }]);
});

test("a row that was sorted away from its hidden id is not used", async () => {
  const read = await readOk(workbook([HEADER, ["a-1", "F1.2", "", "", "Gjort"], ["a-2", "F1.1"], ["constructor", "egen kode"]]));
  assert.deepEqual(Object.keys(read.items), ["constructor"]);
  assert.deepEqual(read.problems.map((one) => [one.cell, one.key, one.value]), [["B2", "other-code", "F1.2"], ["B3", "other-code", "F1.1"]]);
});

for (const [typed, date] of Object.entries({
  "5.5.2027": "2027-05-05", "05.05.27": "2027-05-05", "2027-05-05": "2027-05-05", "31. 12. 2027": "2027-12-31",
  "2027-05-05T00:00:00": "2027-05-05", "29.2.2028": "2028-02-29",
})) {
  test(`«${typed}» typed as text is a date`, async () => assert.equal((await readCells({ Frist: typed })).item?.due, date));
}

for (const typed of ["31.2.2027", "5.13.2027", "2027-02-29", "5/5/2027", "snart", "5.5", "2027-5-5x", "0.1.2027"]) {
  test(`«${typed}» is not a date`, async () => {
    const { item, problems } = await readCells({ Frist: typed, Status: "Gjort" });
    assert.deepEqual([item, problems], [{ state: "done", owner: "", note: "" }, [["G2", "bad-date", typed]]]);
  });
}

test("numbers are days from 1900, or from 1904 when the file says so", async () => {
  const due = async (/** @type {string} */ number, properties = "") =>
    (await readCells({ Frist: `<c s="1"><v>${number}</v></c>` }, { properties })).item?.due;
  assert.equal(await due("46512"), "2027-05-05");
  assert.equal(await due("46512.75"), "2027-05-05");
  assert.equal(await due("4.6512E4"), "2027-05-05");
  assert.equal(await due("45050", '<workbookPr date1904="1"/>'), "2027-05-05");
  assert.equal(await due("46512", '<workbookPr date1904="0"/>'), "2027-05-05");
  for (const bad of ["2027", "-1", "2958466", "1e300"]) assert.equal(await due(bad), undefined);
  assert.deepEqual((await readCells({ Frist: "<c><v>2027</v></c>" })).problems, [["G2", "bad-date", "2027"]]);
});

test("unknown words are problems, and leave the field out", async () => {
  const read = await readOk(workbook([HEADER, ["a-1", "", "", "", "Kanskje"], ["q-1", "", "", "", "Gjort", "", "1.1.2027", "fordi"]]));
  assert.deepEqual(read.items, { "a-1": { owner: "", due: "", note: "" } });
  assert.deepEqual(read.answers, { "q-1": { reason: "fordi" } });
  assert.deepEqual(read.problems.map((one) => [one.cell, one.key, one.value]), [
    ["E2", "unknown-status", "Kanskje"], ["E3", "unknown-answer", "Gjort"], ["G3", "not-for-questions", "1.1.2027"],
  ]);
});

test("formulas count by their value, if it is plain", async () => {
  const { item, problems } = await readCells({
    Status: '<c t="str"><f>A1</f><v>Gjort</v></c>',
    Ansvarlig: "<c><f>1/0</f></c>",
    Frist: "<c><f>TODAY()</f><v>46512</v></c>",
    Merknad: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
  });
  assert.deepEqual(item, { state: "done", due: "2027-05-05" });
  assert.deepEqual(problems, [["F2", "no-value", ""], ["H2", "bad-cell", "#DIV/0!"]]);
});

test("a formula whose text was never worked out is a problem", async () => {
  const { item, problems } = await readCells({ Merknad: '<c t="str"><f>A1</f></c>' });
  assert.deepEqual([item?.note, problems], [undefined, [["H2", "no-value", ""]]]);
});

test("truth values and strings that do not exist are problems", async () => {
  const { item, problems } = await readCells({ Ansvarlig: '<c t="b"><v>1</v></c>', Merknad: '<c t="s"><v>7</v></c>', Frist: "<c><v>x</v></c>" });
  assert.deepEqual(item, { state: "" });
  assert.deepEqual(problems.map(([cell]) => cell), ["F2", "G2", "H2"]);
});

test("text longer than the plan holds is a problem", async () => {
  assert.deepEqual((await readCells({ Merknad: "x".repeat(10_000) })).problems, []);
  assert.deepEqual((await readCells({ Merknad: "x".repeat(10_001) })).problems, [["H2", "too-long", `${"x".repeat(100)}…`]]);
});

test("shared strings with runs are put together, without reading aids", async () => {
  const shared = "<si><r><rPr><b/></rPr><t>Fet </t></r><r><t>og _x0041__x005F_x0041_</t></r><rPh sb='0' eb='1'><t>nei</t></rPh></si>";
  const { item } = await readCells({ Merknad: '<c t="s"><v>0</v></c>', Ansvarlig: '<c t="inlineStr"><is><r><t>A</t></r><r><t>B</t></r></is></c>' }, { shared });
  assert.deepEqual([item?.note, item?.owner], ["Fet og A_x0041_", "AB"]);
});

test("cells are placed by their names, and numbers may be notes", async () => {
  const rows = [HEADER, ['<c r="A7" t="str"><v>a-1</v></c>', '<c r="H7"><v>12</v></c>']];
  assert.equal((await readOk(workbook(rows))).items["a-1"]?.note, "12");
});

test("a workbook without its hidden sheet is read without details", async () => {
  assert.deepEqual((await readOk(workbook([HEADER, ["a-1"]]))).details, {});
});

test("a sheet of ours without its hidden column or its header is named", async () => {
  const lost = async (/** @type {(xml: string) => string} */ change) =>
    (await readOk(rewritten(FIRST, change))).problems.map(({ sheet, cell, key }) => [sheet, cell, key]);
  const told = [["Forarbeid", "", "no-header"]];
  assert.deepEqual(await lost((xml) => xml.replace(/<c r="A\d+".*?<\/c>/g, "")), told);
  assert.deepEqual(await lost((xml) => xml.replace(/<row r="1">.*?<\/row>/, "")), told);
  assert.deepEqual(await lost((xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, "<sheetData/>")), told);
});

test("a newer workbook is refused by its version", async () => {
  const bytes = await rewritten(HIDDEN, (xml) => xml.replace(">1<", ">2<"));
  assert.deepEqual(await readWorkbook(bytes, CATALOG, TEXTS), { ok: false, error: { key: "newer-version", values: { version: "2" } } });
});

test("files that are something else are refused", async () => {
  assert.equal(await keyOf(new TextEncoder().encode('{"format": "sjekkliste-plan"}')), "not-zip");
  assert.equal(await keyOf(zip({ "content.xml": "<x/>" })), "not-xlsx");
  assert.equal(await keyOf(workbook([["Noe", "annet"]])), "no-lists");
  assert.equal(await keyOf(workbook([], { files: { "xl/workbook.xml": "<document/>" } })), "not-xlsx");
  assert.equal(await keyOf(rewritten(FIRST, () => "")), "bad-xml");
});

test("hostile files are refused", async () => {
  const bomb = workbook([HEADER], { files: { "xl/media.bin": "\0".repeat(20_000_001) } });
  assert.equal(await keyOf(bomb), "zip-too-large");
  const laughs = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>';
  assert.equal(await keyOf(rewritten(FIRST, () => laughs)), "xml-doctype");
  assert.equal(await keyOf(rewritten(FIRST, (xml) => xml.replace(/<row r="2">/, `<row r="2">${"<c/>".repeat(500_000)}`))), "xml-too-large");
  const spoilt = (await writeWorkbook(PLAN, CATALOG, TEXTS)).slice();
  spoilt[14] = (spoilt[14] ?? 0) ^ 1;
  new DataView(spoilt.buffer).setUint32(new DataView(spoilt.buffer).getUint32(spoilt.length - 6, true) + 16, 0);
  assert.equal(await keyOf(spoilt), "zip-damaged");
});

test("a part that is missing is refused, whichever it is", async () => {
  const read = await unzip(await writeWorkbook(PLAN, CATALOG, TEXTS));
  assert.ok(read.ok);
  const needed = [...read.files.keys()].filter((name) => !/Content_Types|styles/.test(name));
  assert.equal(needed.length, 6);
  for (const name of needed) {
    /** @type {[string, Uint8Array][]} */
    const rest = [...read.files].filter(([one]) => one !== name);
    assert.deepEqual(await readWorkbook(await zip(Object.fromEntries(rest)), CATALOG, TEXTS), {
      ok: false,
      error: { key: "not-xlsx", values: { file: name } },
    });
  }
});

test("spoilt XML never throws", async () => {
  const xml = await unzip(await writeWorkbook(PLAN, CATALOG, TEXTS));
  assert.ok(xml.ok);
  const length = xml.files.get(FIRST)?.length ?? 0;
  const edit = fc.tuple(fc.nat(length), fc.nat(30), fc.constantFrom("", "<", "&", '"', "<c>", "</row>", "1", "ZZZZ9"));
  await fc.assert(
    fc.asyncProperty(edit, async ([at, cut, put]) => {
      const bytes = await rewritten(FIRST, (text) => text.slice(0, at) + put + text.slice(at + cut));
      const read = await readWorkbook(bytes, CATALOG, TEXTS);
      assert.ok(read.ok || read.error.key);
    }),
    { numRuns: 100 },
  );
});

test("values of other kinds than bytes never throw", async () => {
  for (const value of [null, undefined, "text", {}, [1], 7]) {
    assert.equal(await keyOf(/** @type {any} */ (value)), "not-zip");
  }
});
