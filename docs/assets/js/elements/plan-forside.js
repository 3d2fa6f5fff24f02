/** The front page and the page of a phase, once something is entered: how far one has come, what is late, what is next. */
import { browserStorage } from "../page/browser.js";
import { Keys } from "../store/keys.js";
import { base } from "../views/words.js";
import { late, toldOf } from "../page/late.js";

class PlanForside extends HTMLElement {
  /** Nothing more is loaded for those who have stored nothing. */
  async connectedCallback() {
    if (!new Keys(browserStorage(), base).get("current")) return;
    await late(() => import("./standing.js"), "showStanding").then((showStanding) => showStanding(this), toldOf); // The page is whole without.
    this.dataset["shown"] = "";
  }
}

customElements.define("plan-forside", PlanForside);
customElements.define("plan-fase", class extends PlanForside {});
