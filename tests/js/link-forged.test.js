import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { crc32, inflate } from "../../docs/assets/js/formats/bytes.js";
import { ByteReader, ByteWriter } from "../../docs/assets/js/formats/link/bytes.js";
import { pack, unpack } from "../../docs/assets/js/formats/link/link.js";
import { catalog, fullPlan, opened, refusal } from "./link-plans.js";

const plan = fullPlan(true);

/** A link that is whole, whatever it holds. @param {Uint8Array} bytes */
function forged(bytes) {
  const packed = deflateRawSync(bytes);
  const head = Buffer.alloc(7);
  head.writeUIntBE(packed.length, 0, 3);
  head.writeUInt32BE(crc32(packed), 3);
  return `plan=1.${Buffer.concat([head, packed]).toString("base64url")}`;
}

const TIME = Date.parse("2026-01-01") - Date.parse("0000-01-01");
/** A hand-written plan with one item; a value that is not given is a valid one.
 * @param {{id?: string, name?: string, time?: number, count?: number, key?: string, cells?: number[]}} parts */
function handWritten({ id = "a1", name = "", time = TIME, count = 1, key = "F1.1", cells = [1, 1, 1] }) {
  const writer = new ByteWriter();
  writer.number(0);
  for (const value of [id, name, "", "", "", ""]) writer.text(value);
  for (const value of [time, 1]) writer.number(value);
  writer.text("Rektor");
  writer.number(count);
  for (let index = 0; index < count; index++) writer.text(index < 2 ? key : "");
  for (const cell of [...cells, 0, 0]) for (let index = 0; index < count; index++) writer.number(cell);
  for (const value of [0, 0]) writer.number(value);
  return forged(writer.bytes());
}

test("a value that the data model does not allow is refused with its field", async () => {
  assert.deepEqual((await opened(handWritten({}))).plan.items, {
    "liste-f1-0": { state: "done", owner: "Rektor", due: "0000-01-01" },
  });
  /** @type {[Parameters<typeof handWritten>[0], string][]} */
  const cases = [
    [{ id: "__proto__" }, "id"],
    [{ id: "" }, "id"],
    [{ name: "x".repeat(10_001) }, "name"],
    [{ time: 4e14 }, "changed"],
    [{ cells: [3, 1, 1] }, "F1.1.state"],
    [{ cells: [1, 2, 1] }, "F1.1.owner"],
    [{ cells: [1, 1, 2 * 3_700_000 + 1] }, "F1.1.due"],
    [{ cells: [1, 1, 2] }, "F1.1.due"],
    [{ count: 2 }, "items.liste-f1-0"],
  ];
  for (const [parts, field] of cases) {
    const result = await unpack(handWritten(parts), catalog);
    assert.deepEqual(result, { ok: false, error: { key: "bad-field", values: { field } } });
  }
});

test("a decompression bomb is given up after two million bytes", async () => {
  const bomb = new Uint8Array(deflateRawSync(new Uint8Array(100_000_000)));
  assert.ok(bomb.length < 100_000);
  await assert.rejects(inflate(bomb, 2_000_000), /too many bytes/);
  assert.equal((await inflate(new Uint8Array(deflateRawSync(new Uint8Array(2_000_000))), 2_000_000)).length, 2_000_000);
  assert.equal(await refusal(forged(new Uint8Array(100_000_000))), "mangled");
  assert.equal((await unpack(forged(new Uint8Array(2_000_000)), catalog)).ok, false);
});

test("far too many entries are refused", async () => assert.equal(await refusal(handWritten({ count: 5001 })), "mangled"));

test("a code or id that the catalog does not have is reported", async () => {
  const result = await opened(handWritten({ key: "X9.9" }));
  assert.deepEqual([result.plan.items, result.unknown], [{}, ["X9.9"]]);
  const hostile = await opened(handWritten({ key: "__proto__" }));
  assert.deepEqual([Object.keys(hostile.plan.items), hostile.unknown], [[], ["__proto__"]]);
  const kept = await opened(await pack({ ...plan, items: { "borte-3": { state: "na" } } }, catalog, { notes: false }));
  assert.deepEqual([kept.plan.items, kept.unknown], [{ "borte-3": { state: "na" } }, ["borte-3"]]);
});

test("a code finds its item also when the id or the text is new", async () => {
  const sent = await pack(plan, catalog, { notes: false });
  const later = structuredClone(catalog);
  const item = later.checklists[0]?.items[0];
  assert.ok(item);
  Object.assign(item, { id: "ny-id", hash: "fff000fff000", formerly: [item.id] });
  const { plan: received, unknown } = await opened(sent, later);
  const entry = plan.items["liste-f1-0"];
  assert.equal(received.items["ny-id"]?.due, entry?.due);
  assert.equal(received.items["ny-id"]?.hash, `${entry?.hash?.slice(0, 3)}000000000`);
  assert.deepEqual(unknown, []);
});

test("bytes that are no text are refused, not mended", () => assert.throws(() => new ByteReader(Uint8Array.of(1, 0xff)).text(), TypeError));
