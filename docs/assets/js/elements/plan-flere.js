/** «Åpne flere filer»: a row for each kommune, for an adviser who follows several. */
import { dueText } from "../views/overview-rows.js";
import { PlanPage } from "./plan-page.js";
import { offer } from "./save-copy.js";
import { late } from "../page/late.js";
import { newId } from "../page/browser.js";
import { copyNameOf, nameOf, namesOf } from "../views/plan-names.js";
import { overview, sumOf } from "../plan/overview.js";
import { writePlan } from "../formats/json.js";
import { dayOf, longDay, shortened } from "../views/shown.js";
import { copy, part, words } from "../views/words.js";

/** @import { Plan } from "../plan/types.js" */
/** @typedef {import("./plan-files.js").Incoming} Incoming  `from` is empty for what is kept in the browser. */

class PlanFlere extends PlanPage {
  template = "flere-mal";
  /** @type {Incoming[]} */
  opened = [];
  /** @type {{key: string, way: number} | undefined} */
  sort;

  /** @override */
  wire() {
    this.takeFiles();
    this.on("keep", () => this.keep());
    this.on("print", () => print());
    this.on("export", () => this.export());
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-sort]"))) button.addEventListener("click", () => this.sortBy(button));
  }

  /** A bad file is named, and the rest stay. @override @param {File[]} files */
  async open(files) {
    const plansIn = await late(() => import("./plan-files.js"), "plansIn");
    const { found, problems } = await plansIn(files);
    for (const came of found) this.opened = [...this.opened.filter((one) => one.from !== came.from || one.plan.id !== came.plan.id), came];
    part(this, "[data-action=open]").focus();
    this.complainOf(problems);
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

  /** One that is there already in another version is kept beside it. @param {Plan} plan @returns {Plan | undefined} what is kept. */
  keepOne(plan) {
    const { store } = this;
    const same = store.plans().find((one) => one.id === plan.id);
    if (same && writePlan(same) === writePlan(plan)) return same;
    const kept = store.holds(plan.id) ? { ...plan, id: newId(), name: copyNameOf(plan, store.plans()) } : plan;
    return store.keep(kept) ? kept : undefined;
  }

  /** Show a row for each plan, kept or only opened, in the order that the reader has asked for. @override */
  show() {
    const kept = this.store.plans().map((plan) => ({ plan, from: "", notes: [] }));
    const all = [...this.opened, ...kept];
    const names = namesOf(all.map(({ plan }) => plan));
    const rows = all.map((one, place) => this.row(one, names[place] ?? ""));
    const { sort } = this;
    if (sort) rows.sort((one, other) => sort.way * (one.dataset[sort.key] ?? "").localeCompare(other.dataset[sort.key] ?? "", "nb", { numeric: true }));
    part(this, "tbody").replaceChildren(...rows);
    part(this, "[data-with=rows]").hidden = all.length === 0;
    for (const name of ["print", "export"]) part(this, `[data-action=${name}]`).hidden = all.length === 0;
    part(this, "[data-action=keep]").hidden = this.opened.length === 0;
  }

  /** By this column, or the other way round. @param {HTMLElement} button */
  sortBy(button) {
    const key = button.dataset["sort"] ?? "";
    this.sort = { key, way: this.sort?.key === key ? -this.sort.way : 1 };
    for (const one of this.querySelectorAll("[aria-sort]")) one.removeAttribute("aria-sort");
    button.closest("th")?.setAttribute("aria-sort", this.sort.way > 0 ? "ascending" : "descending");
    this.show();
  }

  /** The table as a file that spreadsheets open. */
  export() {
    const lines = [...this.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => safe(cell.innerText)).join(";"));
    offer(`\ufeff${lines.join("\r\n")}\r\n`, `planer-${dayOf(new Date())}.csv`, "text/csv");
  }

  /** @param {Incoming} one @param {string} name */
  row({ plan: stored, from, undated }, name) {
    const { plan, lists, deadlines: [deadline] } = overview(stored, this.site);
    const row = copy("flere-rad");
    for (const cell of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-phase]"))) cell.textContent = counted(plan, lists.filter(({ phase }) => phase === cell.dataset["phase"])).text;
    const all = counted(plan, lists);
    const cells = {
      kommuner: shortened(plan.kommuner) || words("preview.no-name"),
      done: all.text,
      deadline: deadline ? dueText(deadline.entry.due ?? "") : words("several.no-deadline"),
      period: plan.period || words("value.empty"),
      changed: undated ? words("several.undated") : longDay(plan.changed),
      file: from || words("several.in-browser"),
    };
    for (const [key, value] of Object.entries(cells)) part(row, `[data-cell=${key}]`).textContent = value;
    Object.assign(row.dataset, { kommuner: cells.kommuner, done: String(all.done), deadline: deadline?.entry.due ?? "9", changed: undated ? "" : plan.changed });
    const link = part(row, "[data-open]");
    link.textContent = name;
    link.addEventListener("click", (/** @type {Event} */ event) => this.use(event, { plan: stored, from, notes: [] }));
    return row;
  }

  /** Open one plan; that of a file is kept first. @param {Event} event @param {Incoming} one */
  use(event, { plan, from }) {
    const kept = from ? this.keepOne(plan) : plan;
    if (kept) return this.store.use(kept);
    event.preventDefault();
    this.complain(words("several.not-kept", { names: nameOf(plan) }));
  }
}

/** @param {Plan} plan @param {import("../views/site.js").List[]} lists */
function counted(plan, lists) {
  const { done, total } = sumOf(plan, lists);
  return { done, text: words("progress.of", { done, total }) };
}

/** A cell that no program takes for a formula. @param {string} text */
const safe = (text) => `"${text.trim().replace(/\s+/g, " ").replace(/^(?=[=+@-])/, "'").replaceAll('"', '""')}"`;

customElements.define("plan-flere", PlanFlere);
