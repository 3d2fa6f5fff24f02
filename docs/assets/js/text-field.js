/** A field that follows the plan, and never lets what is typed and what comes in wipe each other out. */

/** @type {object | undefined} The stay in a field that is being kept just now: all of it is undone as one. */
export let stay;
/** @type {TextField | undefined} The field that something is typed in. */
let typed;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** Keep what is being typed, without leaving the field. */
export function keepTyped() {
  typed?.save();
}

export class TextField {
  /** What the plan held when the reader last saw it. */
  seen = "";
  /** What it holds now. */
  held = "";

  /** @param {any} field  An input or a textarea. @param {(value: string) => void} keep */
  constructor(field, keep) {
    /** @type {HTMLInputElement} */
    this.field = field;
    this.keep = keep;
    this.stay = {};
    field.addEventListener("input", () => {
      typed = this;
      clearTimeout(timer);
      timer = setTimeout(keepTyped, 1000);
    });
    field.addEventListener("blur", () => this.leave());
  }

  /** Show what the plan holds, unless the reader is typing something else. @param {string} value */
  show(value) {
    const same = value === this.held;
    this.held = value;
    if (this.isTyped(same)) return;
    this.seen = value;
    if (this.field.value !== value) this.field.value = value;
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

  /** Keep what is typed, behind what has come in since the reader began. */
  save() {
    clearTimeout(timer);
    typed = undefined;
    if (this.field.value === this.seen) return;
    if (![this.seen, this.value].includes(this.held)) this.takeIn(this.held);
    const { value } = this;
    const before = this.held;
    this.seen = value;
    stay = this.stay;
    this.keep(value);
    stay = undefined;
    // What was refused is still being typed.
    if (this.held !== value) this.seen = before;
  }

  /** @param {string} came */
  takeIn(came) {
    const between = this.field instanceof HTMLTextAreaElement ? "\n" : "; ";
    this.field.setRangeText(came + (this.value && between), 0, 0, "preserve");
  }

  /** The reader is done here for now. */
  leave() {
    this.save();
    this.stay = {};
    this.show(this.held);
  }
}
