import { deflate } from "../deflate.js";
import { crc32 } from "./crc32.js";

const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
// 1 January 1980, the first day that a zip file can name: the same content gives the same bytes.
const DATE = 0x0021;

/**
 * @typedef {object} Packed
 * @property {Uint8Array} name
 * @property {Uint8Array} data
 * @property {number} crc
 * @property {number} size  Before it was deflated.
 */

/** A zip file with these files, in this order.
 * @param {Record<string, string | Uint8Array>} files  By path; text becomes UTF-8. @returns {Promise<Uint8Array>} */
export async function zip(files) {
  const packed = await Promise.all(Object.entries(files).map(([name, content]) => pack(name, content)));
  /** @type {Uint8Array[]} */
  const locals = [];
  /** @type {Uint8Array[]} */
  const central = [];
  let offset = 0;
  for (const entry of packed) {
    const header = localHeader(entry);
    locals.push(header, entry.name, entry.data);
    central.push(centralHeader(entry, offset), entry.name);
    offset += header.length + entry.name.length + entry.data.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const parts = /** @type {Uint8Array<ArrayBuffer>[]} */ ([...locals, ...central, endRecord(packed.length, size, offset)]);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** @param {string} name @param {string | Uint8Array} content @returns {Promise<Packed>} */
async function pack(name, content) {
  const encoder = new TextEncoder();
  const bytes = typeof content === "string" ? encoder.encode(content) : content;
  return { name: encoder.encode(name), data: await deflate(bytes), crc: crc32(bytes), size: bytes.length };
}

/** @param {Packed} entry @returns {Uint8Array} */
const localHeader = (entry) => record(["4", 0x04034b50], ["2", 20], ...common(entry), ["2", 0]);

/** @param {Packed} entry @param {number} offset @returns {Uint8Array} */
function centralHeader(entry, offset) {
  return record(
    ["4", 0x02014b50], ["2", 20], ["2", 20], ...common(entry),
    ["2", 0], ["2", 0], ["2", 0], ["2", 0], ["4", 0], ["4", offset],
  );
}

/** @param {Packed} entry @returns {Field[]} */
function common({ name, data, crc, size }) {
  return [
    ["2", UTF8_NAMES], ["2", DEFLATED], ["2", 0], ["2", DATE],
    ["4", crc], ["4", data.length], ["4", size], ["2", name.length],
  ];
}

/** @param {number} count @param {number} size @param {number} offset @returns {Uint8Array} */
function endRecord(count, size, offset) {
  return record(["4", 0x06054b50], ["2", 0], ["2", 0], ["2", count], ["2", count], ["4", size], ["4", offset], ["2", 0]);
}

/** @typedef {["2" | "4", number]} Field  How many bytes, and the number, little-endian. */

/** @param {Field[]} fields @returns {Uint8Array} */
function record(...fields) {
  const bytes = fields.flatMap(([width, value]) => {
    const low = [value & 255, (value >>> 8) & 255];
    return width === "2" ? low : [...low, (value >>> 16) & 255, value >>> 24];
  });
  return Uint8Array.from(bytes);
}
