/** Zip files: ours, and those that may come from anyone. */
import { Refusal, refused } from "../plan/refusal.js";
import * as library from "../vendor/zip.js";

/** @import { ReadError } from "../plan/types.js" */

const LIMIT = 20_000_000;
const MOST_FILES = 1000;
const METHODS = [0, 8]; // Stored and deflated.

/** Nothing may be said twice and differently, and no two files may share bytes: so a small zip becomes an endless one. */
const READING = { strictness: "strict", checkCrc32: true, checkOverlappingEntry: true, useWebWorkers: false };

/** The first day that a zip file can name, and nothing of who made it: the same content gives the same bytes. */
const DATED = { lastModDate: new Date(1980, 0, 1), extendedTimestamp: false };
const WRITING = { ...DATED, msDosCompatible: true, dataDescriptor: false, useWebWorkers: false };

/** What the library says of files that are no zip file at all, or not of a kind that is read here. @type {Record<string, string>} */
const KEYS = {
  [library.ERR_BAD_FORMAT]: "not-zip",
  [library.ERR_EOCDR_NOT_FOUND]: "not-zip",
  [library.ERR_SPLIT_ZIP_FILE]: "zip-unsupported",
  [library.ERR_EOCDR_LOCATOR_ZIP64_NOT_FOUND]: "zip-unsupported",
  [library.ERR_EXTRAFIELD_ZIP64_NOT_FOUND]: "zip-unsupported",
  [library.ERR_ENCRYPTED_CENTRAL_DIRECTORY]: "zip-encrypted",
};

/** A zip file with these files, in this order.
 * @param {Record<string, string | Uint8Array>} files  By path; text becomes UTF-8. @returns {Promise<Uint8Array>} */
export async function zip(files) {
  const writer = new library.ZipWriter(new library.Uint8ArrayWriter(), WRITING);
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await writer.add(name, new library.Uint8ArrayReader(bytes));
  }
  return writer.close();
}

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
      const content = await entry.getData(new library.Uint8ArrayWriter());
      if (!entry.directory) files.set(file, content);
    }
    return { ok: true, files };
  } catch (error) {
    const known = error instanceof Refusal ? error : new Refusal(KEYS[/** @type {Error} */ (error).message] ?? "zip-damaged", { file });
    return { ok: false, error: refused(known, "") };
  }
}

/** All that the zip file says that it holds, if it can be read here. @param {Uint8Array} bytes @param {number} limit */
async function entriesOf(bytes, limit) {
  const entries = [];
  for await (const entry of new library.ZipReader(new library.Uint8ArrayReader(bytes), READING).getEntriesGenerator()) {
    if (entries.push(entry) > MOST_FILES) throw new Refusal("zip-too-many-files", { limit: String(MOST_FILES) });
    if (entry.encrypted) throw new Refusal("zip-encrypted");
    if (!METHODS.includes(entry.compressionMethod)) throw new Refusal("zip-unsupported");
  }
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > limit) throw new Refusal("zip-too-large", { limit: String(limit) });
  return entries;
}
