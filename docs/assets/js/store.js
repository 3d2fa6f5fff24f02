/**
 * The plan that the page shows, from when it is opened until the reader chooses another there.
 * Nothing is written before the first change, and a plan that cannot be read is left where it is.
 */
import { attend } from "./attend.js";
import { isId } from "./plan/fields.js";
import { Refusal } from "./plan/refusal.js";
import { meet } from "./plan/known.js";
import { emptyPlan, isEmpty, setAnswer, setEntry } from "./plan/plan.js";
import { writePlan } from "./plan/read.js";
import { renamed } from "./plan/renamed.js";
import { takenBack } from "./plan/undo.js";
import { Shelf } from "./shelf.js";
import { browserStorage, Keys } from "./storage.js";
import { stay } from "./text-field.js";
import { base } from "./words.js";

/** @typedef {import("./plan/types.js").Plan} Plan */
/** @typedef {"items" | "answers"} Part */
/**
 * @typedef {object} Step  What can be undone.
 * @property {Plan} before
 * @property {Plan} after
 * @property {object | undefined} [stay]  The stay in a field that it was made in.
 * @property {boolean} [made]  Whether the plan after it was not stored before.
 * @property {() => void} [also]
 */

export class Store extends Shelf {
  /** @param {Keys} keys */
  constructor(keys) {
    super(keys);
    /** The field that a refused change was in. */
    this.field = "";
    /** @type {Step[]} Newest last. */
    this.undoing = [];
    /** @type {import("./plan/types.js").Catalog} The lists on the page. */
    this.catalog = { checklists: [] };
    /** The id of the page's plan; empty until there is one. */
    this.id = "";
    /** The stored text that the plan was last read from or written to. */
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
    return renamed(plan, this.catalog).plan;
  }

  /** The page's plan as it is stored now; a new one where there is none. @returns {Plan} */
  load() {
    if (this.loose.has(this.id)) return this.joined();
    this.id ||= this.keys.get("current") ?? "";
    const text = this.id && this.keys.get(`plan:${this.id}`);
    if (!text) return this.plan && [this.plan.id, ""].includes(this.id) ? this.plan : fresh(this.id);
    if (text === this.text) return this.plan;
    const plan = this.stored(this.id);
    if (!plan) return this.apart();
    this.place = "browser";
    this.text = text;
    return (this.plan = this.settled(plan));
  }

  /** What could not be stored, with what another window has stored meanwhile. */
  joined() {
    const text = this.keys.get(`plan:${this.id}`);
    if (!text || text === this.text) return this.plan;
    if (!this.stored(this.id)) return this.apart();
    this.plan = this.settled(this.latest(this.id) ?? this.plan);
    this.text = text;
    this.loose.set(this.id, { ...this.loose.get(this.id), plan: this.plan, text });
    return this.plan;
  }

  /** A plan beside the one that cannot be read. */
  apart() {
    this.plan = { ...(this.plan ?? fresh()), id: crypto.randomUUID() };
    this.loose.delete(this.id);
    this.place = "nowhere";
    this.id = this.plan.id;
    this.text = "";
    if (!isEmpty(this.plan)) this.write();
    return this.plan;
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

  /** Make a change that can be undone, or say why not. @param {(before: Plan) => Plan} change */
  make(change) {
    const before = this.load();
    try {
      const plan = change(before);
      const same = stay && this.undoing.at(-1)?.stay === stay ? this.undoing.pop() : undefined;
      this.keep(plan, same ? takenBack(same.before, same.after, before, now()) : before);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.wrong = "refused";
      this.field = error.values["field"] ?? "";
      this.tell();
    }
  }

  /** Take back the newest change that has not been taken back; what has been changed since stays. */
  undo() {
    const step = this.undoing.pop();
    const shown = this.load();
    if (!step) return this.tell();
    const { before, after } = step;
    step.also?.();
    if (before.id !== after.id) return this.turnBack(step);
    const later = shown.id === after.id ? shown : this.latest(after.id);
    this.keep(later ? takenBack(before, after, later, now()) : before);
  }

  /** Show the plan that was shown before; the one that came is gone if nobody has touched it. @param {Step} step */
  turnBack({ before, after, made }) {
    const came = this.latest(after.id);
    if (made && came && writePlan({ ...came, changed: after.changed }) === writePlan(after)) this.forget(after.id);
    this.keep(this.latest(before.id) ?? before);
  }

  /**
   * Make another plan the current one; the one before stays stored, and comes back with undo.
   * @param {Plan} plan
   */
  use(plan) {
    this.keep(plan, this.load(), !this.holds(plan.id));
  }

  /** @param {Plan} plan @param {Plan} [before]  What undoing it leads back to, if it can be undone. @param {boolean} [made] */
  keep(plan, before, made = false) {
    if (plan.id !== this.id) {
      this.id = plan.id;
      this.text = this.keys.get(`plan:${plan.id}`) ?? "";
      if (this.text && !this.stored(plan.id)) {
        this.plan = plan;
        plan = this.apart();
      }
    }
    this.plan = this.settled(plan);
    if (before) this.undoing.push({ before, after: this.plan, stay, made });
    this.write();
    this.tell();
  }

  /** Store the plan; of a new one that nothing is entered in, only that it is the current one. */
  write() {
    const { id, keys } = this;
    const untouched = isEmpty(this.plan) && !this.has(id);
    const text = untouched ? "" : writePlan(this.plan);
    const kept = (untouched || keys.set(`plan:${id}`, text)) && keys.set("current", id);
    if (kept) this.text = text;
    const first = this.place !== "browser";
    this.place = !kept ? "memory" : untouched ? "nowhere" : "browser";
    this.wrong = "";
    if (kept || untouched) this.loose.delete(id);
    else this.loose.set(id, { plan: this.plan, text: this.text });
    if (first) this.checkHealth("persist");
  }

  /** Turn to this plan, or to a new one. @param {Plan} [plan] @param {string} [id] */
  show(plan, id = "") {
    this.plan = plan ?? fresh(id);
    this.id = plan?.id ?? id;
    const loose = this.loose.get(this.id);
    this.text = loose?.text ?? "";
    this.place = loose || !this.keys.storage ? "memory" : plan ? "browser" : "nowhere";
  }

  /** When a copy of the plan was last saved as a file; empty if never. */
  get savedAt() {
    return this.keys.get(`saved:${this.plan.id}`) ?? "";
  }

  /** Remember that a copy has just been saved. */
  saved() {
    const loose = this.loose.get(this.plan.id);
    if (loose) loose.saved = true;
    if (this.place === "browser") this.keys.set(`saved:${this.plan.id}`, now());
    this.tell();
  }
}

/** The page's own store, which follows the other windows of the site. */
export function openStore() {
  const store = new Store(new Keys(browserStorage(), base));
  attend(store);
  return store;
}

/** @param {string} [id] */
export const fresh = (id) => emptyPlan({ id: isId(id) ? String(id) : crypto.randomUUID(), now: now() });

const now = () => new Date().toISOString();
