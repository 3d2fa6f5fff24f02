/**
 * The plans of this site in one window: the one that is shown, and those that something is kept of nowhere
 * else. Knows no page and no browser.
 *
 * @import { Plan } from "../plan/types.js"
 * @import { Met } from "./replica.js"
 *
 * @typedef {"nowhere" | "browser" | "memory"} Place  Where the work is kept just now.
 * @typedef {{key: string, where?: string, id?: string, field?: string, mine?: string, theirs?: string}} Told  What the reader must know.
 */
import { isId } from "../plan/fields.js";
import { readPlan } from "../formats/json.js";
import { renamed } from "../plan/renamed.js";
import { Replica } from "./replica.js";
import { underName, withStep, without } from "./steps.js";
import { unsealed } from "./versions.js";

export class Library extends EventTarget {
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
  /** @type {Map<string, Replica>} */
  replicas = new Map();

  /** @param {import("./keys.js").Keys} keys @param {{now: () => string, newId: () => string}} outside */
  constructor(keys, { now, newId }) {
    super();
    this.keys = keys;
    this.means = { keys, now, newId, settle: (/** @type {Plan} */ plan) => this.settled(plan) };
    this.adopt("");
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
    return renamed(plan, this.catalog);
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
    const current = this.isNew ? this.keys.get("current") || (this.plans()[0]?.id ?? "") : "";
    if (isId(current)) this.adopt(current);
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

  /** Another window has written something. @param {{key: string | null, oldValue: string | null, newValue: string | null}} event */
  hear({ key, oldValue, newValue }) {
    const { prefix } = this.keys;
    if (key !== null && !key.startsWith(prefix)) return;
    const id = key?.startsWith(`${prefix}plan:`) ? key.slice(prefix.length + 5) : "";
    const replica = this.replicas.get(id);
    if (newValue === "" && replica?.lose(oldValue ?? "")) {
      this.steps = without(this.steps, id);
    } else if (id && newValue) {
      for (const one of this.replicas.values()) if (one === replica || one.left === id) this.tellOf(one, one.hear(newValue));
    }
    this.refresh();
  }

  /** Take in what is stored, and store what could not be before. */
  refresh() {
    this.load();
    this.save();
    // Somebody else has emptied the storage: the next page is to find the plan, too.
    if (this.place === "browser" && !this.keys.get("current")) this.claim();
  }

  /** The same just after a change, when another window may have written at the same time. */
  settle() {
    const { plan } = this;
    this.load();
    this.push();
    if (plan !== this.plan) this.tell();
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
    const { id: from } = this;
    this.adopt(id);
    if (from !== this.id) this.dispatchEvent(new CustomEvent("turn", { detail: { from, to: this.id } }));
  }

  /** The same for a page that has nothing of its own: what stands in its fields belongs to the plan that it finds.
   * @param {string} id */
  adopt(id) {
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

  /** @param {Replica} replica */
  pull(replica) {
    this.tellOf(replica, replica.pull());
    if (!replica.unreadable) return;
    this.unread = true;
    const { id } = replica;
    replica.moveAside();
    this.replicas.delete(id);
    this.replicas.set(replica.id, replica);
    this.steps = underName(this.steps, id, replica.id);
    if (this.id === id) {
      this.id = replica.id;
      if (replica.push() && replica.isKept) this.claim();
    }
    this.tell();
  }

  /** Where only one of two could stay, the other is a step back. @param {Replica} replica @param {Met | undefined} met */
  tellOf({ id, plan }, met) {
    if (!met) return;
    this.passing = met.told.map((pair) => ({ key: "met", ...pair }));
    this.remember({ id, before: met.mine, after: plan });
  }

  /** @param {import("./steps.js").Step} step */
  remember(step) {
    this.steps = withStep(this.steps, step);
  }

  save() {
    this.push();
    this.tell();
  }

  /** Store what is kept nowhere else, as far as there is room. */
  push() {
    for (const one of [...this.replicas.values()]) {
      this.pull(one);
      one.push();
      if (one.id !== this.id && one.isKept) this.replicas.delete(one.id);
    }
  }

  /** Let those who show the plan know. */
  tell() {
    this.dispatchEvent(new Event("change"));
  }
}
