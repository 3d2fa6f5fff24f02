// Makes few files of the scripts: node bundle.mjs <what is installed> <folder of the scripts> <entry>...
// Prints [{name, code, entry}] as JSON; a name changes with what the file holds.
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";

const [installed, folder] = process.argv.slice(2, 4).map((path) => resolve(path));
const require = createRequire(join(installed, "/"));
const { rolldown } = require("rolldown");
const { carried } = require("./package.json");

const entries = process.argv.slice(4);
const at = (name) => join(folder, name);

/** All that these scripts import at once. */
function needed(graph, ...firsts) {
  const found = new Set();
  for (const waiting = firsts.map(at); waiting.length; ) {
    const imported = graph.getModuleInfo(waiting.pop()).importedIds.filter((id) => !found.has(id));
    for (const id of imported) found.add(id);
    waiting.push(...imported);
  }
  return found;
}

/** What pages load at once, in two files: more would only be more requests. */
let groups;
function groupOf(id, graph) {
  groups ??= {
    page: needed(graph, "elements/every-page.js", "elements/plan-forside.js").add(at("elements/every-page.js")),
    list: needed(graph, "elements/sjekk-liste.js", "elements/plan-oversikt.js"),
  };
  return Object.keys(groups).find((name) => groups[name].has(id));
}

/** What the scripts import from vendor/, where it is installed. */
const vendor = { name: "vendor", resolveId: (asked) => carried[asked.split("/vendor/")[1]] && join(installed, "node_modules", carried[asked.split("/vendor/")[1]]) };

const bundle = await rolldown({
  input: entries.map(at),
  plugins: [vendor],
  preserveEntrySignatures: "allow-extension",
});
const { output } = await bundle.generate({
  minify: true,
  entryFileNames: "[name]-[hash].js",
  chunkFileNames: "[name]-[hash].js",
  codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: "pages", name: groupOf }] },
});
console.log(JSON.stringify(output.map(({ fileName, code, isEntry, facadeModuleId }) => ({
  name: fileName,
  code,
  entry: isEntry ? relative(folder, facadeModuleId) : "",
}))));
