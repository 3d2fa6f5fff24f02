import { inflate } from "../deflate.js";
import { crc32 } from "./crc32.js";
import { readDirectory } from "./directory.js";
import { Refusal, refused } from "../../plan/refusal.js";

/** @import { ReadError } from "../../plan/types.js" */
/** @import { Entry } from "./directory.js" */

const LIMIT = 20_000_000;

/**
 * The files of a zip file that may come from anyone. Never throws.
 * @param {Uint8Array} bytes
 * @param {{limit?: number}} [options]  `limit` is the most bytes that the files may be in all.
 * @returns {Promise<{ok: true, files: Map<string, Uint8Array>} | {ok: false, error: ReadError}>}
 */
export async function unzip(bytes, { limit = LIMIT } = {}) {
  try {
    const entries = readDirectory(bytes);
    const total = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (total > limit) throw new Refusal("zip-too-large", { limit: String(limit) });
    /** @type {Map<string, Uint8Array>} */
    const files = new Map();
    // One at a time, so that a bomb is found before the next one is lit.
    for (const entry of entries) {
      const content = await unpack(entry);
      if (!entry.name.endsWith("/")) files.set(entry.name, content);
    }
    return { ok: true, files };
  } catch (error) {
    return { ok: false, error: refused(error, "not-zip") };
  }
}

/** @param {Entry} entry @returns {Promise<Uint8Array>} */
async function unpack({ name, data, deflated, size, crc }) {
  // The words of the browser's own errors differ; all of them mean the same to the reader.
  const content = deflated ? await inflate(data, size).catch(() => undefined) : data.slice();
  if (content?.length !== size || crc32(content) !== crc) throw new Refusal("zip-damaged", { file: name });
  return content;
}
