/** The search of a built site on each of the queries that come in as JSON: the addresses found, and what was meant.
 * usage: node search.js SITE */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [site = ""] = process.argv.slice(2);
const { Engine } = await import(pathToFileURL(join(site, "assets/js/search/engine.js")).href);
const engine = new Engine(JSON.parse(readFileSync(join(site, "assets/sok.json"), "utf8")));
const found = JSON.parse(readFileSync(0, "utf8")).map((/** @type {string} */ query) => {
  const { hits, meant } = engine.find(query);
  return { urls: hits.map((/** @type {{url: string}} */ { url }) => url), meant };
});
process.stdout.write(JSON.stringify(found));
