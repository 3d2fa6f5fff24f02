import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";

/** What each room may import from, beside itself. @type {Record<string, string[]>} */
const ROOMS = {
  plan: [],
  formats: ["plan", "vendor"],
  store: ["plan", "formats"],
  views: ["plan", "formats", "store"],
  controls: ["plan", "formats", "store", "views"],
  page: ["plan", "formats", "store", "views", "controls"],
  search: ["vendor"],
  elements: ["plan", "formats", "store", "views", "controls", "page", "search"],
};
const JS = join(import.meta.dirname, "../../docs/assets/js");

for (const [room, below] of Object.entries(ROOMS))
  test(`${room} imports only from ${below.join(", ") || "itself"}`, () => {
    const files = readdirSync(join(JS, room), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
    for (const file of files) {
      const source = readFileSync(join(JS, room, file), "utf8");
      for (const [, path = ""] of source.matchAll(/(?:from |import\(|import )"(\.[^"]+)"/g)) {
        const [target = ""] = normalize(join(room, dirname(file), path)).split("/");
        assert.ok(target === room || below.includes(target), `${room}/${file} imports ${path}`);
      }
    }
  });

test("every script that is loaded when used goes through the one loader", () => {
  const files = readdirSync(JS, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  for (const file of files) {
    const source = readFileSync(join(JS, file), "utf8").replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, "");
    assert.equal(source.replaceAll(/late\(\(\) => import\(/g, "").includes("import("), false, file);
  }
});

test("every script stands in a room", () => assert.deepEqual(readdirSync(JS).sort(), Object.keys(ROOMS).sort()));
