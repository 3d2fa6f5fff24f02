import assert from "node:assert/strict";
import { test } from "node:test";
import { HEADER, workbook } from "./workbook-files.js";
import { readCells, readOk } from "./workbook-read.js";

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

test("a tick box is a status, and nothing else", async () => {
  const box = (/** @type {number} */ value) => `<c t="b"><v>${value}</v></c>`;
  const read = await readOk(workbook([HEADER, ["a-1", "", "", "", box(1)], ["a-2", "", "", "", box(0)], ["q-1", "", "", "", box(1), "", "", box(0)]]));
  assert.deepEqual([read.items["a-1"]?.state, read.items["a-2"]?.state, read.answers["q-1"]], ["done", "", {}]);
  assert.deepEqual(read.problems.map(({ cell, key }) => [cell, key]), [["E4", "tick-box"], ["H4", "tick-box"]]);
});

test("a day saved as a hair before its midnight is that day, and a day as a note is written out", async () => {
  const styles = '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="[Red]0&quot; dager&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  const links = '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>';
  const files = { "xl/styles.xml": styles, "xl/_rels/workbook.xml.rels": links };
  const note = async (/** @type {number} */ style, /** @type {string} */ value) => (await readCells({ Merknad: `<c s="${style}"><v>${value}</v></c>` }, { files })).item?.note;
  assert.equal(await note(1, "46512"), "05.05.2027");
  assert.equal(await note(3, "46388.5215277777"), "01.01.2027 12:31");
  assert.equal(await note(2, "46512"), "46512");
  assert.equal((await readCells({ Frist: '<c s="1"><v>46511.9999999884</v></c>' }, { files })).item?.due, "2027-05-05");
  assert.equal((await readCells({ Frist: '<c s="1"><v>46511.9999</v></c>' }, { files })).item?.due, "2027-05-04");
});

test("the formats that every program knows as dates are dates, and those beside them are not", async () => {
  const dates = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];
  const all = Array.from({ length: 60 }, (_, number) => number);
  const styles = `<styleSheet><cellXfs>${all.map((number) => `<xf numFmtId="${number}"/>`).join("")}</cellXfs></styleSheet>`;
  const links = '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>';
  const files = { "xl/styles.xml": styles, "xl/_rels/workbook.xml.rels": links };
  const rows = all.map((style) => ["", "", "", "", "", "", "", `<c s="${style}"><v>46512</v></c>`]);
  const found = await Promise.all(rows.map(async (row) => (await readOk(workbook([HEADER, ["a-1", ...row.slice(1)]], { files }))).items["a-1"]?.note));
  assert.deepEqual(found.flatMap((note, number) => (note === "05.05.2027" ? [number] : [])), dates);
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
