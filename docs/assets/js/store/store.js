/**
 * The plans of this site in one window: the one that is shown, those that something is kept of nowhere
 * else, and what can be undone. Knows no page and no browser.
 *
 * @import { Plan } from "../plan/types.js"
 * @import { Met, Replica as Kept } from "./replica.js"
 *
 * @typedef {"nowhere" | "browser" | "memory"} Place  Where the work is kept just now.
 * @typedef {{key: string, where?: string, id?: string, field?: string, mine?: string, theirs?: string}} Told  What the reader must know.
 */
import { isId, isText, policyOf } from "../plan/fields.js";
import { meet } from "../plan/known.js";
import { setAnswer, setEntry } from "../plan/plan.js";
import { readPlan, writePlan } from "../plan/read.js";
import { reconcile, since } from "../plan/reconcile.js";
import { Refusal } from "../plan/refusal.js";
import { renamed } from "../plan/renamed.js";
import { Replica } from "./replica.js";
import { saysSame, underName, withStep, without } from "./steps.js";
import { unsealed } from "./versions.js";

export class Store extends EventTarget {
  /** @type {import("./steps.js").Step[]} */
  steps = [];
  /** @type {Told[]} What lasts until the next change. */
  passing = [];
  /** @type {import("../plan/types.js").Catalog} The lists on the page. */
  catalog = { checklists: [] };
  /** @type {"kept" | "fragile" | "embedded"} How safe it is in the browser. */
  health = "kept";
  /** The id of the plan that is shown. */
  id = "";
  /** Whether nobody has chosen a plan yet, or begun one. */
  isNew = true;
  /** Whether a plan is stored here that cannot be read. */
  unread = false;
  /** @type {Map<string, Kept>} */
  replicas = new Map();

  /** @param {import("./keys.js").Keys} keys @param {{now: () => string, newId: () => string}} outside */
  constructor(keys, { now, newId }) {
    super();
    this.keys = keys;
    let writes = 0;
    this.means = { keys, now, newId, window: newId().slice(0, 8), count: () => ++writes, settle: (/** @type {Plan} */ plan) => this.settled(plan) };
    this.show("");
    this.load();
  }

  /** From now on, what is kept under an item's former id stands under its present one.
   * @param {import("../plan/types.js").CatalogList} list */
  know(list) {
    this.catalog.checklists.push(list);
    for (const one of this.replicas.values()) one.settle();
  }

  /** @param {Plan} plan */
  settled(plan) {
    return renamed(plan, this.catalog).plan;
  }

  get replica() {
    return this.replicas.get(this.id) ?? this.open(this.id);
  }

  get plan() {
    return this.replica.plan;
  }

  /** @returns {Place} */
  get place() {
    const { replica, keys } = this;
    if (replica.isKept) return "browser";
    return replica.isUntouched && keys.storage ? "nowhere" : "memory";
  }

  /** What is kept nowhere but on this page. */
  get loose() {
    return [...this.replicas.values()].filter((one) => one.isLoose);
  }

  /** What the reader must know for as long as it lasts, and of what happened last. @returns {Told[]} */
  get told() {
    const { keys, replica } = this;
    const full = this.place === "memory" ? [{ key: keys.storage ? "full" : "blocked" }] : [];
    const others = keys.storage && [...this.replicas.values()].some((one) => one !== replica && !one.isKept && !one.isUntouched);
    return [...this.passing, ...full, ...(others ? [{ key: "others" }] : []), ...(this.unread ? [{ key: "unreadable" }] : [])];
  }

  /** When a copy of the plan was last saved as a file; empty if never. */
  get savedAt() {
    return this.keys.get(`saved:${this.id}`) || this.replica.copy.at;
  }

  /** The page's plan with what is stored now. @returns {Plan} */
  load() {
    const current = this.keys.get("current");
    if (this.isNew && isId(current)) this.show(current);
    this.pull(this.replica);
    return this.plan;
  }

  /** Every plan that can be read, newest change first. @returns {Plan[]} */
  plans() {
    const stored = this.keys.after("plan:");
    const read = new Map(stored.map((id) => [id, readPlan(this.keys.get(`plan:${id}`))]));
    this.unread = [...read].some(([id, one]) => !one.ok && this.keys.get(`plan:${id}`));
    const here = [...this.replicas.values()].filter((one) => !one.isUntouched).map(({ plan }) => plan);
    const others = [...read].flatMap(([id, one]) => (one.ok && !this.replicas.has(id) ? unsealed(one.plan).plan : []));
    return [...here, ...others].sort((one, other) => (one.changed < other.changed ? 1 : -1));
  }

  /** Whether there is a plan with this id, stored or not. @param {string} id */
  holds(id) {
    return this.keys.get(`plan:${id}`) !== "" || this.replicas.get(id)?.isUntouched === false;
  }

  /**
   * Change one entry, so that it can be undone.
   * @param {"items" | "answers"} part
   * @param {string} id
   * @param {Record<string, string | undefined>} change
   * @param {readonly string[]} list  The ids on the entry's list.
   * @param {object} [stay]
   */
  change(part, id, change, list, stay) {
    const set = part === "items" ? setEntry : setAnswer;
    return this.make((before) => meet(set(before, id, change, this.means.now()), id, list), stay);
  }

  /** Make a change that can be undone, or tell why not. It is made in what is shown, and joined with what another
   * window has stored since. @param {(shown: Plan) => Plan} change @param {object} [stay] @returns {boolean} whether it was made */
  make(change, stay) {
    const { plan: shown } = this;
    const before = this.load();
    const { replica, id } = this;
    if (!this.allows(() => replica.change(changed(shown, this.settled(change(shown)), before)))) return false;
    this.isNew = false;
    this.passing = [];
    if (!saysSame(before, replica.plan)) this.steps = withStep(this.steps, { id, before, after: replica.plan, stay });
    this.save();
    this.claim();
    return true;
  }

  /** Whether this can be done; what is refused is told. @param {() => void} does */
  allows(does) {
    try {
      does();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { field = "" } = error.values;
      this.passing = [{ key: error.key === "too-much" ? "too-much" : "refused", field }];
      this.tell();
      return false;
    }
  }

  /** Make another plan the current one; the one before stays, and comes back with undo.
   * @param {Plan} plan @returns {boolean} */
  use(plan) {
    const { id: from } = this;
    if (plan.id === from) return this.make(() => plan);
    const isHere = this.holds(plan.id);
    const came = isHere ? undefined : new Replica(plan.id, this.means);
    if (came && !this.allows(() => came.change(this.settled(plan)))) return false;
    this.load();
    if (came) this.replicas.set(plan.id, came);
    this.show(plan.id);
    const { id, replica } = this;
    this.passing = [];
    this.steps = [...this.steps, { from, id, made: came && replica.plan }];
    this.save();
    this.claim();
    return true;
  }

  /** Begin a plan with nothing in it; the one before stays. */
  begin() {
    const id = this.means.newId();
    if (this.place !== "nowhere") this.use(new Replica(id, this.means).plan);
  }

  /** Take back the newest change that has not been taken back; what has been changed since stays.
   * @returns {boolean} whether anything is as it was before */
  undo() {
    const step = this.steps.pop();
    this.passing = [];
    this.load();
    const done = step !== undefined && ("from" in step ? this.turnBack(step) : this.takeBack(step));
    this.save();
    this.claim();
    return done;
  }

  /** @param {import("./steps.js").Change} step */
  takeBack({ id, before, after, savedAt }) {
    if (id !== this.id) this.show(id);
    const { replica } = this;
    const { plan: was } = replica;
    const { plan } = reconcile(after, before, was, since);
    if (!this.allows(() => replica.change(saysSame(plan, before) && replica.isUntouched ? before : { ...plan, changed: this.means.now() }))) return false;
    if (savedAt) this.keys.set(`saved:${id}`, savedAt);
    return !saysSame(was, replica.plan);
  }

  /** The plan that came is gone if nobody has touched it. @param {import("./steps.js").Turn} step */
  turnBack({ from, id, made }) {
    const came = this.replicas.get(id) ?? this.open(id);
    if (made && writePlan(came.plan) === writePlan(made) && came.erase()) this.replicas.delete(id);
    this.show(from);
    return true;
  }

  /** Delete the page's plan from this browser, so that it can be undone until the page closes.
   * @returns {boolean} whether it is gone */
  remove() {
    const { id, savedAt, replica } = this;
    this.pull(replica);
    const { plan: before } = replica;
    if (!replica.erase()) {
      this.passing = [{ key: "not-removed" }];
      this.tell();
      return false;
    }
    this.keys.drop("current");
    this.replicas.delete(id);
    this.passing = [];
    this.steps = [...this.steps, { id, before, after: replica.nothing(), savedAt }];
    for (const one of this.replicas.values()) one.push();
    const [next] = this.plans();
    this.show(next?.id ?? "");
    this.save();
    if (next) this.claim();
    return true;
  }

  /** Remember that a copy of this has just been saved. @param {Plan} plan */
  saved(plan) {
    const at = this.means.now();
    const replica = this.replicas.get(plan.id);
    if (replica) replica.copy = { text: writePlan(plan), at };
    if (this.keys.get(`plan:${plan.id}`)) this.keys.set(`saved:${plan.id}`, at);
    this.tell();
  }

  /** Another window has written something. @param {{key: string | null, oldValue: string | null, newValue: string | null}} event */
  hear({ key, oldValue, newValue }) {
    const { prefix } = this.keys;
    if (key !== null && !key.startsWith(prefix)) return;
    const id = key?.startsWith(`${prefix}plan:`) ? key.slice(prefix.length + 5) : "";
    const replica = this.replicas.get(id);
    if (newValue === "" && replica?.lose(oldValue ?? "")) {
      this.steps = without(this.steps, id);
    } else if (newValue && replica) this.tellOf(replica, replica.hear(newValue));
    this.refresh();
  }

  /** Take in what is stored, and store what could not be before. */
  refresh() {
    this.load();
    for (const one of this.replicas.values()) this.pull(one);
    this.save();
  }

  /** A page that comes back from the browser's memory has heard nothing meanwhile. */
  comeBack() {
    const { replica, id } = this;
    const current = this.keys.get("current");
    const isDone = replica.plan === replica.held || replica.isUntouched;
    if (isDone && (current !== id || !replica.there)) {
      if (!replica.there) this.steps = without(this.steps, id);
      this.replicas.delete(id);
      this.show(current);
    }
    this.refresh();
  }

  /** The next page shows the plan of the page that the reader is on. */
  claim() {
    if (this.place !== "memory" && !this.isNew && this.keys.get("current") !== this.id) this.keys.set("current", this.id);
  }

  /** Turn to the plan with this id, or to a new one. @param {string} id */
  show(id) {
    this.isNew = !isId(id);
    this.id = this.isNew ? this.means.newId() : id;
    this.pull(this.replica);
    for (const one of this.replicas.values()) if (one.id !== this.id && one.isUntouched) this.replicas.delete(one.id);
  }

  /** @param {string} id */
  open(id) {
    const replica = new Replica(id, this.means);
    this.replicas.set(id, replica);
    return replica;
  }

  /** @param {Kept} replica */
  pull(replica) {
    this.tellOf(replica, replica.pull());
    if (!replica.unreadable) return;
    this.unread = true;
    const { id } = replica;
    replica.moveAside();
    this.replicas.delete(id);
    this.replicas.set(replica.id, replica);
    this.steps = underName(this.steps, id, replica.id);
    if (this.id === id) this.id = replica.id;
  }

  /** Where only one of two could stay, the other is a step back. @param {Kept} replica @param {Met | undefined} met */
  tellOf({ id, plan }, met) {
    if (!met) return;
    this.passing = met.told.map((pair) => ({ key: "met", ...pair }));
    this.steps = [...this.steps, { id, before: met.mine, after: plan }];
  }

  /** Store what is kept nowhere else, as far as there is room. */
  save() {
    const { replica } = this;
    const isFirst = !replica.text;
    for (const one of [...this.replicas.values()]) {
      this.pull(one);
      one.push();
      if (one !== replica && one.isKept) this.replicas.delete(one.id);
    }
    if (replica.isKept && isFirst) this.dispatchEvent(new Event("stored"));
    this.tell();
  }

  /** Let those who show the plan know. */
  tell() {
    this.dispatchEvent(new Event("change"));
  }
}

/** The reader sees what is changed here and now, so that it counts; but no text is written over unseen.
 * @param {Plan} shown @param {Plan} mine @param {Plan} now @returns {Plan} */
function changed(shown, mine, now) {
  if (shown === now) return mine;
  const { plan, told } = reconcile(shown, mine, { ...now, changed: mine.changed }, (pair, policy) => (isText(policy) ? "both" : "mine"));
  const [refused] = told.filter(({ field }) => isText(policyOf(field)));
  if (refused) throw new Refusal("bad-field", { field: `${refused.where}.${refused.id}.${refused.field}` });
  return plan;
}
