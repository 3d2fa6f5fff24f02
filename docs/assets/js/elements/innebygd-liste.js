/**
 * One list inside another site's page. Nothing is stored here, where the browser may block or
 * part the storage: the link below the list carries what is ticked, in its fragment.
 */
import { newId, now } from "../page/browser.js";
import { pack } from "../formats/link/link.js";
import { emptyPlan, setAnswer, setEntry } from "../plan/plan.js";

/** @import { Plan } from "../plan/types.js" */

class InnebygdListe extends HTMLElement {
  plan = emptyPlan({ id: newId(), now: now() });

  connectedCallback() {
    /** @type {HTMLAnchorElement} */
    this.link = this.querySelector("[data-take]") ?? document.createElement("a");
    this.page = this.link.href;
    // Where scripts cannot run, the page promises nothing.
    for (const one of this.querySelectorAll("[data-begun], [data-not-begun]")) one.toggleAttribute("hidden");
    this.addEventListener("change", () => this.take());
    this.link.addEventListener("click", () => this.showWayOut());
    this.take();
  }

  /** Let the link carry what is ticked now; with nothing ticked it leads to the list itself. */
  async take() {
    const plan = [...this.querySelectorAll("input")].filter((box) => box.checked).reduce(withTick, this.plan);
    const fragment = plan === this.plan ? "" : await pack(plan, this.catalog(), { notes: false });
    const target = new URL(this.dataset["target"] ?? "", document.baseURI).href;
    if (this.link) this.link.href = fragment ? `${target}#${fragment}` : this.page ?? target;
    const field = this.querySelector("[data-way-out] input");
    if (this.link && field instanceof HTMLInputElement) field.value = this.link.href;
  }

  /** A frame that may open no window does not say so: the reader gets the link to copy. */
  showWayOut() {
    this.querySelector("[data-way-out]")?.removeAttribute("hidden");
  }

  /** @returns {import("../plan/types.js").Catalog} */
  catalog() {
    const kind = this.dataset["kind"] === "decision" ? "decision" : "checklist";
    /** @type {NodeListOf<HTMLElement>} */
    const entries = this.querySelectorAll("li.item");
    const items = [...entries].map((entry) => ({ id: idOf(entry), code: entry.dataset["code"] ?? "", text: "", hash: hashOf(entry) }));
    return { checklists: [{ id: "", code: "", phase: "", kind, title: "", items }] };
  }
}

/** @param {Plan} plan @param {HTMLInputElement} box */
function withTick(plan, box) {
  const entry = /** @type {HTMLElement} */ (box.closest("li.item"));
  if (box.type === "radio") return setAnswer(plan, box.name, { answer: box.value, hash: hashOf(entry) }, now());
  return setEntry(plan, box.id, { state: "done", hash: hashOf(entry) }, now());
}

/** @param {HTMLElement} entry */
const hashOf = (entry) => entry.dataset["hash"] ?? "";

/** @param {HTMLElement} entry */
const idOf = (entry) => entry.querySelector("fieldset, input")?.id ?? "";

customElements.define("innebygd-liste", InnebygdListe);
