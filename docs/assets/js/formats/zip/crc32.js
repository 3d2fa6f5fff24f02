/** @param {number} value @returns {number} */
function tableEntry(value) {
  let crc = value;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, value) => tableEntry(value));

/** The check sum that zip files use. @param {Uint8Array} bytes @returns {number} */
export function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ /** @type {number} */ (TABLE[(crc ^ byte) & 255]);
  return (crc ^ 0xffffffff) >>> 0;
}
