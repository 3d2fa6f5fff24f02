/** «Minst dette», once something is entered: which of the entries are done or do not apply. */
import { browserStorage } from "../page/browser.js";
import { Keys } from "../store/keys.js";
import { base } from "../views/words.js";
import { late, toldOf } from "../page/late.js";

class PlanMinst extends HTMLElement {
  /** Nothing more is loaded for those who have stored nothing. */
  async connectedCallback() {
    if (!new Keys(browserStorage(), base).get("current")) return;
    await late(() => import("./item-states.js"), "showStates").then((showStates) => showStates(this), toldOf); // The page is whole without.
  }
}

customElements.define("plan-minst", PlanMinst);
