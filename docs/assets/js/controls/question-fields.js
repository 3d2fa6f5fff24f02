/** The controls that scripts add to one question of a decision: its reason, and to take the answer back. */
import { check, Entry, KINDS } from "./item-fields.js";
import { TextField } from "./text-field.js";
import { part, words } from "../views/words.js";

export class QuestionFields extends Entry {
  /** @param {HTMLElement} element @param {import("./item-fields.js").Home} home */
  constructor(element, home) {
    super(element, home, "answers", part(element, "fieldset"));
    /** @type {HTMLInputElement[]} */
    this.radios = [...element.querySelectorAll("input")];
    this.reason = part(this.fields, "[data-field=reason]");
    this.wipe = part(this.fields, "[data-action=wipe]");
    for (const radio of this.radios) {
      radio.addEventListener("change", () => {
        const kept = this.change({ answer: radio.value, hash: this.hash });
        if (kept) home.say(words("said.answer", { answer: radio.parentElement?.textContent?.trim() ?? "" }));
      });
    }
    this.written = new TextField(this.reason, (reason, stay) => this.change({ reason }, stay));
    this.wipe.addEventListener("click", () => {
      const kept = this.change({ answer: undefined, hash: undefined });
      this.focus();
      if (kept) home.say(words("said.no-answer"));
    });
  }

  /** Keep an answer from before the script was there. */
  takeEarly() {
    const early = this.radios.find((radio) => radio.checked);
    if (early && !this.entry.answer) this.change({ answer: early.value, hash: this.hash });
  }

  /** @override */
  focus() {
    (this.radios.find((radio) => radio.checked) ?? this.radios[0])?.focus();
  }

  /** Show what the plan holds. */
  show() {
    const { entry } = this;
    for (const radio of this.radios) check(radio, radio.value === entry.answer);
    this.written.show(entry.reason ?? "");
    this.wipe.hidden = !entry.answer;
    part(this.fields, "[data-summary]").textContent = entry.reason ? words("has-reason") : "";
  }
}

KINDS["decision"] = QuestionFields;
