/** What the elements that show a plan have in common: buttons, messages, and files that come in. */
import { part, words } from "./words.js";

export class PlanElement extends HTMLElement {
  /** What is wrong for as long as it lasts. */
  told = "";

  /** @param {string} action @param {() => void} does */
  on(action, does) {
    part(this, `[data-action=${action}]`).addEventListener("click", does);
  }

  /** Let the «Åpne fil» button open files. @param {import("./store.js").Store} store */
  takeFiles(store) {
    const input = /** @type {HTMLInputElement} */ (part(this, "input[type=file]"));
    this.on("open", () => input.click());
    input.addEventListener("change", async () => {
      const [file] = input.files ?? [];
      input.value = "";
      this.complain("");
      const before = store.plan;
      const problem = file ? await (await import("./plan-files.js")).openFile(file, store) : "";
      part(this, "[data-action=open]").focus();
      this.complain(problem);
      if (store.plan !== before) this.say(words("said.opened"));
    });
  }

  /** Say a result once, to those who cannot see it. @param {string} text */
  say(text) {
    part(this, "[role=status]").textContent = text;
  }

  /** Tell what is wrong with keeping the work, and take it back once it is right again.
   * @param {import("./store.js").Store} store */
  tellProblem({ problem, field }) {
    const { told } = this;
    this.told = problem && words(`problem.${problem}`, { field });
    if (told || problem) this.complain("");
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
