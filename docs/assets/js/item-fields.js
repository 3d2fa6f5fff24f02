/** The controls that scripts add to one item: not applicable, and what folds out. */
import { longDate } from "./shown.js";
import { copy, part, words } from "./words.js";

/** @typedef {import("./store.js").Store} Store */

/** A ticked item, or one that does not apply, on a checklist. */
export class ItemFields {
  /** @param {HTMLElement} entry @param {Store} store @param {(text: string) => void} say */
  constructor(entry, store, say) {
    this.store = store;
    this.say = say;
    this.box = part(entry, "input[type=checkbox]");
    this.id = this.box.id;
    this.hash = entry.dataset["hash"] ?? "";
    this.text = part(entry, ".item__text").textContent ?? "";
    this.fields = copy("punkt-felt");
    part(this.fields, "[data-code]").textContent = part(entry, ".item__code").textContent;
    entry.append(this.fields);
    this.na = this.field("na");
    this.na.setAttribute("aria-label", `${this.na.parentElement?.textContent?.trim()}: ${this.text}`);
    this.box.addEventListener("change", () => this.setState(this.box.checked ? "done" : ""));
    this.na.addEventListener("change", () => this.setState(this.na.checked ? "na" : ""));
    for (const name of ["owner", "due", "note"]) {
      this.field(name).addEventListener("change", () => this.store.change("items", this.id, { [name]: this.field(name).value }));
    }
  }

  /** @param {string} name @returns {HTMLInputElement} */
  field(name) {
    return part(this.fields, `[data-field=${name}]`);
  }

  /** @param {"done" | "na" | ""} state */
  setState(state) {
    this.store.change("items", this.id, { state: state || undefined, hash: state ? this.hash : undefined });
    this.say(words(`said.${state || "open"}`, { text: this.text }));
  }

  /** Show what the plan holds. */
  show() {
    const entry = this.store.plan.items[this.id] ?? {};
    this.box.checked = entry.state === "done";
    this.na.checked = entry.state === "na";
    for (const name of /** @type {const} */ (["owner", "due", "note"])) {
      const field = this.field(name);
      if (field !== document.activeElement) field.value = entry[name] ?? "";
    }
    part(this.fields, "[data-changed]").hidden = !(entry.hash && this.hash && entry.hash !== this.hash);
    part(this.fields, "[data-summary]").textContent = [entry.owner, entry.due && longDate(entry.due), entry.note && words("has-note")]
      .filter(Boolean).join(" · ");
  }
}

/** An answer with its reason, on a decision. */
export class QuestionFields {
  /** @param {HTMLElement} entry @param {Store} store @param {(text: string) => void} say */
  constructor(entry, store, say) {
    this.store = store;
    const group = part(entry, "fieldset");
    this.id = group.id;
    this.hash = entry.dataset["hash"] ?? "";
    /** @type {HTMLInputElement[]} */
    this.radios = [...group.querySelectorAll("input")];
    this.fields = copy("sporsmal-felt");
    part(this.fields, "[data-code]").textContent = part(entry, ".item__code").textContent;
    entry.append(this.fields);
    this.reason = part(this.fields, "[data-field=reason]");
    this.wipe = part(this.fields, "[data-action=wipe]");
    for (const radio of this.radios) {
      radio.addEventListener("change", () => {
        this.store.change("answers", this.id, { answer: radio.value, hash: this.hash });
        say(words("said.answer", { answer: radio.parentElement?.textContent?.trim() ?? "" }));
      });
    }
    this.reason.addEventListener("change", () => this.store.change("answers", this.id, { reason: this.reason.value }));
    this.wipe.addEventListener("click", () => {
      this.store.change("answers", this.id, { answer: undefined, hash: undefined });
      this.radios[0]?.focus();
      say(words("said.no-answer"));
    });
  }

  /** Show what the plan holds. */
  show() {
    const entry = this.store.plan.answers[this.id] ?? {};
    for (const radio of this.radios) radio.checked = radio.value === entry.answer;
    if (this.reason !== document.activeElement) this.reason.value = entry.reason ?? "";
    this.wipe.hidden = !entry.answer;
    part(this.fields, "[data-changed]").hidden = !(entry.hash && this.hash && entry.hash !== this.hash);
    part(this.fields, "[data-summary]").textContent = entry.reason ? words("has-reason") : "";
  }
}
