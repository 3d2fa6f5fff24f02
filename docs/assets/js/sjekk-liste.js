/** The custom element around every checklist: it remembers what the reader enters. */
import { ItemFields, QuestionFields } from "./item-fields.js";
import { PlanElement } from "./plan-element.js";
import { saveCopy } from "./plan-files.js";
import { whereItIs } from "./shown.js";
import { browserStorage, Store } from "./store.js";
import { base, copy, part, words } from "./words.js";

const store = new Store(browserStorage(), base);
addEventListener("storage", (event) => store.heard(event));

class SjekkListe extends PlanElement {
  /** @type {HTMLElement | undefined} */
  tools;

  connectedCallback() {
    if (this.tools) return;
    const section = part(this, "section");
    const decision = section.dataset.checklist === "decision";
    this.tools = copy("liste-verktoy");
    part(section, ".checklist__facts").after(this.tools);
    part(section, ".checklist__unsaved").hidden = true;
    /** @type {Array<ItemFields | QuestionFields>} */
    this.entries = [...section.querySelectorAll("li.item")].map((entry) =>
      decision ? new QuestionFields(entry, store, (text) => this.say(text)) : new ItemFields(entry, store, (text) => this.say(text)),
    );
    this.decision = decision;
    this.on("undo", () => this.undo());
    this.on("save", () => this.save());
    this.takeFiles(store);
    store.addEventListener("change", () => this.show());
    this.show();
  }

  undo() {
    store.undo();
    this.say(words("said.undone"));
    const button = part(this, "[data-action=undo]");
    if (button.hidden) part(this, "[data-action=save]").focus();
  }

  async save() {
    if (await saveCopy(store.plan)) {
      store.saved();
      this.say(words("said.saved"));
    }
  }

  /** Show what the plan holds. */
  show() {
    for (const entry of this.entries ?? []) entry.show();
    const { done, na, total } = this.count();
    part(this, "[data-progress]").textContent = words(this.decision ? "progress.decision" : na ? "progress.with-na" : "progress.plain", { done, na, total });
    const bar = part(this, "progress");
    bar.max = Math.max(total, 1);
    bar.value = done;
    part(this, "[data-action=undo]").hidden = store.undoing.length === 0;
    part(this, "[data-where]").textContent = whereItIs(store);
    this.tellProblem(store);
  }

  /** How far the reader has come on this list. */
  count() {
    const ids = (this.entries ?? []).map((entry) => entry.id);
    const { items, answers } = store.plan;
    if (this.decision) return { done: ids.filter((id) => answers[id]?.answer).length, na: 0, total: ids.length };
    const na = ids.filter((id) => items[id]?.state === "na").length;
    return { done: ids.filter((id) => items[id]?.state === "done").length, na, total: ids.length - na };
  }
}

customElements.define("sjekk-liste", SjekkListe);
