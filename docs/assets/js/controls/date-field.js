/** A date that is kept only when it is whole: while it is typed, the browser gives none or another. */
import { TextField } from "./text-field.js";

export class DateField extends TextField {
  /** @param {HTMLInputElement} field @param {(value: string, stay?: object) => boolean} keep @param {HTMLElement} message  Says that it is not kept. */
  constructor(field, keep, message) {
    super(field, keep);
    this.message = message;
  }

  /** @override @param {string} value */
  show(value) {
    super.show(value);
    if (!this.focused) this.tell();
  }

  /** To set a date that is being typed would take the digits already there. @override @param {boolean} same */
  isTyped(same) {
    return this.focused || (same && !this.field.validity.valid);
  }

  /** @override */
  save() {
    if (!this.field.validity.valid) return;
    super.save();
    this.tell();
  }

  /** What another window has written is replaced, and comes back with undo. @override */
  joined() {
    return this.value;
  }

  /** Say it for as long as what stands in the field is not kept. */
  tell() {
    const { field, message } = this;
    const wrong = !field.validity.valid;
    message.hidden = !wrong;
    field.ariaInvalid = String(wrong);
    if (wrong) field.setAttribute("aria-describedby", message.id);
    else field.removeAttribute("aria-describedby");
  }
}
