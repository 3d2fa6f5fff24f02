/** Lets Node find what the pages carry where `make` has installed it: `node --import ./tests/vendor.js`. */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";

const installed = new URL("../.venv/npm/", import.meta.url);
const { carried } = JSON.parse(readFileSync(new URL("package.json", installed), "utf8"));

registerHooks({
  resolve(asked, context, next) {
    const source = carried[asked.split("/vendor/")[1] ?? ""];
    const url = new URL(`node_modules/${source}`, installed).href;
    return source ? { url, format: "module", shortCircuit: true } : next(asked, context);
  },
});
