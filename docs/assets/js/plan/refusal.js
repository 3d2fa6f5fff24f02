/** @import { ReadError } from "./types.js" */

/** Thrown inside a reader where a file cannot be read; the reader returns it as a ReadError. */
export class Refusal extends Error {
  /** @param {string} key @param {Record<string, string>} [values] */
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/** What was thrown, as data.
 * @param {unknown} error @param {string} otherwise  The key of an error that nobody foresaw. @returns {ReadError} */
export function refused(error, otherwise) {
  return error instanceof Refusal ? { key: error.key, values: error.values } : { key: otherwise, values: {} };
}
