/** One row of a table at a time, for those who look at it together: buttons, or the arrow keys outside of fields. */
import { part, words } from "../views/words.js";

export class OneRow {
  place = 0;

  /** @param {HTMLElement} home  With the buttons and the table. */
  constructor(home) {
    this.home = home;
    this.button = part(home, "[data-action=one]");
    this.button.addEventListener("click", () => this.turn(!this.on));
    part(home, "[data-action=before]").addEventListener("click", () => this.go(-1));
    part(home, "[data-action=after]").addEventListener("click", () => this.go(1));
    home.addEventListener("keydown", ({ key, target }) => {
      if (!this.on || (target instanceof Element && target.matches("select, textarea, input"))) return;
      if (key === "ArrowRight" || key === "ArrowLeft") this.go(key === "ArrowRight" ? 1 : -1);
    });
  }

  get on() {
    return this.button.ariaPressed === "true";
  }

  get rows() {
    return /** @type {HTMLElement[]} */ ([...this.home.querySelectorAll("tbody tr[id]")]);
  }

  /** @param {boolean} on */
  turn(on) {
    this.button.ariaPressed = String(on);
    part(this.home, "[data-with=one]").hidden = !on;
    this.go(0);
  }

  /** @param {number} by  Rows to move on. */
  go(by) {
    const { rows } = this;
    this.place = Math.min(Math.max(this.place + by, 0), rows.length - 1);
    rows.forEach((row, place) => (row.hidden = this.on && place !== this.place));
    for (const head of this.home.querySelectorAll("tbody tr:not([id])")) head.toggleAttribute("hidden", this.on);
    if (this.on) part(this.home, "[data-place]").textContent = words("joint.place-of", { number: this.place + 1, total: rows.length });
  }
}
