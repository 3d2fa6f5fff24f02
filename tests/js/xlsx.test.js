import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cellText, columnIndex, columnName } from "../../docs/assets/js/formats/xlsx/cells.js";
import { tableWorkbook } from "../../docs/assets/js/formats/xlsx/table.js";
import { changes, writeWorkbook } from "../../docs/assets/js/formats/xlsx/xlsx.js";
import { unzip } from "../../docs/assets/js/formats/zip.js";
import { anyPlan } from "./arbitrary.js";
import { CATALOG, HEADER, PLAN, TEXTS, workbook } from "./workbook-files.js";
import { readCells, readOk, rewritten } from "./workbook-read.js";

const FIRST = "xl/worksheets/sheet1.xml";

/** A part of a workbook as text. @param {Promise<Uint8Array>} bytes @param {string} path */
async function part(bytes, path) {
  const read = await unzip(await bytes);
  assert.ok(read.ok);
  return new TextDecoder().decode(read.files.get(path));
}

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
    "Titles\" localSheetId=\"0\">'Vår ''fase''  1 2'!$1:$1<", "Database\" localSheetId=\"0\" hidden=\"1\">'Vår ''fase''  1 2'!$A$1:$H$11<",
  ]) assert.ok(book?.includes(part), part);
  for (const part of [
    '<col min="1" max="1" width="12" customWidth="1" hidden="1"/><col min="2" max="2" width="8" customWidth="1"/>',
    'topLeftCell="C2" activePane="bottomRight" state="frozen"', '<autoFilter ref="A1:H11"/>', 'orientation="landscape"',
    'sqref="E2:E5 E9:E11"><formula1>&quot;Ikke gjort,Gjort,Ikke aktuelt&quot;<', 'sqref="E6:E8"><formula1>&quot;Ja,Delvis,Nei,Vet ikke&quot;<',
    '<dataValidation allowBlank="1" showInputMessage="1" prompt="Stilling og tjenestested, ikke navn" sqref="F2:F11"/>',
    '<c r="G2" s="4"><v>46538</v></c>', '<c r="A1" s="1"', '<c r="A2" s="2"', '<c r="H2" s="3"',
  ]) assert.ok(sheet?.includes(part), part);
});

test("what is entered stays text as it was typed, and what is ours is grey", async () => {
  const styles = await part(writeWorkbook(PLAN, CATALOG, TEXTS), "xl/styles.xml");
  const looks = [...styles.matchAll(/<xf numFmtId="(\d+)" fontId="(\d)" fillId="(\d)" borderId="1"/g)].map(([, ...numbers]) => numbers.map(Number));
  assert.deepEqual(looks, [[49, 1, 2], [49, 0, 2], [49, 0, 0], [164, 0, 0]]);
});

test("choices cover each row once, also where a list has one question", async () => {
  const [first, questions, ...rest] = CATALOG.checklists;
  assert.ok(first && questions);
  const checklists = [first, { ...questions, items: questions.items.slice(0, 1) }, ...rest];
  const sheet = await part(writeWorkbook(PLAN, { checklists }, TEXTS), FIRST);
  assert.ok(sheet.includes('sqref="E6:E6"><formula1>&quot;Ja,Delvis,Nei,Vet ikke&quot;<'), sheet.match(/sqref="E[^"]*"/g)?.join());
});

test("names of sheets are as long as Excel allows, and parts are linked as the standard says", async () => {
  const read = await unzip(await writeWorkbook(PLAN, CATALOG, { ...TEXTS, phases: { ...TEXTS.phases, forarbeid: "x".repeat(40) } }));
  assert.ok(read.ok);
  const [book, links] = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"].map((path) => new TextDecoder().decode(read.files.get(path)));
  assert.ok(book?.includes(`<sheet name="${"x".repeat(31)}" `));
  const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const styles = new TextDecoder().decode(read.files.get("xl/styles.xml"));
  assert.deepEqual([...styles.matchAll(/<xf numFmtId="(\d+)" fontId="\d" fillId="\d" borderId="1"/g)].map(([, format]) => format), ["49", "49", "49", "164"]);
  for (const type of ["worksheet", "styles"]) assert.ok(links?.includes(`Type="${kind}/${type}"`), type);
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
  assert.deepEqual(read.problems, [{ sheet: "Ark", cell: "B3", key: "duplicate-id", value: "F1.2" }]);
});

test("a row is that of the code that people see, also without its hidden id or sorted away from it", async () => {
  const rows = [HEADER, ["a-1", "F1.2", "", "", "Gjort"], ["a-2", "F1.1", "", "", "Ikke aktuelt"], ["", "K1.1", "", "", "Gjort"], ["constructor", "egen kode"]];
  const read = await readOk(workbook(rows));
  assert.deepEqual(Object.entries(read.items).map(([id, { state }]) => [id, state]), [["a-2", "done"], ["a-1", "na"], ["k-1", "done"], ["constructor", ""]]);
  assert.deepEqual([read.problems, read.unknownRows], [[], []]);
  const seen = await readOk(rewritten(FIRST, (xml) => xml.replace(/<c r="A\d+".*?<\/c>/g, "")));
  assert.deepEqual(changes(PLAN, seen), []);
});

test("what people have added is named as not read", async () => {
  const rows = [[...HEADER, "Fra gruppen"], ["a-1", "F1.1", "", "", "", "", "", "", "mer", "", "og mer"]];
  const rels = (/** @type {string[]} */ links) => `<Relationships>${links.map((one, n) => `<Relationship Id="r${n}" Type="x/${one}" Target="/${one}.xml"/>`).join("")}</Relationships>`;
  const files = {
    "xl/_rels/s.xml.rels": rels(["comments", "threadedComment", "vmlDrawing"]),
    "comments.xml": '<comments><commentList><comment ref="F2"><text><r><t>[Tråd] slutter</t></r></text></comment><comment ref="H2"><text><t>Se sak 7</t></text></comment></commentList></comments>',
    "threadedComment.xml": '<ThreadedComments><threadedComment ref="F2"><text>slutter 1. mai</text></threadedComment></ThreadedComments>',
  };
  const read = await readOk(workbook(rows, { files }));
  assert.deepEqual(read.problems.map(({ cell, key, value }) => [cell, key, value]), [
    ["", "own-column", "Fra gruppen"], ["", "own-column", "K"], ["F2", "comment", "slutter 1. mai"], ["H2", "comment", "Se sak 7"],
  ]);
  const two = await readOk(rewritten("xl/worksheets/sheet2.xml", (xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, '<sheetData><row><c t="str"><v>Notater</v></c></row></sheetData>').replace("K1.1", "")));
  assert.deepEqual(two.problems.map(({ key }) => key), ["no-header"]);
});

test("a verdict is given on the text in the sheet", async () => {
  const [shown, text] = ["Punkt «F1.1» &amp;  mer", "Ordlyden før"];
  const hashes = (await readOk(workbook([HEADER, ["a-1", "F1.1", "", shown], ["a-2", "F1.2", "", text], ["k-1"]]))).hashes;
  assert.deepEqual([hashes.get("a-1"), hashes.get("k-1")], ["0".repeat(12), "0".repeat(12)]);
  assert.match(hashes.get("a-2") ?? "", /^0000[0-9a-f]{8}$/);
  assert.notEqual(hashes.get("a-2"), "0".repeat(12));
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

test("a table as a workbook has its titles, its rows, and room for more", async () => {
  const columns = [{ title: "Tiltak", width: 30 }, { title: "Frist", width: 12, date: true }, { title: "Status", width: 12, choices: ["Ny", "Ferdig"] }];
  const read = await unzip(await tableWorkbook("Tiltak", columns, [["Å «x» & y", "2027-05-05", "Ny"]]));
  assert.ok(read.ok);
  const xml = new TextDecoder().decode(read.files.get(FIRST));
  for (const text of ["Tiltak", "Frist", "Å «x» &amp; y", "46512", "C2:C42"]) assert.ok(xml.includes(text), text);
  assert.equal(xml.match(/<row/g)?.length, 42);
});

test("columns are named as spreadsheets do", () => {
  const names = [0, 25, 26, 51, 52, 701, 702].map(columnName);
  assert.deepEqual(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  assert.deepEqual(names.map((name) => columnIndex(`${name}1`)), [0, 25, 26, 51, 52, 701, 702]);
});
