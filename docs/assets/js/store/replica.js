/**
 * One plan as one window has it: what is shown, and what is known of what is stored.
 *
 * @import { Plan } from "../plan/types.js"
 * @import { Pair } from "../plan/pair.js"
 *
 * @typedef {object} Means  What comes from outside.
 * @property {import("./keys.js").Keys} keys
 * @property {() => string} now
 * @property {() => string} newId
 * @property {(plan: Plan) => Plan} settle  Puts what is kept under former ids under the present ones.
 *
 * @typedef {{told: Pair[], mine: Plan}} Met  Where only one side could stay; `mine` has what was given up here.
 */
import { emptyPlan, isEmpty } from "../plan/plan.js";
import { readPlan, writePlan } from "../formats/json.js";
import { reconcile, stored } from "../plan/reconcile.js";
import { Refusal } from "../plan/refusal.js";
import { isAlike } from "../plan/tree.js";
import { baseFor, counted, covers, sealed, together, unsealed, withVersion } from "./versions.js";

export class Replica {
  /** Whether what is stored under this name cannot be read. */
  unreadable = false;
  /** The copy that was last saved as a file in this visit. */
  copy = { text: "", at: "" };
  /** What is stored, as last seen. */
  text = "";
  /** @type {Plan | undefined} The same as a plan. */
  held;
  /** @type {Plan | undefined} One that is known to open again. */
  opens;
  /** @type {import("./versions.js").Seen} What is in the plan. */
  seen = {};

  writes = 0;
  /** The name it went from: what others wrote there before may still be heard of. */
  left = "";

  /** @param {string} id @param {Means} means */
  constructor(id, means) {
    this.id = id;
    this.means = means;
    // Not the window's: what it showed before, this one need not have in it.
    // A letter first: names of digits alone stand first in an object, whatever came last.
    this.writer = `w${means.newId().slice(0, 8)}`;
    this.plan = this.nothing();
    /** @type {import("./versions.js").Version[]} What others may have begun with. */
    this.versions = [{ plan: this.plan, seen: {} }];
  }

  nothing() {
    return emptyPlan({ id: this.id, now: this.means.now() });
  }

  /** What is stored under this name just now. */
  get there() {
    return this.means.keys.get(`plan:${this.id}`);
  }

  /** Whether all of it is stored. */
  get isKept() {
    return this.text !== "" && this.plan === this.held && this.there === this.text;
  }

  /** Whether there is nothing to keep. */
  get isUntouched() {
    return isEmpty(this.plan) && !this.there;
  }

  /** Whether it is neither stored nor saved as a file. */
  get isLoose() {
    return !this.isKept && !this.isUntouched && this.copy.text !== writePlan(this.plan);
  }

  /** What is in the next text that is stored. */
  get next() {
    return counted(this.seen, this.writer, this.writes + 1);
  }

  /** Take in what is stored. @returns {Met | undefined} */
  pull() {
    const { there } = this;
    if (there === this.text) return undefined;
    [this.text, this.held] = [there, undefined];
    const read = there ? readPlan(there) : undefined;
    this.unreadable = read?.ok === false;
    return read?.ok ? this.meet(read.plan, true) : undefined;
  }

  /** Take in what another window wrote, also if it has been overwritten since. @param {string} text @returns {Met | undefined} */
  hear(text) {
    const read = text === this.text ? undefined : readPlan(text);
    return read?.ok && unsealed(read.plan).seen ? this.meet(read.plan, false) : undefined;
  }

  /** @param {Plan} came @param {boolean} isStored @returns {Met | undefined} */
  meet(came, isStored) {
    const { plan, seen = this.seen } = unsealed(came);
    const theirs = { ...this.means.settle(plan), id: this.id };
    if (isStored) this.held = theirs;
    if (covers(this.seen, seen) && !covers(seen, this.seen)) return undefined;
    const base = baseFor(this.versions, seen)?.plan;
    const { plan: both, told } = reconcile(base, this.plan, theirs);
    const mine = told.length ? reconcile(base, this.plan, theirs, (pair, policy) => (told.some((one) => isSame(one, pair)) ? "mine" : stored(pair, policy))).plan : both;
    // The same as what is stored is that, so that windows do not write to each other for ever.
    this.plan = this.held && isAlike(both, this.held) ? this.held : both;
    this.seen = together(this.seen, seen);
    this.versions = withVersion(this.versions, { plan: theirs, seen });
    return told.length ? { told, mine } : undefined;
  }

  /** Throws a Refusal where it could not be opened again. @param {Plan} changed */
  change(changed) {
    const plan = { ...changed, id: this.id };
    const read = readPlan(sealed(plan, this.next));
    if (!read.ok) throw new Refusal("too-much", read.error.values);
    this.plan = this.opens = plan;
  }

  /** Store it. @returns {boolean} whether it is kept, or need not be */
  push() {
    if (this.isKept || this.isUntouched) return true;
    const seen = this.next;
    const text = sealed(this.plan, seen);
    if (this.unreadable || (this.opens !== this.plan && !readPlan(text).ok) || !this.means.keys.set(`plan:${this.id}`, text)) return false;
    Object.assign(this, { text, seen, writes: this.writes + 1, held: this.plan, versions: withVersion(this.versions, { plan: this.plan, seen }) });
    return true;
  }

  /** Another window has deleted it: what is kept nowhere else stays.
   * @param {string} gone  What it deleted. @returns {boolean} false where that was before what has been seen here since */
  lose(gone) {
    const read = readPlan(gone);
    if (this.there || (read.ok && !covers(unsealed(read.plan).seen ?? this.seen, this.seen))) return false;
    const stored = this.held ?? this.versions.at(-1)?.plan;
    this.plan = reconcile(stored, this.plan, this.nothing(), () => "mine").plan;
    Object.assign(this, { text: "", held: undefined, versions: [{ plan: this.nothing(), seen: this.seen }] });
    return true;
  }

  /** @returns {boolean} whether it is gone from the storage */
  erase() {
    return this.means.keys.drop(`plan:${this.id}`) && (this.means.keys.drop(`saved:${this.id}`), true);
  }

  /** Go on under another name, beside what cannot be read. */
  moveAside() {
    this.left = this.id;
    this.id = this.means.newId();
    Object.assign(this, { plan: { ...this.plan, id: this.id }, text: "", held: undefined, unreadable: false });
  }

  /** The lists on the page are known now. */
  settle() {
    const { settle } = this.means;
    const isHeld = this.plan === this.held;
    this.plan = settle(this.plan);
    this.held = isHeld ? this.plan : this.held && settle(this.held);
    this.versions = this.versions.map(({ plan, seen }) => ({ plan: settle(plan), seen }));
  }
}

/** @param {Pair} one @param {Pair} other */
const isSame = (one, other) => one.where === other.where && one.id === other.id && one.field === other.field;
