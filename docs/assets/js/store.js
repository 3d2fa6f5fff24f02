/**
 * The reader's plans in this browser's storage. Nothing is written before the first change,
 * only our own keys are touched, and a plan that cannot be read is left where it is.
 */
import { Refusal } from "./plan/refusal.js";
import { emptyPlan, setAnswer, setDetails, setEntry } from "./plan/plan.js";
import { readPlan, writePlan } from "./plan/read.js";

/** @typedef {import("./plan/types.js").Plan} Plan */
/** @typedef {"items" | "answers"} Part */
/** @typedef {"nowhere" | "browser" | "memory"} Place  Where the work is kept just now. */

export class Store extends EventTarget {
  /**
   * @param {Storage | null} storage  null where the browser has blocked it.
   * @param {string} base  The site's base path.
   */
  constructor(storage, base) {
    super();
    this.storage = storage;
    this.prefix = `sjekkliste:${base}`;
    /** @type {Place} */
    this.place = storage ? "nowhere" : "memory";
    /** @type {string} The key of the words that tell what went wrong; empty while all is well. */
    this.problem = storage ? "" : "blocked";
    /** @type {Array<() => Plan>} What undoes each change, newest last. */
    this.undoing = [];
    /** @type {string} The field that a refused change was in. */
    this.field = "";
    /** @type {Plan} */
    this.plan = this.load();
  }

  /** The plan as it is stored now; a new one where there is none. @returns {Plan} */
  load() {
    if (this.plan && this.place === "memory") return this.plan; // What is stored is older.
    const id = this.get("current");
    const text = id && this.get(`plan:${id}`);
    if (!text) return this.plan ?? emptyPlan({ id: crypto.randomUUID(), now: now() });
    const read = readPlan(text);
    if (read.ok) {
      this.place = "browser";
      return read.plan;
    }
    this.problem = "unreadable";
    return this.plan ?? emptyPlan({ id: crypto.randomUUID(), now: now() });
  }

  /**
   * Change one entry, so that it can be undone.
   * @param {Part} part
   * @param {string} id
   * @param {Record<string, string | undefined>} change
   */
  change(part, id, change) {
    const before = this.load();
    const set = part === "items" ? setEntry : setAnswer;
    const entry = before[part][id];
    const after = accept(() => set(before, id, change, now()));
    if (after instanceof Refusal) return this.refuse(after);
    this.undoing.push(() => restore(this.load(), part, id, entry));
    this.keep(after);
  }

  /** Say why a change was not made; the plan is as it was. @param {Refusal} reason */
  refuse(reason) {
    this.problem = "refused";
    this.field = reason.values["field"] ?? "";
    this.dispatchEvent(new Event("change"));
  }

  /** Take back the newest change that has not been taken back. */
  undo() {
    const undo = this.undoing.pop();
    if (undo) this.keep(undo());
  }

  /**
   * Make another plan the current one; the one before stays stored, and comes back with undo.
   * @param {Plan} plan
   */
  use(plan) {
    const before = this.load();
    this.undoing.push(() => before);
    this.keep(plan);
  }

  /** @param {Plan} plan */
  keep(plan) {
    this.plan = plan;
    if (this.storage) {
      const kept = this.set(`plan:${plan.id}`, writePlan(plan)) && this.set("current", plan.id);
      this.place = kept ? "browser" : "memory";
      this.problem = kept ? "" : "full";
    }
    this.dispatchEvent(new Event("change"));
  }

  /** Every plan that is stored here and can be read, newest change first. @returns {Plan[]} */
  plans() {
    const found = this.ids().map((id) => readPlan(this.get(`plan:${id}`) ?? ""));
    const stored = found.flatMap((read) => (read.ok ? [read.plan] : []));
    return stored.sort((one, other) => (one.changed < other.changed ? 1 : -1));
  }

  /** The ids of the stored plans: only keys of our own are looked at. */
  ids() {
    const start = `${this.prefix}plan:`;
    const count = this.storage?.length ?? 0;
    const keys = Array.from({ length: count }, (_, place) => this.storage?.key(place) ?? "");
    return keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  }

  /** Begin a plan with nothing in it; the one before stays stored. */
  begin() {
    this.use(emptyPlan({ id: crypto.randomUUID(), now: now() }));
  }

  /** What a plan is called and belongs to. @param {import("./plan/plan.js").Details} details */
  describe(details) {
    const before = this.load();
    const after = accept(() => setDetails(before, details, now()));
    if (after instanceof Refusal) return this.refuse(after);
    this.undoing.push(() => ({ ...this.load(), ...pickDetails(before) }));
    this.keep(after);
  }

  /** Delete the current plan from this browser, so that it can be undone until the page closes. */
  remove() {
    const before = this.load();
    const savedAt = this.savedAt;
    for (const name of [`plan:${before.id}`, `saved:${before.id}`, "current"]) this.drop(name);
    this.undoing = [
      () => {
        if (savedAt) this.set(`saved:${before.id}`, savedAt);
        return before;
      },
    ];
    const [next] = this.plans();
    this.plan = next ?? emptyPlan({ id: crypto.randomUUID(), now: now() });
    if (next) this.set("current", next.id);
    this.place = next ? "browser" : "nowhere";
    this.dispatchEvent(new Event("change"));
  }

  /** @param {string} name */
  drop(name) {
    try {
      this.storage?.removeItem(this.prefix + name);
    } catch {
      this.problem = "blocked";
    }
  }

  /** When a copy of the current plan was last saved as a file; empty if never. */
  get savedAt() {
    return this.get(`saved:${this.plan.id}`) ?? "";
  }

  /** Remember that a copy has just been saved. */
  saved() {
    this.set(`saved:${this.plan.id}`, now());
    this.dispatchEvent(new Event("change"));
  }

  /** Take in what another window of the site has written. @param {StorageEvent} event */
  heard(event) {
    if (event.key !== null && !event.key.startsWith(this.prefix)) return;
    this.plan = this.load();
    this.dispatchEvent(new Event("change"));
  }

  /** @param {string} name */
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
}

/** @param {Plan} plan @param {Part} part @param {string} id @param {any} entry @returns {Plan} */
function restore(plan, part, id, entry) {
  const { [id]: _, ...rest } = plan[part];
  return { ...plan, changed: now(), [part]: entry ? { ...rest, [id]: entry } : rest };
}

/** @param {Plan} plan @returns {Pick<Plan, "name" | "kommuner" | "caseNumber" | "period" | "location">} */
function pickDetails({ name, kommuner, caseNumber, period, location }) {
  return { name, kommuner, caseNumber, period, location };
}

/** @template T @param {() => T} make @returns {T | Refusal} */
function accept(make) {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function now() {
  return new Date().toISOString();
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
