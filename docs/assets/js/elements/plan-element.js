/** What the elements that show a plan have in common: buttons, messages, and files that come in. */
import { problemText } from "../views/problem-text.js";
import { whereItIs } from "../views/shown.js";
import { openStore } from "../page/open-store.js";
import { saveCopy } from "./save-copy.js";
import { late, toldOf } from "../page/late.js";
import { part, words } from "../views/words.js";

export class PlanElement extends HTMLElement {
  /** What is wrong for as long as it lasts. */
  told = "";

  store = openStore();

  /** @param {string} action @param {() => unknown} does */
  on(action, does) {
    part(this, `[data-action=${action}]`).addEventListener("click", () => this.attempt(does));
  }

  /** Do what needs a script that may not come, and tell if it does not. @param {() => unknown} does */
  async attempt(does) {
    try {
      await does();
    } catch (error) {
      this.complain(toldOf(error));
    }
  }

  /** Let the «Åpne fil» button open what the reader chooses. */
  takeFiles() {
    const input = part(this, "input[type=file]");
    this.on("open", () => input.click());
    input.addEventListener("change", () => {
      const files = [...input.files];
      input.value = "";
      this.complain("");
      if (files.length) this.attempt(() => this.open(files));
    });
  }

  /** @param {File[]} files */
  async open([file]) {
    const { store } = this;
    const before = store.plan;
    const openFile = await late(() => import("./plan-files.js"), "openFile");
    const problem = await openFile(/** @type {File} */ (file), store);
    part(this, "[data-action=open]:not([hidden]), [data-action=save]").focus();
    this.complain(problem);
    if (store.plan !== before) this.tell(words("said.opened"));
  }

  /** Let «Lagre kopi» save the plan that is shown. */
  saves() {
    this.on("save", async () => {
      const { plan } = this.store;
      const how = await saveCopy(plan);
      if (!how) return;
      this.store.saved(plan);
      this.tell(words(`said.${how}`));
      part(this, "[data-action=save]").focus();
    });
  }

  /** Let «Angre» take changes back, and keep focus when there are no more. @param {string} next  Where it goes then. */
  undoes(next) {
    const { store } = this;
    for (const button of this.querySelectorAll("[data-action=undo]")) {
      button.addEventListener("click", () => {
        this.tell(words(store.undo() ? "said.undone" : "said.not-undone"));
        if (!store.steps.length) part(this, next).focus();
      });
    }
  }

  /** Show where the work is kept, whether a change can be taken back, and what is wrong with keeping it until it is
   * right again. */
  showKept() {
    const { store, told } = this;
    for (const button of this.querySelectorAll("[data-action=undo]")) button.toggleAttribute("hidden", store.steps.length === 0);
    part(this, "[data-where]").textContent = whereItIs(store);
    this.told = store.told.map((one) => problemText(one, store.catalog)).join("\n");
    if (told || this.told) this.complain("");
  }

  /** Say a result once, to those who cannot see it. @param {string} text @param {boolean} [shown] */
  say(text, shown = false) {
    const band = part(this, ".band");
    part(band, "[role=status]").textContent = text;
    band.toggleAttribute("data-shown", shown);
    part(band, "[data-seen]").hidden = !shown;
  }

  /** The same, shown to all until they have seen it. @param {string} text */
  tell(text) {
    this.say(text, true);
    part(this, "[data-action=seen]").onclick = () => {
      this.say("");
      this.tabIndex = -1;
      this.focus({ preventScroll: true });
    };
  }

  /** @param {string} wrong  What went wrong, empty to leave only what lasts. */
  complain(wrong) {
    const place = part(this, "[role=alert]");
    const text = wrong || this.told;
    // What stands there already is not said aloud again.
    if (place.textContent !== text) place.textContent = text;
    place.hidden = !text;
  }
}
