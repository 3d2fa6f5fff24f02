/**
 * For tests/test_workbook.py: `write <file>` a workbook, or `read <file>` and print what it says.
 * For tests/test_sheets_xlsx.py: `read <file> <catalog> <texts>`, the last two as files of JSON.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { changes, readWorkbook, writeWorkbook } from "../../docs/assets/js/formats/xlsx/xlsx.js";
import { CATALOG, PLAN, TEXTS } from "./workbook-files.js";

const [, , command, file = "", ...given] = process.argv;
const [catalog = CATALOG, texts = TEXTS] = given.map((path) => JSON.parse(readFileSync(path, "utf-8")));
if (command === "write") writeFileSync(file, await writeWorkbook(PLAN, CATALOG, TEXTS));
else {
  const read = await readWorkbook(new Uint8Array(readFileSync(file)), catalog, texts);
  console.log(JSON.stringify({ read, changes: read.ok ? changes(PLAN, read) : [] }));
}
