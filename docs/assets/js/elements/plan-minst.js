/** «Minst dette», once something is entered: which of the entries are done or do not apply. */
import { browserStorage } from "../page/browser.js";
import { Keys } from "../store/keys.js";
import { base } from "../views/words.js";

class PlanMinst extends HTMLElement {
  /** Nothing more is loaded for those who have stored nothing. */
  async connectedCallback() {
    if (!new Keys(browserStorage(), base).get("current")) return;
    const { showStates } = await import("./item-states.js");
    showStates(this);
  }
}

customElements.define("plan-minst", PlanMinst);
