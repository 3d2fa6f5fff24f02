/** «Åpne flere filer»: a row for each kommune, for an adviser who follows several. */
import { site } from "../views/site.js";
import { dueText } from "../views/overview-rows.js";
import { PlanElement } from "./plan-element.js";
import { late } from "../page/late.js";
import { newId } from "../page/browser.js";
import { copyNameOf, nameOf, namesOf } from "../views/plan-names.js";
import { settle } from "../plan/catalog.js";
import { overview } from "../plan/overview.js";
import { progress } from "../plan/plan.js";
import { writePlan } from "../formats/json.js";
import { showProblems } from "./problems.js";
import { shortened } from "../views/briefly.js";
import { longDay } from "../views/shown.js";
import { openStore } from "../page/open-store.js";
import { copy, part, words } from "../views/words.js";

/** @import { Plan } from "../plan/types.js" */
/** @typedef {import("./plan-files.js").Incoming} Incoming  `from` is empty for what is kept in the browser. */

class PlanFlere extends PlanElement {
  store = openStore();
  /** @type {Incoming[]} */
  opened = [];
  /** @type {import("../views/site.js").Site} */
  site = { site: "", phases: [], checklists: [] };

  async connectedCallback() {
    if (!this.begins("flere-mal")) return;
    const input = part(this, "input[type=file]");
    this.on("open", () => input.click());
    input.addEventListener("change", () => this.attempt(() => this.open([...input.files])));
    this.on("keep", () => this.keep());
    this.store.addEventListener("change", () => this.show());
    try {
      this.site = await site();
    } catch {
      return this.complain(words("overview.no-lists"));
    }
    this.show();
  }

  /** Read each file; a bad one is named, and the rest stay. @param {File[]} files */
  async open(files) {
    const problems = [];
    const planIn = await late(() => import("./plan-files.js"), "planIn");
    for (const file of files) {
      const found = await planIn(file);
      if ("problem" in found) problems.push(found.problem);
      else this.opened = [...this.opened.filter((one) => one.from !== found.from || one.plan.id !== found.plan.id), found];
      if ("notes" in found) problems.push(...found.notes.map((note) => words("several.note", { file: file.name, note })));
    }
    part(this, "input[type=file]").value = "";
    part(this, "[data-action=open]").focus();
    showProblems(this, problems);
    this.tell(words("several.opened", { count: this.opened.length }));
    this.show();
  }

  /** Keep the opened plans in this browser, as far as there is room. */
  keep() {
    this.opened = this.opened.filter(({ plan }) => !this.keepOne(plan));
    const names = this.opened.map(({ plan, from }) => words("several.from", { name: nameOf(plan), file: from }));
    this.complain(names.length ? words("several.not-kept", { names: names.join(", ") }) : "");
    this.tell(names.length ? "" : words("several.kept"));
    this.show();
    part(this, "[data-action=open]").focus();
  }

  /** One that is there already in another version is kept beside it. @param {Plan} plan @returns {boolean} whether it is kept. */
  keepOne(plan) {
    const stored = this.store.plans();
    const same = stored.find((one) => one.id === plan.id);
    if (!this.store.holds(plan.id)) return this.store.keep(plan);
    if (same && writePlan(same) === writePlan(plan)) return true;
    return this.store.keep({ ...plan, id: newId(), name: copyNameOf(plan, stored) });
  }

  /** Show a row for each plan, kept or only opened. */
  show() {
    const kept = this.store.plans().map((plan) => ({ plan, from: "", notes: [] }));
    const all = [...this.opened, ...kept];
    const names = namesOf(all.map(({ plan }) => plan));
    part(this, "tbody").replaceChildren(...all.map((one, place) => this.row(one, names[place] ?? "")));
    part(this, "[data-with=rows]").hidden = all.length === 0;
    part(this, "[data-action=keep]").hidden = this.opened.length === 0;
  }

  /** @param {Incoming} one @param {string} name */
  row({ plan: stored, from, undated }, name) {
    const { plan } = settle(stored, { checklists: this.site.checklists });
    const [deadline] = overview(plan, this.site.checklists).deadlines;
    const phase = this.phaseOf(plan);
    const counted = this.site.checklists.filter((list) => list.kind === "checklist").map((list) => progress(plan, list));
    const sum = (/** @type {"done" | "total"} */ key) => counted.reduce((total, one) => total + one[key], 0);
    const row = copy("flere-rad");
    const cells = {
      kommuner: shortened(plan.kommuner) || words("preview.no-name"),
      phase: phase ? phase.title : words("several.not-begun"),
      done: words("progress.plain", { done: sum("done"), total: sum("total") }),
      deadline: deadline ? dueText(deadline.entry.due ?? "") : words("several.no-deadline"),
      period: plan.period || words("value.empty"),
      changed: undated ? words("several.undated") : longDay(plan.changed),
      name: from ? name : "",
      file: from || words("several.in-browser"),
    };
    for (const [key, value] of Object.entries(cells)) part(row, `[data-cell=${key}]`).textContent = value;
    const link = part(row, "[data-open]");
    if (from) link.remove();
    else link.textContent = name;
    link.addEventListener("click", () => this.store.use(stored));
    return row;
  }

  /** The last phase that something is entered in. @param {Plan} plan */
  phaseOf(plan) {
    const begun = this.site.checklists.filter((list) => list.items.some(({ id }) => plan.items[id] || plan.answers[id]));
    const last = begun.at(-1);
    return last && this.site.phases.find(({ id }) => id === last.phase);
  }
}

customElements.define("plan-flere", PlanFlere);
