/** The front page, the page of a phase and «Minst dette», once something is entered: how far one has come, what is late, what is next. */
import { browserStorage } from "../page/browser.js";
import { Keys } from "../store/keys.js";
import { base } from "../views/words.js";
import { late, toldOf } from "../page/late.js";

class PlanForside extends HTMLElement {
  /** @type {"showStanding" | "showStates"} */
  shows = "showStanding";

  /** Nothing more is loaded for those who have stored nothing. */
  async connectedCallback() {
    if (!new Keys(browserStorage(), base).get("current")) return;
    await late(() => import("./standing.js"), this.shows).then((show) => show(this), toldOf); // The page is whole without.
    this.dataset["shown"] = "";
  }
}

customElements.define("plan-forside", PlanForside);
customElements.define("plan-fase", class extends PlanForside {});
customElements.define("plan-minst", class extends PlanForside {
  /** @override */
  shows = /** @type {const} */ ("showStates");
});
