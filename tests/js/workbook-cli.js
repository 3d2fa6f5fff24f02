/** For tests/test_workbook.py: `write <file>` a workbook, or `read <file>` and print what it says. */
import { readFileSync, writeFileSync } from "node:fs";
import { changes, readWorkbook, writeWorkbook } from "../../docs/assets/js/plan/xlsx.js";
import { CATALOG, PLAN, TEXTS } from "./workbook-files.js";

const [, , command, file = ""] = process.argv;
if (command === "write") writeFileSync(file, await writeWorkbook(PLAN, CATALOG, TEXTS));
else {
  const read = await readWorkbook(new Uint8Array(readFileSync(file)), CATALOG, TEXTS);
  console.log(JSON.stringify({ read, changes: read.ok ? changes(PLAN, read) : [] }));
}
