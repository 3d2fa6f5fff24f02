import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { unzip, zip } from "../../docs/assets/js/formats/zip.js";

/** @param {Uint8Array} bytes @param {{limit?: number}} [options] @returns {Promise<string>} */
async function keyOf(bytes, options) {
  const read = await unzip(bytes, options);
  return read.ok ? "ok" : read.error.key;
}

/** @param {Uint8Array} bytes @param {(view: DataView, central: number, end: number) => void} change @returns {Uint8Array} */
function changed(bytes, change) {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const end = copy.length - 22;
  change(view, view.getUint32(end + 16, true), end);
  return copy;
}

const SMALL = await zip({ "a.txt": "aaaaaaaaaaaaaaaaaaaa", "b.txt": "b" });

test("what is zipped comes back, names and order too", async () => {
  const name = fc.stringMatching(/^[a-zæøå😀][a-zæøå0-9 ]{0,9}$/u);
  const files = fc.dictionary(name, fc.oneof(fc.string({ unit: "grapheme" }), fc.uint8Array({ maxLength: 300 })));
  await fc.assert(
    fc.asyncProperty(files, async (input) => {
      const read = await unzip(await zip(input));
      assert.ok(read.ok);
      const expected = Object.entries(input).map(([key, value]) => [key, Buffer.from(value).toString("hex")]);
      assert.deepEqual([...read.files].map(([key, value]) => [key, Buffer.from(value).toString("hex")]), expected);
    }),
    { numRuns: 200 },
  );
});

test("same content gives the same bytes, and another program finds no fault", async () => {
  const files = { "æøå.txt": "blåbær".repeat(1000), "tom.txt": "" };
  const bytes = await zip(files);
  assert.deepEqual(bytes, await zip(files));
  const file = join(mkdtempSync(join(tmpdir(), "zip-")), "a.zip");
  writeFileSync(file, bytes);
  const code = "import sys, zipfile as z; f = z.ZipFile(sys.argv[1]); assert f.testzip() is None; print(ascii(f.namelist()), f.infolist()[0].date_time)";
  const said = execFileSync("python3", ["-c", code, file], { encoding: "utf8" });
  assert.equal(said.trim(), "['\\xe6\\xf8\\xe5.txt', 'tom.txt'] (1980, 1, 1, 0, 0, 0)");
});

test("files that were stored are read, and folders are left out", async () => {
  const code = "import sys, zipfile as z; f = z.ZipFile(sys.stdout.buffer, 'w'); f.writestr('m/', ''); f.writestr('m/a', 'hei'); f.close()";
  const read = await unzip(new Uint8Array(execFileSync("python3", ["-c", code])));
  assert.ok(read.ok);
  assert.deepEqual([...read.files].map(([name, value]) => [name, new TextDecoder().decode(value)]), [["m/a", "hei"]]);
});

test("files with more about them than we write are read: extra fields, and a comment of any length", async () => {
  const code =
    "import sys, zipfile as z; f = z.ZipFile(sys.stdout.buffer, 'w'); i = z.ZipInfo('a'); i.extra = b'\\1\\2\\3\\0abc'; i.comment = b'k';" +
    " f.writestr(i, 'hei'); f.writestr('b', ''); f.comment = b'x' * int(sys.argv[1]); f.close()";
  for (const length of ["0", "1", "2", "65535"]) {
    const read = await unzip(new Uint8Array(execFileSync("python3", ["-c", code, length])));
    assert.ok(read.ok);
    assert.deepEqual([...read.files.keys()], ["a", "b"]);
  }
});

test("what is written as if it were too large for the first format is read", async () => {
  const code = "import sys, zipfile as z; f = z.ZipFile(sys.stdout.buffer, 'w'); g = f.open('a', 'w', force_zip64=True); g.write(b'hei'); g.close(); f.close()";
  assert.equal(await keyOf(new Uint8Array(execFileSync("python3", ["-c", code]))), "ok");
});

test("more than the limit in all is refused, before and while it is unpacked", async () => {
  const bomb = await zip({ a: new Uint8Array(600_000), b: new Uint8Array(600_000) });
  assert.equal(await keyOf(bomb, { limit: 1_200_000 }), "ok");
  assert.equal(await keyOf(bomb, { limit: 1_199_999 }), "zip-too-large");
  assert.equal(await keyOf(await zip({ a: new Uint8Array(20_000_001) })), "zip-too-large");
  const liar = changed(bomb, (view, central) => view.setUint32(central + 24, 10, true));
  assert.equal(await keyOf(liar, { limit: 1_200_000 }), "zip-damaged");
  // The same also where it says it twice.
  const wholeLiar = changed(liar, (view) => view.setUint32(22, 10, true));
  assert.deepEqual(await unzip(wholeLiar), { ok: false, error: { key: "zip-damaged", values: { file: "a" } } });
});

test("more than 1,000 files are refused", async () => {
  const names = Array.from({ length: 1001 }, (_, number) => /** @type {const} */ ([`f${number}`, ""]));
  assert.equal(await keyOf(await zip(Object.fromEntries(names.slice(1)))), "ok");
  assert.equal(await keyOf(await zip(Object.fromEntries(names))), "zip-too-many-files");
});

test("encrypted, too large, split and unknown kinds are named", async () => {
  assert.equal(await keyOf(changed(SMALL, (view, central) => view.setUint16(central + 8, 1, true))), "zip-encrypted");
  assert.equal(await keyOf(changed(SMALL, (view, central) => view.setUint16(central + 10, 12, true))), "zip-unsupported");
  assert.equal(await keyOf(changed(SMALL, (view, central) => view.setUint32(central + 24, 0xffffffff, true))), "zip-unsupported");
  assert.equal(await keyOf(changed(SMALL, (view, _, end) => view.setUint16(end + 4, 1, true))), "zip-unsupported");
});

test("wrong check sums, sizes, names and places are damage", async () => {
  const spoilt = [
    changed(SMALL, (view, central) => view.setUint32(central + 16, 1, true)),
    changed(SMALL, (view, central) => view.setUint32(central + 24, 19, true)),
    changed(SMALL, (view, _, end) => view.setUint16(end + 10, 0xffff, true)),
    changed(SMALL, (view, central) => view.setUint32(central + 24, 21, true)),
    changed(SMALL, (view, central) => view.setUint32(central + 20, 9999, true)),
    changed(SMALL, (view, central) => view.setUint8(central + 46, 99)),
    changed(SMALL, (view) => view.setUint32(0, 0, true)),
    changed(SMALL, (view, _, end) => view.setUint32(end + 16, 0, true)),
    changed(SMALL, (view, _, end) => view.setUint32(end + 8, 0x00010001, true)),
  ];
  for (const bytes of spoilt) assert.equal(await keyOf(bytes), "zip-damaged");
});

test("files that share bytes are refused", async () => {
  const code =
    "import io, sys, zipfile as z; i = io.BytesIO(); n = z.ZipFile(i, 'w'); n.writestr('b', 'b'); n.close();" +
    "o = z.ZipFile(sys.stdout.buffer, 'w'); o.writestr('a', i.getvalue()[:32]); o.writestr('b', 'b'); o.close()";
  const nested = new Uint8Array(execFileSync("python3", ["-c", code]));
  assert.equal(await keyOf(nested), "ok");
  assert.equal(await keyOf(changed(nested, (view, central) => view.setUint32(central + 47 + 42, 31, true))), "zip-damaged");
  assert.equal(await keyOf(changed(nested, (view, central) => view.setUint32(central + 24, 9, true))), "zip-damaged");
  const twin = await zip({ a: "x", b: "y" });
  const named = changed(twin, (view, central) => {
    view.setUint8(central + 47 + 46, 97);
    view.setUint8(view.getUint32(central + 47 + 42, true) + 30, 97);
  });
  assert.equal(await keyOf(named), "zip-damaged");
  const twice = changed(await zip({ a: "x", b: "x" }), (view, central) => {
    view.setUint8(central + 47 + 46, 97);
    view.setUint32(central + 47 + 42, 0, true);
  });
  assert.equal(await keyOf(twice), "zip-damaged");
});

test("a file that is cut off anywhere is refused", async () => {
  for (let length = 0; length < SMALL.length; length += 1) assert.notEqual(await keyOf(SMALL.slice(0, length)), "ok");
});

test("spoilt bytes never throw", async () => {
  const spots = fc.array(fc.tuple(fc.nat(SMALL.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(spots, async (all) => {
      const bytes = SMALL.slice();
      for (const [spot, value] of all) bytes[spot] = value;
      await unzip(bytes);
    }),
    { numRuns: 1000 },
  );
});

test("the record of a file says nothing that the standard has no need of here", async () => {
  const bytes = await zip({ a: "x" });
  const start = Buffer.from(bytes).indexOf(Buffer.from("504b0102", "hex"));
  assert.deepEqual([...bytes.subarray(start + 30, start + 42)], Array(12).fill(0));
});

test("a size or a place that says «too large for this field» is not taken at its word", async () => {
  for (const at of [12, 16]) assert.equal(await keyOf(changed(SMALL, (view, _, end) => view.setUint32(end + at, 0xffffffff, true))), "zip-unsupported");
});
