/** The front page, once something is entered: how far each phase has come, and what is next. */
import { browserStorage } from "../page/browser.js";
import { Keys } from "../store/keys.js";
import { base } from "../views/words.js";
import { late, toldOf } from "../page/late.js";

class PlanForside extends HTMLElement {
  /** Nothing more is loaded for those who have stored nothing. */
  async connectedCallback() {
    if (!new Keys(browserStorage(), base).get("current")) return;
    await late(() => import("./standing.js"), "showStanding").then((showStanding) => showStanding(this), toldOf); // The page is whole without.
  }
}

customElements.define("plan-forside", PlanForside);
