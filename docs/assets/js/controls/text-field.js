/** A field that follows the plan, and never lets what is typed and what comes in wipe each other out. */
import { joinTexts } from "../plan/reconcile.js";

const PAUSE = 1000;
const LONGEST = 5000; // Milliseconds of typing before it is kept all the same.

/** @type {TextField | undefined} The field that something is typed in. */
let typed;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let since = 0;
/** @type {Set<TextField>} Those with a text that was refused. */
const refused = new Set();

/** Keep what is being typed, without leaving the field. */
export function keepTyped() {
  typed?.save();
}

/** Whether a field on the page has a text that is kept nowhere. */
export const hasUnkept = () => aside.size > 0 || [...refused].some(({ field }) => field.isConnected);

/** @type {Map<string, Map<TextField, string>>} What was refused in plans that are not shown now, by their ids. */
const aside = new Map();

/** Another plan is shown: what was refused in the one before waits until that is shown again. @param {string} from @param {string} to */
export function turnRefused(from, to) {
  if (refused.size) aside.set(from, new Map([...refused].map((one) => [one, one.field.value])));
  const back = aside.get(to) ?? new Map();
  aside.delete(to);
  refused.clear();
  for (const [one, text] of back) {
    refused.add(one);
    one.field.value = text;
  }
}

export class TextField {
  /** What the plan held when the reader last saw it. */
  seen = "";
  /** What it holds now. */
  held = "";
  stay = {};

  /** @param {any} field  An input or a textarea.
   * @param {(value: string, stay?: object) => boolean} keep  Whether it was kept; the stay in the field is undone as one. */
  constructor(field, keep) {
    /** @type {HTMLInputElement} */
    this.field = field;
    this.keep = keep;
    field.addEventListener("input", () => this.type());
    field.addEventListener("blur", () => this.leave());
  }

  type() {
    if (typed !== this) since = Date.now();
    typed = this;
    clearTimeout(timer);
    timer = setTimeout(keepTyped, Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
  }

  /** Show what the plan holds, unless the reader is typing something else. @param {string} value */
  show(value) {
    const same = value === this.held;
    this.held = value;
    if (refused.has(this) || this.isTyped(same)) return;
    this.seen = value;
    const { field } = this;
    field.defaultValue = value; // A copy of the page shows it.
    if (field.value === value) return;
    // The reader goes on typing behind what has come in.
    if (this.focused && field.value && value.endsWith(field.value)) field.setRangeText(value.slice(0, -field.value.length), 0, 0, "preserve");
    else field.value = value;
  }

  /** Whether what stands in the field is the reader's, and not yet kept. @param {boolean} _same  Whether the plan is as it was. */
  isTyped(_same) {
    return this.focused && this.field.value !== this.seen;
  }

  get focused() {
    return this.field === document.activeElement;
  }

  /** What stands in the field, if it is more than space. */
  get value() {
    const { value } = this.field;
    return value.trim() ? value : "";
  }

  /** Keep what is typed, behind what has come in since the reader began. What is refused stays where it was typed. */
  save() {
    clearTimeout(timer);
    typed = undefined;
    const { field, seen } = this;
    if (field.value === seen) return;
    const value = this.value === this.held ? this.held : this.joined(seen);
    refused.add(this);
    if (!this.keep(value, this.stay)) return;
    refused.delete(this);
    this.seen = this.value;
    this.show(this.held);
  }

  /** @param {string} seen */
  joined(seen) {
    if (this.held === seen) return this.value;
    return joinTexts(seen, this.held, this.value, this.field instanceof HTMLTextAreaElement ? "lines" : "line");
  }

  /** The reader is done here for now. */
  leave() {
    this.save();
    this.stay = {};
    this.show(this.held);
  }
}
