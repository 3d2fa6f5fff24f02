import { Refusal } from "../../plan/refusal.js";

const MOST_FILES = 1000;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;

/**
 * @typedef {object} Entry  A file in the zip, as the central directory describes it.
 * @property {string} name
 * @property {boolean} deflated
 * @property {number} crc
 * @property {number} size
 * @property {number} start  Where its local header begins.
 * @property {number} end  Where its data ends.
 * @property {Uint8Array} data
 */

/** All files in a zip, checked against each other; throws a Refusal. @param {Uint8Array} bytes @returns {Entry[]} */
export function readDirectory(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const { count, offset } = readEnd(view, end);
  /** @type {Entry[]} */
  const entries = [];
  let place = offset;
  for (let number = 0; number < count; number += 1) {
    if (place + 46 > end || view.getUint32(place, true) !== 0x02014b50) throw damaged();
    entries.push(readEntry(view, place, offset));
    place += 46 + view.getUint16(place + 28, true) + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
  }
  if (place !== end) throw damaged();
  checkApart(entries);
  return entries;
}

/** @param {DataView} view @returns {number} */
function findEnd(view) {
  const last = view.byteLength - END_SIZE;
  for (let place = last; place >= Math.max(0, last - LONGEST_COMMENT); place -= 1) {
    const found = view.getUint32(place, true) === 0x06054b50;
    if (found && place + END_SIZE + view.getUint16(place + 20, true) === view.byteLength) return place;
  }
  throw new Refusal("not-zip");
}

/** @param {DataView} view @param {number} end @returns {{count: number, offset: number}} */
function readEnd(view, end) {
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  const large = count === 0xffff || size === 0xffffffff || offset === 0xffffffff;
  if (large || (end >= 20 && view.getUint32(end - 20, true) === 0x07064b50)) throw new Refusal("zip-unsupported");
  const disks = view.getUint32(end + 4, true);
  if (disks !== 0 || view.getUint16(end + 8, true) !== count) throw new Refusal("zip-unsupported");
  if (offset + size !== end) throw damaged();
  if (count > MOST_FILES) throw new Refusal("zip-too-many-files", { limit: String(MOST_FILES) });
  return { count, offset };
}

/**
 * @param {DataView} view
 * @param {number} place  Where its record in the directory begins.
 * @param {number} directory  Where the directory begins: no file reaches into it.
 * @returns {Entry}
 */
function readEntry(view, place, directory) {
  const [flags, method] = [view.getUint16(place + 8, true), view.getUint16(place + 10, true)];
  const [crc, packed, size] = [16, 20, 24].map((at) => view.getUint32(place + at, true));
  const start = view.getUint32(place + 42, true);
  const name = readName(view, place + 46, view.getUint16(place + 28, true));
  if (crc === undefined || packed === undefined || size === undefined) throw damaged();
  if (flags & ENCRYPTED) throw new Refusal("zip-encrypted");
  const large = packed === 0xffffffff || size === 0xffffffff || start === 0xffffffff;
  if (large || (method !== 0 && method !== 8)) throw new Refusal("zip-unsupported");
  const data = findData(view, start, name, packed, directory);
  return { name, deflated: method === 8, crc, size, start, end: data.byteOffset - view.byteOffset + packed, data };
}

/**
 * @param {DataView} view
 * @param {number} start
 * @param {string} name  What its local header must call it too.
 * @param {number} length
 * @param {number} directory
 * @returns {Uint8Array}
 */
function findData(view, start, name, length, directory) {
  if (start + 30 > directory || view.getUint32(start, true) !== 0x04034b50) throw damaged(name);
  const nameLength = view.getUint16(start + 26, true);
  const place = start + 30 + nameLength + view.getUint16(start + 28, true);
  if (place + length > directory || readName(view, start + 30, nameLength) !== name) throw damaged(name);
  return new Uint8Array(view.buffer, view.byteOffset + place, length);
}

/** @param {DataView} view @param {number} place @param {number} length @returns {string} */
const readName = (view, place, length) => new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + place, length));

/** Two files that share bytes are how a small zip becomes an endless one. @param {Entry[]} entries */
function checkApart(entries) {
  let free = 0;
  for (const { name, start, end } of [...entries].sort((one, other) => one.start - other.start)) {
    if (start < free) throw damaged(name);
    free = end;
  }
  if (new Set(entries.map((entry) => entry.name)).size !== entries.length) throw damaged();
}

/** @param {string} [file] @returns {Refusal} */
const damaged = (file = "") => new Refusal("zip-damaged", { file });
