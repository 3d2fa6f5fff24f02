/** «Åpne flere filer»: a row for each kommune, for an adviser who follows several. */
import { site } from "./site.js";
import { nameOf, urgency } from "./overview-rows.js";
import { PlanElement } from "./plan-element.js";
import { text } from "./plan-files.js";
import { settle } from "./plan/catalog.js";
import { overview } from "./plan/overview.js";
import { progress } from "./plan/plan.js";
import { readPlan } from "./plan/read.js";
import { longDate } from "./shown.js";
import { openStore } from "./store.js";
import { copy, part, words } from "./words.js";

/** @typedef {import("./plan/types.js").Plan} Plan */
/** @typedef {{plan: Plan, file: string}} Opened  `file` is empty for what is kept in the browser. */

class PlanFlere extends PlanElement {
  store = openStore();
  /** @type {Opened[]} */
  opened = [];
  /** @type {import("./site.js").Site} */
  site = { site: "", phases: [], checklists: [] };

  async connectedCallback() {
    if (this.childElementCount) return;
    this.append(copy("flere-mal"));
    const input = part(this, "input[type=file]");
    this.on("open", () => input.click());
    input.addEventListener("change", () => this.open([...input.files]));
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
    for (const file of files) {
      const read = readPlan(await text(file));
      if (read.ok) this.opened = [...this.opened.filter((one) => one.file !== file.name || one.plan.id !== read.plan.id), { plan: read.plan, file: file.name }];
      else problems.push(words(`read.${read.error.key}`, { ...read.error.values, file: file.name }));
    }
    part(this, "input[type=file]").value = "";
    part(this, "[data-action=open]").focus();
    this.complain(problems.join(" "));
    this.say(words("several.opened", { count: this.opened.length }));
    this.show();
  }

  /** Keep the opened plans in this browser. One that is there already in another version is kept beside it. */
  keep() {
    const stored = this.store.plans();
    for (const { plan } of this.opened) {
      const same = stored.find((one) => one.id === plan.id);
      if (same && JSON.stringify(same) === JSON.stringify(plan)) continue;
      this.store.shelve(same ? { ...plan, id: crypto.randomUUID(), name: words("overview.copy", { name: nameOf(plan) }) } : plan);
    }
    this.opened = [];
    this.tellProblem(this.store);
    this.say(words("several.kept"));
    this.show();
    part(this, "[data-action=open]").focus();
  }

  /** Show a row for each plan, kept or only opened. */
  show() {
    const kept = this.store.plans().map((plan) => ({ plan, file: "" }));
    const rows = [...this.opened, ...kept].map((one) => this.row(one));
    part(this, "tbody").replaceChildren(...rows);
    part(this, "[data-with=rows]").hidden = rows.length === 0;
    part(this, "[data-action=keep]").hidden = this.opened.length === 0;
  }

  /** @param {Opened} one */
  row({ plan: stored, file }) {
    const { plan } = settle(stored, { checklists: this.site.checklists });
    const [deadline] = overview(plan, this.site.checklists).deadlines;
    const phase = this.phaseOf(plan);
    const counted = this.site.checklists.filter((list) => list.kind === "checklist").map((list) => progress(plan, list));
    const sum = (/** @type {"done" | "total"} */ key) => counted.reduce((total, one) => total + one[key], 0);
    const row = copy("flere-rad");
    const cells = {
      name: nameOf(plan),
      phase: phase ? phase.title : words("several.not-begun"),
      done: words("progress.plain", { done: sum("done"), total: sum("total") }),
      deadline: deadline ? urgency(deadline.entry.due ?? "") : words("several.no-deadline"),
      period: plan.period || words("value.empty"),
      changed: longDate(plan.changed.slice(0, 10)),
      file: file || words("several.in-browser"),
    };
    for (const [name, value] of Object.entries(cells)) part(row, `[data-cell=${name}]`).textContent = value;
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
