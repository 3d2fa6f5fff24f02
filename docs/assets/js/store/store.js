/**
 * What the reader does to the plans, and how it is undone.
 *
 * @import { Plan } from "../plan/types.js"
 * @typedef {import("./library.js").Told} Told
 */
import { isText, policyOf } from "../plan/fields.js";
import { meet } from "../plan/known.js";
import { set } from "../plan/plan.js";
import { writePlan } from "../formats/json.js";
import { reconcile, since } from "../plan/reconcile.js";
import { Refusal } from "../plan/refusal.js";
import { Library } from "./library.js";
import { Replica } from "./replica.js";
import { saysSame } from "./steps.js";

export class Store extends Library {
  /**
   * Change one entry, so that it can be undone.
   * @param {"items" | "answers"} part
   * @param {string} id
   * @param {Record<string, string | undefined>} change
   * @param {readonly string[]} list  The ids on the entry's list.
   * @param {object} [stay]
   */
  change(part, id, change, list, stay) {
    return this.make((before) => meet(set(before, part, id, change, this.means.now()), id, list), stay);
  }

  /** Make a change that can be undone, or tell why not. It is made in what is shown, and joined with what another
   * window has stored since. @param {(shown: Plan) => Plan} change @param {object} [stay] @returns {boolean} whether it was made */
  make(change, stay) {
    const { plan: shown } = this;
    this.passing = [];
    const before = this.load();
    const { replica, id } = this;
    if (!this.allows(() => replica.change(changed(shown, this.settled(change(shown)), before)))) return false;
    this.isNew = false;
    if (!saysSame(before, replica.plan)) this.remember({ id, before, after: replica.plan, stay });
    this.saveOwn();
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
      this.passing = [...this.passing, { key: error.key === "too-much" ? "too-much" : "refused", field }];
      this.tell();
      return false;
    }
  }

  /** Make another plan the current one; the one before stays, and comes back with undo.
   * @param {Plan} plan @returns {boolean} */
  use(plan) {
    const { id: from } = this;
    if (plan.id === from) return this.make(() => plan);
    this.passing = [];
    const isHere = this.holds(plan.id);
    const came = isHere ? undefined : new Replica(plan.id, this.means);
    if (came && !this.allows(() => came.change(this.settled(plan)))) return false;
    this.load();
    if (came) this.replicas.set(plan.id, came);
    this.show(plan.id);
    const { id, replica } = this;
    this.remember({ from, id, made: came && replica.plan });
    this.saveOwn();
    return true;
  }

  /** Begin a plan with nothing in it; the one before stays. @returns {boolean} */
  begin() {
    return this.place === "nowhere" || this.use(new Replica(this.means.newId(), this.means).plan);
  }

  /** Take back the newest change that has not been taken back; what has been changed since stays.
   * @returns {boolean} whether anything is as it was before */
  undo() {
    const step = this.steps.pop();
    this.passing = [];
    this.load();
    const done = step !== undefined && ("from" in step ? this.turnBack(step) : this.takeBack(step));
    this.saveOwn();
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
    if (made && saysSame(came.plan, made) && came.erase()) this.replicas.delete(id);
    this.show(from);
    return true;
  }

  /** Delete the page's plan from this browser, so that it can be undone until the page closes.
   * @returns {boolean} whether it is gone */
  remove() {
    const { id, savedAt, replica } = this;
    this.passing = [];
    this.pull(replica);
    const { plan: before } = replica;
    if (!replica.erase()) {
      this.passing = [{ key: "not-removed" }];
      this.tell();
      return false;
    }
    this.keys.drop("current");
    this.replicas.delete(id);
    this.remember({ id, before, after: replica.nothing(), savedAt });
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

  /** Keep a plan beside the one that is shown. @param {Plan} plan @returns {boolean} whether it is stored */
  keep(plan) {
    const replica = new Replica(plan.id, this.means);
    const kept = this.allows(() => replica.change(plan)) && replica.push();
    this.tell();
    return kept;
  }

  /** What the reader did here is stored, and the next page shows the same plan. */
  saveOwn() {
    const isFirst = !this.replica.text;
    this.save();
    this.claim();
    if (this.place !== "browser") return;
    if (isFirst) this.dispatchEvent(new Event("stored"));
    this.dispatchEvent(new Event("written"));
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
