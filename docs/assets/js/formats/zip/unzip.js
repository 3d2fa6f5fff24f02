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
  const content = deflated ? await inflate(data, size, name) : data.slice();
  if (content.length !== size || crc32(content) !== crc) throw new Refusal("zip-damaged", { file: name });
  return content;
}

/**
 * @param {Uint8Array} data
 * @param {number} size  What the file says that it becomes; it is stopped as soon as it is more.
 * @param {string} name
 * @returns {Promise<Uint8Array>}
 */
async function inflate(data, size, name) {
  const content = new Uint8Array(size);
  let length = 0;
  try {
    const blob = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (data)]);
    const reader = blob.stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      if (length + step.value.length > size) {
        await reader.cancel();
        throw new Refusal("zip-damaged", { file: name });
      }
      content.set(step.value, length);
      length += step.value.length;
    }
    if (length === size) return content;
  } catch {
    // The words of the browser's own errors differ; all of them mean the same to the reader.
  }
  throw new Refusal("zip-damaged", { file: name });
}
