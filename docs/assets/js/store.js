/**
 * The reader's plans in this browser. Nothing is written before the first change, and a plan
 * that cannot be read is left where it is.
 */
import { settle } from "./plan/catalog.js";
import { Refusal } from "./plan/refusal.js";
import { meet } from "./plan/known.js";
import { emptyPlan, setAnswer, setDetails, setEntry } from "./plan/plan.js";
import { readPlan, writePlan } from "./plan/read.js";
import { takenBack } from "./plan/undo.js";
import { askToKeep, browserStorage, embedded, isKept, Keys } from "./storage.js";
import { base } from "./words.js";

/** @typedef {import("./plan/types.js").Plan} Plan */
/** @typedef {"items" | "answers"} Part */
/** @typedef {"nowhere" | "browser" | "memory"} Place  Where the work is kept just now. */
/** @typedef {"kept" | "fragile" | "embedded"} Health  How safe it is there. */

export class Store extends EventTarget {
  /** @param {Keys} keys */
  constructor(keys) {
    super();
    this.keys = keys;
    /** @type {Place} */
    this.place = keys.storage ? "nowhere" : "memory";
    /** @type {Health} */
    this.health = embedded ? "embedded" : "kept";
    /** @type {string} The key of the words that tell what went wrong; empty while all is well. */
    this.problem = keys.storage ? "" : "blocked";
    /** @type {string} The field that a refused change was in. */
    this.field = "";
    /** @type {{before: Plan, after: Plan, also?: () => void}[]} What can be undone, newest last. */
    this.undoing = [];
    /** @type {import("./plan/types.js").Catalog} The lists on the page. */
    this.catalog = { checklists: [] };
    /** The stored text that the plan was read from or written to. */
    this.text = "";
    /** @type {Plan} */
    this.plan = this.load();
  }

  /**
   * From now on, what is kept under an item's former id stands under its present one.
   * @param {import("./plan/types.js").CatalogList} list
   */
  know(list) {
    this.catalog.checklists.push(list);
    this.plan = this.settled(this.plan);
  }

  /** @param {Plan} plan */
  settled(plan) {
    return settle(plan, this.catalog).plan;
  }

  /** The plan as it is stored now; a new one where there is none. @returns {Plan} */
  load() {
    if (this.plan && this.place === "memory") return this.plan; // What is stored is older.
    const id = this.keys.get("current");
    const text = id && this.keys.get(`plan:${id}`);
    if (!text) return this.plan ?? fresh();
    if (text === this.text) return this.plan;
    const read = readPlan(text);
    if (!read.ok) {
      this.problem = "unreadable";
      return this.plan ?? fresh();
    }
    this.place = "browser";
    this.text = text;
    return this.settled(read.plan);
  }

  /**
   * Change one entry, so that it can be undone.
   * @param {Part} part
   * @param {string} id
   * @param {Record<string, string | undefined>} change
   * @param {readonly string[]} list  The ids on the entry's list.
   */
  change(part, id, change, list) {
    const set = part === "items" ? setEntry : setAnswer;
    this.make((before) => meet(set(before, id, change, now()), id, list));
  }

  /** What a plan is called and belongs to. @param {import("./plan/plan.js").Details} details */
  describe(details) {
    this.make((before) => setDetails(before, details, now()));
  }

  /** Make a change that can be undone, or say why not. @param {(before: Plan) => Plan} change */
  make(change) {
    const before = this.load();
    try {
      this.keep(change(before), before);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = "refused";
      this.field = error.values["field"] ?? "";
      this.tell();
    }
  }

  /** Take back the newest change that has not been taken back; what has been changed since stays. */
  undo() {
    const step = this.undoing.pop();
    const later = this.load();
    if (!step || later.id !== step.after.id) return this.tell();
    step.also?.();
    if (step.before.id === later.id) this.keep(takenBack(step.before, step.after, later, now()));
    else this.keep(this.stored(step.before.id) ?? step.before);
  }

  /** A plan as it is stored, if it is and can be read. @param {string} id */
  stored(id) {
    const read = readPlan(this.keys.get(`plan:${id}`) ?? "");
    return read.ok ? read.plan : undefined;
  }

  /**
   * Make another plan the current one; the one before stays stored, and comes back with undo.
   * @param {Plan} plan
   */
  use(plan) {
    this.keep(plan, this.load());
  }

  /** Store a plan beside the current one. @param {Plan} plan @returns {boolean} whether it was stored */
  shelve(plan) {
    const kept = this.keys.set(`plan:${plan.id}`, writePlan(plan));
    if (!kept) this.problem = this.keys.storage ? "full" : "blocked";
    this.tell();
    return kept;
  }

  /** Begin a plan with nothing in it; the one before stays stored. */
  begin() {
    this.use(fresh());
  }

  /** @param {Plan} plan @param {Plan} [before]  What undoing it leads back to, if it can be undone. */
  keep(plan, before) {
    this.plan = this.settled(plan);
    if (before) this.undoing.push({ before, after: this.plan });
    if (this.keys.storage) {
      this.text = writePlan(this.plan);
      const kept = this.keys.set(`plan:${plan.id}`, this.text) && this.keys.set("current", plan.id);
      if (kept && this.place !== "browser") this.askToKeep();
      this.place = kept ? "browser" : "memory";
      this.problem = kept ? "" : "full";
    }
    this.tell();
  }

  /** At the first change of the visit, and only then: some browsers ask the reader. */
  async askToKeep() {
    if (this.health === "embedded") return;
    this.health = (await askToKeep()) ? "kept" : "fragile";
    this.tell();
  }

  /** What the browser has promised before; asks the reader nothing. */
  async checkHealth() {
    if (this.place !== "browser" || this.health === "embedded") return;
    this.health = (await isKept()) ? "kept" : "fragile";
    this.tell();
  }

  /** Every plan that is stored here and can be read, newest change first. @returns {Plan[]} */
  plans() {
    const found = this.keys.after("plan:").map((id) => readPlan(this.keys.get(`plan:${id}`) ?? ""));
    const stored = found.flatMap((read) => (read.ok ? [read.plan] : []));
    return stored.sort((one, other) => (one.changed < other.changed ? 1 : -1));
  }

  /** Delete the current plan from this browser, so that it can be undone until the page closes. */
  remove() {
    const before = this.load();
    const { savedAt } = this;
    const names = [`plan:${before.id}`, `saved:${before.id}`, "current"];
    if (!names.every((name) => this.keys.drop(name))) this.problem = "blocked";
    const [next] = this.plans();
    this.show(next);
    if (next) this.keys.set("current", next.id);
    this.undoing = [{ before, after: this.plan, also: () => savedAt && this.keys.set(`saved:${before.id}`, savedAt) }];
    this.tell();
  }

  /** Turn to this plan, or to a new one; what could be undone belonged to another. @param {Plan | undefined} plan */
  show(plan) {
    this.plan = plan ?? fresh();
    this.text = "";
    this.place = plan ? "browser" : this.keys.storage ? "nowhere" : "memory";
    this.undoing = [];
  }

  /** When a copy of the current plan was last saved as a file; empty if never. */
  get savedAt() {
    return this.keys.get(`saved:${this.plan.id}`) ?? "";
  }

  /** Remember that a copy has just been saved. */
  saved() {
    if (this.place === "browser") this.keys.set(`saved:${this.plan.id}`, now());
    this.tell();
  }

  /** Take in what another window of the site has written. @param {StorageEvent} event */
  heard(event) {
    if (event.key !== null && !event.key.startsWith(this.keys.prefix)) return;
    if (event.newValue === null && event.key === `${this.keys.prefix}plan:${this.plan.id}`) this.show(this.plans()[0]);
    else this.follow();
    this.tell();
  }

  /** Take in what is stored now. */
  follow() {
    const { id } = this.plan;
    this.plan = this.load();
    if (this.plan.id !== id) this.undoing = [];
  }

  /** Let those who show the plan know. */
  tell() {
    this.dispatchEvent(new Event("change"));
  }
}

/** The page's own store, which follows the other windows of the site. */
export function openStore() {
  const store = new Store(new Keys(browserStorage(), base));
  store.checkHealth();
  addEventListener("storage", (event) => store.heard(event));
  // A page that comes back from the browser's memory has heard nothing meanwhile.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    store.follow();
    store.tell();
  });
  // What is being typed counts, also when the page is printed or left.
  for (const last of ["beforeprint", "pagehide"]) addEventListener(last, leaveField);
  return store;
}

function leaveField() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

const fresh = () => emptyPlan({ id: crypto.randomUUID(), now: now() });

const now = () => new Date().toISOString();
