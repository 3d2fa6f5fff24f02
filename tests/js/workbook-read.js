/** How the tests read workbooks. */
import assert from "node:assert/strict";
import { readWorkbook, writeWorkbook } from "../../docs/assets/js/formats/xlsx/xlsx.js";
import { unzip, zip } from "../../docs/assets/js/formats/zip.js";
import { CATALOG, HEADER, PLAN, TEXTS, workbook } from "./workbook-files.js";

/** @param {Uint8Array | Promise<Uint8Array>} bytes */
export async function readOk(bytes, texts = TEXTS) {
  const read = await readWorkbook(await bytes, CATALOG, texts);
  assert.ok(read.ok, JSON.stringify(read));
  return read;
}

/** @param {Uint8Array | Promise<Uint8Array>} bytes @returns {Promise<string>} */
export async function keyOf(bytes) {
  const read = await readWorkbook(await bytes, CATALOG, TEXTS);
  return read.ok ? "ok" : read.error.key;
}

/** What the row of a-1 says when these cells stand in it, by column.
 * @param {Record<string, string>} cells @param {Parameters<typeof workbook>[1]} [more] */
export async function readCells(cells, more) {
  const read = await readOk(workbook([HEADER, HEADER.map((name) => (name === "Id" ? "a-1" : cells[name] ?? ""))], more));
  return { item: read.items["a-1"], problems: read.problems.map(({ cell, key, value }) => [cell, key, value]) };
}

/** @param {string} path @param {(text: string) => string} change @returns {Promise<Uint8Array>} */
export async function rewritten(path, change) {
  const read = await unzip(await writeWorkbook(PLAN, CATALOG, TEXTS));
  assert.ok(read.ok);
  const files = [...read.files].map(([name, bytes]) => [name, name === path ? change(new TextDecoder().decode(bytes)) : bytes]);
  return zip(Object.fromEntries(files));
}
