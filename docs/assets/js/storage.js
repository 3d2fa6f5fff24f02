/** The browser's storage as far as it is ours: keys that begin with our prefix, and no others. */

export class Keys {
  /**
   * @param {Storage | null} storage  null where the browser has blocked it.
   * @param {string} base  The site's base path.
   */
  constructor(storage, base) {
    this.storage = storage;
    this.prefix = `sjekkliste:${base}`;
  }

  /** @param {string} name @returns {string | null} */
  get(name) {
    try {
      return this.storage?.getItem(this.prefix + name) ?? null;
    } catch {
      return null;
    }
  }

  /** @param {string} name @param {string} value @returns {boolean} whether it was stored */
  set(name, value) {
    try {
      this.storage?.setItem(this.prefix + name, value);
      return this.storage !== null;
    } catch {
      return false;
    }
  }

  /** @param {string} name @returns {boolean} whether it is gone */
  drop(name) {
    try {
      this.storage?.removeItem(this.prefix + name);
      return true;
    } catch {
      return false;
    }
  }

  /** What follows `start` in the names that begin with it. @param {string} start @returns {string[]} */
  after(start) {
    const whole = this.prefix + start;
    const count = this.storage?.length ?? 0;
    const keys = Array.from({ length: count }, (_, place) => this.storage?.key(place) ?? "");
    return keys.filter((key) => key.startsWith(whole)).map((key) => key.slice(whole.length));
  }
}

/** The browser's own storage, or null where it is blocked. */
export function browserStorage() {
  try {
    const { localStorage } = window;
    localStorage.getItem("");
    return localStorage;
  } catch {
    return null;
  }
}

/** Whether another page shows this one inside it: the browser may then keep a storage apart for it. */
export const embedded = window.top !== window.self;
