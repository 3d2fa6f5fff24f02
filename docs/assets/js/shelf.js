/** The plans that are stored in this browser, how well they are kept there, and those that could not be stored. */
import { readPlan } from "./plan/read.js";
import { takenBack } from "./plan/undo.js";
import { embedded } from "./storage.js";

/** @typedef {import("./plan/types.js").Plan} Plan */
/** @typedef {"nowhere" | "browser" | "memory"} Place  Where the work is kept just now. */
/** @typedef {"kept" | "fragile" | "embedded"} Health  How safe it is there. */
/**
 * @typedef {object} Loose  A plan with changes that are kept nowhere but on this page.
 * @property {Plan} plan
 * @property {string} text  What was stored of it before those changes.
 * @property {boolean} [saved]  Whether a copy is saved as a file.
 */

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
    /** The key of the words that tell what just went wrong; empty when nothing did. */
    this.wrong = "";
    /** Whether a plan is stored here that cannot be read. */
    this.unread = false;
    /** @type {Map<string, Loose>} */
    this.loose = new Map();
  }

  /** What the reader must know for as long as it lasts. */
  get problem() {
    if (this.wrong) return this.wrong;
    if (this.place === "memory") return this.keys.storage ? "full" : "blocked";
    return this.loose.size ? "others" : this.unread ? "unreadable" : "";
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

  /** Whether there is a plan with this id, stored or not. @param {string} id */
  holds(id) {
    return this.has(id) || this.loose.has(id);
  }

  /** A plan as it is stored, with what could not be; where another window has written too, both. @param {string} id */
  latest(id) {
    const mine = this.loose.get(id);
    const theirs = this.stored(id);
    if (!mine || !theirs) return mine?.plan ?? theirs;
    const base = readPlan(mine.text);
    return base.ok ? takenBack(theirs, base.plan, mine.plan, mine.plan.changed) : mine.plan;
  }

  /** @param {string} id @returns {boolean} whether it is gone */
  forget(id) {
    this.loose.delete(id);
    return this.keys.drop(`plan:${id}`) && this.keys.drop(`saved:${id}`);
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
