import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readWorkbook, writeWorkbook } from "../../docs/assets/js/formats/xlsx/xlsx.js";
import { unzip, zip } from "../../docs/assets/js/formats/zip/zip.js";
import { CATALOG, HEADER, PLAN, TEXTS, workbook } from "./workbook-files.js";
import { keyOf, readOk, rewritten } from "./workbook-read.js";

const FIRST = "xl/worksheets/sheet1.xml";
const HIDDEN = "xl/worksheets/sheet3.xml";

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
