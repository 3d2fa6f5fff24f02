/** What the elements that show a plan have in common: buttons, messages, and files that come in. */
import { problemText } from "../views/problem-text.js";
import { saveCopy } from "./save-copy.js";
import { late, toldOf } from "../page/late.js";
import { copy, part, words } from "../views/words.js";

export class PlanElement extends HTMLElement {
  /** What is wrong for as long as it lasts. */
  told = "";

  begun = false;

  /** Put the element's content in place of what says that it has not begun, or what a saved page shows.
   * @param {string} template @returns {boolean}  Whether it does so now. */
  begins(template) {
    const content = copy(template);
    if (this.begun) return false;
    this.replaceChildren(content);
    return (this.begun = true);
  }

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

  /** Let the «Åpne fil» button open files. @param {import("../store/store.js").Store} store */
  takeFiles(store) {
    const input = /** @type {HTMLInputElement} */ (part(this, "input[type=file]"));
    this.on("open", () => input.click());
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      input.value = "";
      this.complain("");
      if (file) this.attempt(() => this.openFile(file, store));
    });
  }

  /** @param {File} file @param {import("../store/store.js").Store} store */
  async openFile(file, store) {
    const before = store.plan;
    const openFile = await late(() => import("./plan-files.js"), "openFile");
    const problem = await openFile(file, store);
    part(this, "[data-action=open]:not([hidden]), [data-action=save]").focus();
    this.complain(problem);
    if (store.plan !== before) this.tell(words("said.opened"));
  }

  /** Let «Lagre kopi» save the plan that is shown. @param {import("../store/store.js").Store} store */
  saves(store) {
    this.on("save", async () => {
      const { plan } = store;
      const how = await saveCopy(plan);
      if (!how) return;
      store.saved(plan);
      this.tell(words(`said.${how}`));
      part(this, "[data-action=save]").focus();
    });
  }

  /** Let «Angre» take changes back, and keep focus when there are no more.
   * @param {import("../store/store.js").Store} store @param {string} next  Where focus goes then. */
  undoes(store, next) {
    for (const button of this.querySelectorAll("[data-action=undo]")) {
      button.addEventListener("click", () => {
        this.tell(words(store.undo() ? "said.undone" : "said.not-undone"));
        if (!store.steps.length) part(this, next).focus();
      });
    }
  }

  /** @param {import("../store/store.js").Store} store */
  showUndo({ steps }) {
    for (const button of this.querySelectorAll("[data-action=undo]")) button.toggleAttribute("hidden", steps.length === 0);
  }

  /** Fill a list, and show what stands there when there is nothing. Focus stays on what is still there.
   * @param {string} name @param {HTMLElement[]} rows */
  fillList(name, rows) {
    const place = this.querySelector(`[data-list=${name}]`);
    const { activeElement: focused } = document;
    const link = focused instanceof HTMLAnchorElement && place?.contains(focused) && focused.href;
    if (rows.some((row, number) => !row.isEqualNode(place?.children[number] ?? null)) || rows.length !== place?.childElementCount) place?.replaceChildren(...rows);
    if (link) [...(place?.querySelectorAll("a") ?? [])].find(({ href }) => href === link)?.focus();
    for (const one of this.querySelectorAll(`[data-without=${name}]`)) one.toggleAttribute("hidden", rows.length > 0);
    for (const one of this.querySelectorAll(`[data-with=${name}]`)) one.toggleAttribute("hidden", rows.length === 0);
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

  /** Tell what is wrong with keeping the work, and take it back once it is right again.
   * @param {import("../store/store.js").Store} store */
  tellProblem(store) {
    const { told } = this;
    this.told = store.told.map((one) => problemText(one, store.catalog)).join("\n");
    if (told || this.told) this.complain("");
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
