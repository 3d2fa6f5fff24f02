import { Refusal, refused } from "../../plan/refusal.js";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "../../vendor/zip.js";

/** @import { ReadError } from "../../plan/types.js" */

const LIMIT = 20_000_000;
const MOST_FILES = 1000;
const METHODS = [0, 8]; // Stored and deflated.

/** Nothing may be said twice and differently, and no two files may share bytes: so a small zip becomes an endless one. */
const OPTIONS = { strictness: "strict", checkCrc32: true, checkOverlappingEntry: true, useWebWorkers: false };

/** What the library says of files that are no zip file at all, or not of a kind that is read here. @type {Record<string, string>} */
const KEYS = {
  "Error: File format is not recognized": "not-zip",
  "Error: End of central directory not found": "not-zip",
  "Error: Split zip file": "zip-unsupported",
  "Error: End of Zip64 central directory locator not found": "zip-unsupported",
  "Error: Zip64 extra field not found": "zip-unsupported",
  "Error: Encrypted central directory is not supported": "zip-encrypted",
};

/**
 * The files of a zip file that may come from anyone. Never throws.
 * @param {Uint8Array} bytes
 * @param {{limit?: number}} [options]  `limit` is the most bytes that the files may be in all.
 * @returns {Promise<{ok: true, files: Map<string, Uint8Array>} | {ok: false, error: ReadError}>}
 */
export async function unzip(bytes, { limit = LIMIT } = {}) {
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  let file = "";
  try {
    if (!(bytes instanceof Uint8Array)) throw new Refusal("not-zip");
    // One at a time, so that a bomb is found before the next one is lit.
    for (const entry of await entriesOf(bytes, limit)) {
      file = entry.filename;
      const content = await entry.getData(new Uint8ArrayWriter());
      if (!entry.directory) files.set(file, content);
    }
    return { ok: true, files };
  } catch (error) {
    const known = error instanceof Refusal ? error : new Refusal(KEYS[String(error)] ?? "zip-damaged", { file });
    return { ok: false, error: refused(known, "") };
  }
}

/** All that the zip file says that it holds, if it can be read here. @param {Uint8Array} bytes @param {number} limit */
async function entriesOf(bytes, limit) {
  const entries = [];
  for await (const entry of new ZipReader(new Uint8ArrayReader(bytes), OPTIONS).getEntriesGenerator()) {
    if (entries.push(entry) > MOST_FILES) throw new Refusal("zip-too-many-files", { limit: String(MOST_FILES) });
    if (entry.encrypted) throw new Refusal("zip-encrypted");
    if (!METHODS.includes(entry.compressionMethod)) throw new Refusal("zip-unsupported");
  }
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > limit) throw new Refusal("zip-too-large", { limit: String(limit) });
  return entries;
}
