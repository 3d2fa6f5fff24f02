import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decoded, foreignFile, isTable } from "../../docs/assets/js/formats/foreign.js";
import { readWorkbook, writeWorkbook } from "../../docs/assets/js/formats/xlsx/xlsx.js";
import { unzip, zip } from "../../docs/assets/js/formats/zip.js";
import { CATALOG, HEADER, PLAN, TEXTS, workbook } from "./workbook-files.js";
import { keyOf, readOk, rewritten } from "./workbook-read.js";

const FIRST = "xl/worksheets/sheet1.xml";
const HIDDEN = "xl/worksheets/sheet3.xml";

test("a workbook without its hidden sheet is read without details", async () => {
  assert.deepEqual((await readOk(workbook([HEADER, ["a-1"]]))).details, {});
});

test("a sheet of ours without its codes or its header is named", async () => {
  const lost = async (/** @type {(xml: string) => string} */ change) =>
    (await readOk(rewritten(FIRST, change))).problems.map(({ sheet, cell, key }) => [sheet, cell, key]);
  const told = [["Forarbeid", "", "no-header"]];
  assert.deepEqual(await lost((xml) => xml.replace(/<c r="A\d+".*?<\/c>/g, "").replace(">Kode<", ">Nr<")), told);
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

test("workbooks that say little over and over are refused before they are read", async () => {
  const sheets = Array.from({ length: 100 }, (_, n) => `<sheet name="s${n}" sheetId="${n + 1}" r:id="r1"/>`);
  const again = `<workbook xmlns:r="r"><sheets>${sheets.join("")}</sheets></workbook>`;
  assert.equal(await keyOf(workbook([HEADER], { files: { "xl/workbook.xml": again } })), "bad-xml");
  const long = `<si><t>${"x".repeat(32_000)}</t></si>`;
  const rows = Array.from({ length: 700 }, () => ['<c t="s"><v>0</v></c>']);
  assert.equal(await keyOf(workbook([HEADER, ...rows], { shared: long })), "xml-too-large");
  const half = `<sst>${"<si/>".repeat(300_000)}</sst>`;
  const rest = [HEADER, Array.from({ length: 200_000 }, () => "")];
  assert.equal(await keyOf(workbook(rest, { files: { "xl/t.xml": half } })), "xml-too-large");
});

test("files of other programs are called what they are", async () => {
  const ole = (/** @type {string} */ name) => Uint8Array.from(Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from(`${name}\0`, "utf16le")]));
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
  const found = [ole("EncryptedPackage"), ole("Workbook"), ole("Book"), ole("WordDocument"), bytes("%PDF-1.7"), bytes("{}"), bytes("")].map(foreignFile);
  assert.deepEqual(found, ["protected", "old-xls", "old-xls", "not-xlsx", "pdf", undefined, undefined]);
  assert.equal(await keyOf(zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>" })), "ods");
  assert.equal(await keyOf(zip({ "word/document.xml": "<x/>" })), "docx");
  assert.equal(await keyOf(zip({ "xl/workbook.bin": "x" })), "xlsb");
  assert.deepEqual(["Id;Kode;Sjekkliste;Punkt\r\n", "Id,Kode,Punkt,Status", "Id\tKode\tPunkt\tStatus", '{"a":1,"b":2,"c":3,"d":4}', "Hei, på deg"].map(isTable), [true, true, true, false, false]);
});

test("text in the encodings of older editors is read as it was written", () => {
  const utf16 = (/** @type {boolean} */ big) => {
    const text = Buffer.from("\ufeffBø – «æ»", "utf16le");
    return Uint8Array.from(big ? text.swap16() : text);
  };
  const ansi = Uint8Array.from([0x42, 0xf8, 0x20, 0x96, 0x20, 0xab, 0xe6, 0xbb]);
  assert.deepEqual([utf16(false), utf16(true), ansi, new TextEncoder().encode("Bø – «æ»")].map(decoded), Array(4).fill("Bø – «æ»"));
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
