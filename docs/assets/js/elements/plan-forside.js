/** The front page, once something is entered: how far each phase has come, and what is next. */
import { browserStorage } from "../page/browser.js";
import { Keys } from "../store/keys.js";
import { base } from "../views/words.js";

class PlanForside extends HTMLElement {
  /** Nothing more is loaded for those who have stored nothing. */
  async connectedCallback() {
    if (!new Keys(browserStorage(), base).get("current")) return;
    const { showStanding } = await import("./standing.js");
    showStanding(this);
  }
}

customElements.define("plan-forside", PlanForside);
