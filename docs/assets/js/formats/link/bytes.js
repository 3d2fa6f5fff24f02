/** Numbers and texts as bytes. */

export class ByteWriter {
  /** @type {number[]} */
  #bytes = [];

  /** @param {number} value  A whole number from 0, small ones take one byte. */
  number(value) {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.#bytes.push((rest % 128) + 128);
    this.#bytes.push(rest);
  }

  /** @param {string} value */
  text(value) {
    const bytes = new TextEncoder().encode(value);
    this.number(bytes.length);
    for (const byte of bytes) this.#bytes.push(byte);
  }

  /** @returns {Uint8Array<ArrayBuffer>} */
  bytes() {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what ByteWriter wrote; throws on anything else. */
export class ByteReader {
  #bytes;
  #at = 0;
  #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
  }

  /** Whether there is anything left. */
  get isAtEnd() {
    return this.#at >= this.#bytes.length;
  }

  /** @returns {number} */
  number() {
    let value = 0;
    for (let scale = 1; scale < 2 ** 49; scale *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError("no more bytes");
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
    throw new RangeError("too large a number");
  }

  /** @returns {string} */
  text() {
    const end = this.number() + this.#at;
    if (end > this.#bytes.length) throw new RangeError("no more bytes");
    const text = this.#decoder.decode(this.#bytes.subarray(this.#at, end));
    this.#at = end;
    return text;
  }
}
