/** The plans that are stored in this browser, and how well they are kept there. */
import { readPlan } from "./plan/read.js";
import { embedded } from "./storage.js";

/** @typedef {import("./plan/types.js").Plan} Plan */
/** @typedef {"nowhere" | "browser" | "memory"} Place  Where the work is kept just now. */
/** @typedef {"kept" | "fragile" | "embedded"} Health  How safe it is there. */

export class Shelf extends EventTarget {
  /** @type {Place} */
  place = "nowhere";
  /** @param {import("./storage.js").Keys} keys */
  constructor(keys) {
    super();
    this.keys = keys;
    if (!keys.storage) this.place = "memory";
    /** @type {Health} */
    this.health = embedded ? "embedded" : "kept";
    /** The key of the words that tell what went wrong; empty while all is well. */
    this.wrong = keys.storage ? "" : "blocked";
    /** Whether a plan is stored here that cannot be read. */
    this.unread = false;
    /** @type {Set<string>} The ids of plans with changes that are kept nowhere but on this page. */
    this.loose = new Set();
  }

  /** Whether this page has what is stored nowhere. */
  get isAlone() {
    return this.place === "memory";
  }

  /** What the reader must know for as long as it lasts. */
  get problem() {
    return this.wrong || (this.unread ? "unreadable" : "");
  }

  /** A plan as it is stored, if it is and can be read. @param {string} id */
  stored(id) {
    const text = this.keys.get(`plan:${id}`);
    if (text === null) return undefined;
    const read = readPlan(text);
    if (read.ok) return read.plan;
    this.unread = true;
    return undefined;
  }

  /** Whether something is stored under this name, readable or not. @param {string} id */
  has(id) {
    return this.keys.get(`plan:${id}`) !== null;
  }

  /** Every plan that is stored here and can be read, newest change first. @returns {Plan[]} */
  plans() {
    this.unread = false;
    const stored = this.keys.after("plan:").flatMap((id) => this.stored(id) ?? []);
    return stored.sort((one, other) => (one.changed < other.changed ? 1 : -1));
  }

  /** Ask for a promise at the first change of the visit, and only then: some browsers ask the reader.
   * @param {"persist" | "persisted"} how  The other asks the reader nothing. */
  async checkHealth(how) {
    if (this.place !== "browser" || this.health === "embedded") return;
    const kept = await import("./health.js").then(({ promised }) => promised(how), () => false);
    this.health = kept ? "kept" : "fragile";
    this.tell();
  }

  /** Let those who show the plan know. */
  tell() {
    this.dispatchEvent(new Event("change"));
  }
}
