/** The controls that scripts add to one item: not applicable, and what folds out. */
import { DateField } from "./date-field.js";
import { fieldsOf } from "../plan/fields.js";
import { longDate, dueState } from "../views/shown.js";
import { TextField } from "./text-field.js";
import { copy, part, words } from "../views/words.js";

/** @import { Where } from "../plan/fields.js" */
/** @import { Store } from "../store/store.js" */
/** @typedef {{ids: string[], store: Store, say: (text: string) => void}} Home  The list that an entry stands on. */

const FIELDS = /** @type {const} */ (["owner", "due", "note"]);

/** Tick a box, also in the page's own text, so that a copy of the page shows it. @param {HTMLInputElement} box @param {boolean} ticked */
export function check(box, ticked) {
  box.checked = ticked;
  box.defaultChecked = ticked;
}

/** What an item and a question have in common. @abstract */
export class Entry {
  /** @param {HTMLElement} element @param {Home} home @param {Where} where @param {HTMLElement} control */
  constructor(element, home, where, control) {
    this.shown = "";
    this.fresh = false;
    this.home = home;
    this.store = home.store;
    this.where = where;
    this.id = control.id;
    this.names = [control.id, ...(element.dataset["formerly"]?.split(" ") ?? [])];
    this.hash = element.dataset["hash"] ?? "";
    this.text = part(element, ".item__text").textContent ?? "";
    this.code = part(element, ".item__code").textContent ?? "";
    this.element = element;
    this.fields = copy(where === "items" ? "punkt-felt" : "sporsmal-felt");
    part(this.fields, "[data-code]").textContent = this.code;
    element.append(this.fields);
    part(this.fields, "[data-action=confirm]").addEventListener("click", () => this.confirm());
  }

  /** Keep the verdict, now that the reader has seen the new text. */
  confirm() {
    const kept = this.change({ hash: this.hash });
    this.focus();
    if (kept) this.home.say(words("said.confirmed", { text: this.text }));
  }

  /** @param {Record<string, string | undefined>} change @param {object} [stay] @returns {boolean} whether it was kept */
  change(change, stay) {
    const kept = this.store.change(this.where, this.id, change, this.home.ids, stay);
    if (!kept) this.show(); // A box that was refused is not ticked.
    return kept;
  }

  /** Show what the plan holds, if it is not shown already. @param {(names: string[]) => boolean} isNew */
  update(isNew) {
    const [entry, fresh] = [JSON.stringify(this.entry), isNew(this.names)];
    if (entry === this.shown && fresh === this.fresh) return;
    [this.shown, this.fresh] = [entry, fresh];
    part(this.fields, "[data-changed]").hidden = !(this.entry.hash && this.hash && this.entry.hash !== this.hash);
    part(this.fields, "[data-new]").hidden = !fresh;
    this.show();
  }

  /** What the plan holds. @returns {import("../plan/types.js").ItemEntry & import("../plan/types.js").AnswerEntry} */
  get entry() {
    return fieldsOf(this.store.plan, this.where, this.id);
  }

  focus() {}

  show() {}
}

/** A ticked item, or one that does not apply, on a checklist. */
export class ItemFields extends Entry {
  /** @param {HTMLElement} element @param {Home} home */
  constructor(element, home) {
    const box = part(element, "input[type=checkbox]");
    super(element, home, "items", box);
    this.box = box;
    this.na = this.field("na");
    this.na.setAttribute("aria-label", `${this.na.parentElement?.textContent?.trim()}: ${this.text}`);
    this.box.addEventListener("change", () => this.setState(this.box.checked ? "done" : ""));
    this.na.addEventListener("change", () => this.setState(this.na.checked ? "na" : ""));
    const message = part(this.fields, "[data-not-kept]");
    message.id = `${this.id}.frist`;
    this.texts = FIELDS.map((name) => new (name === "due" ? DateField : TextField)(this.field(name), (value, stay) => this.change({ [name]: value }, stay), message));
  }

  /** Keep a tick from before the script was there. */
  takeEarly() {
    if (this.box.checked && !this.entry.state) this.setState("done");
  }

  /** @param {string} name @returns {HTMLInputElement} */
  field(name) {
    return part(this.fields, `[data-field=${name}]`);
  }

  focus() {
    this.box.focus();
  }

  /** @param {"done" | "na" | ""} state */
  setState(state) {
    const kept = this.change({ state: state || undefined, hash: state ? this.hash : undefined });
    if (kept) this.home.say(words(`said.${state || "open"}`, { text: this.text }));
  }

  /** Show what the plan holds. */
  show() {
    const { entry } = this;
    check(this.box, entry.state === "done");
    check(this.na, entry.state === "na");
    FIELDS.forEach((name, place) => this.texts[place]?.show(entry[name] ?? ""));
    const { state, owner, due, note } = entry;
    const late = !state && due && dueState(due) === "overdue";
    this.element.dataset["state"] = state ?? (late ? "late" : "");
    const when = late ? words("overview.overdue", { date: longDate(due) }) : due && longDate(due);
    part(this.fields, "[data-summary]").textContent = [state && words(`value.${state}`), owner, when, note && words("has-note")]
      .filter(Boolean).join(" · ");
  }
}

/** The fields of an entry by the kind of its list; those of a decision come with the pages that have one.
 * @type {Record<string, new (element: HTMLElement, home: Home) => ItemFields | import("./question-fields.js").QuestionFields>} */
export const KINDS = { checklist: ItemFields };
