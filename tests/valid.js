/** Prints what is not valid in the HTML files of a folder, one line each: rule, message, first place. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";

const [, , folder = "."] = process.argv;
const checker = new HtmlValidate({ extends: ["html-validate:standard"] });
for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((one) => one.endsWith(".html"))) {
  const { results } = await checker.validateString(readFileSync(join(folder, name), "utf8"));
  for (const { ruleId, message, line, selector } of results.flatMap(({ messages }) => messages)) {
    // The theme's own two switches, without which it has no menu on a phone.
    if (!/#__(drawer|search)$/.test(selector ?? "")) console.log(`${name}:${line} ${ruleId}: ${message}`);
  }
}
