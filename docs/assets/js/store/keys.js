/** The browser's storage as far as it is ours: keys that begin with our prefix, and no others. */

export class Keys {
  /**
   * @param {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length"> | null} storage  null where the browser has blocked it.
   * @param {string} base  The site's base path.
   */
  constructor(storage, base) {
    this.storage = storage;
    this.prefix = `sjekkliste:${base}`;
  }

  /** @param {string} name @returns {string}  "" where there is nothing. */
  get(name) {
    try {
      return this.storage?.getItem(this.prefix + name) ?? "";
    } catch {
      return "";
    }
  }

  /** Some browsers take everything and keep nothing, so it is read back.
   * @param {string} name @param {string} value @returns {boolean} whether it was stored */
  set(name, value) {
    try {
      this.storage?.setItem(this.prefix + name, value);
    } catch {
      return false;
    }
    return this.storage !== null && this.get(name) === value;
  }

  /** Other windows are told by the empty value that we removed it, and not somebody who emptied the storage.
   * @param {string} name @returns {boolean} whether it is gone */
  drop(name) {
    try {
      if (this.get(name)) this.storage?.setItem(this.prefix + name, "");
      this.storage?.removeItem(this.prefix + name);
    } catch {} // What is left tells.
    return !this.get(name);
  }

  /** What follows `start` in the names that begin with it. @param {string} start @returns {string[]} */
  after(start) {
    const whole = this.prefix + start;
    const count = this.storage?.length ?? 0;
    const keys = Array.from({ length: count }, (_, place) => this.storage?.key(place) ?? "");
    return keys.filter((key) => key.startsWith(whole)).map((key) => key.slice(whole.length));
  }
}
