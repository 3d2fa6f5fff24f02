/** A field that follows the plan, and never lets what is typed and what comes in wipe each other out. */

export class TextField {
  /** @param {HTMLInputElement | HTMLTextAreaElement} field @param {(value: string) => void} save */
  constructor(field, save) {
    this.field = field;
    /** What the plan held when the reader last saw it, and what it holds now. */
    this.seen = this.held = "";
    field.addEventListener("change", () => save(this.both(field.value.trim() ? field.value : "")));
  }

  /** Show what the plan holds, unless the reader is typing something else. @param {string} value */
  show(value) {
    this.held = value;
    const typing = this.field === document.activeElement && this.field.value !== this.seen;
    if (!typing) this.field.value = this.seen = value;
  }

  /** What is typed, behind what has come in since the reader began. @param {string} typed */
  both(typed) {
    const came = this.held !== this.seen && this.field.type !== "date" ? this.held : "";
    this.seen = typed;
    return [came, typed].filter(Boolean).join(this.field instanceof HTMLTextAreaElement ? "\n" : "; ");
  }
}
