/** «Planarbeidet vårt»: the stored plans, how far the current one has come, and what is next. */
import { deadlineRow, goneRow, itemRow, progressRow, roleRow } from "./overview-rows.js";
import { PlanElement } from "./plan-element.js";
import { saveCopy } from "./plan-files.js";
import { copyNameOf, nameOf, namesOf } from "./plan-names.js";
import { settle } from "./plan/catalog.js";
import { setDetails } from "./plan/details.js";
import { overview } from "./plan/overview.js";
import { ask } from "./preview.js";
import { begin, plansIn, remove } from "./plans.js";
import { hasIncoming, onlyListOf, receive, share } from "./share.js";
import { whereItIs } from "./shown.js";
import { here, site } from "./site.js";
import { openStore } from "./store.js";
import { TextField } from "./text-field.js";
import { copy, part, words } from "./words.js";

/** @typedef {import("./plan/types.js").Plan} Plan */

const DETAILS = /** @type {const} */ (["name", "kommuner", "caseNumber", "period", "location"]);

class PlanOversikt extends PlanElement {
  store = openStore();
  /** @type {import("./site.js").Site} */
  site = { site: "", phases: [], checklists: [] };
  /** @type {TextField[]} */
  details = [];

  async connectedCallback() {
    if (this.childElementCount) return;
    this.append(copy("planarbeidet"));
    this.wire();
    this.show();
    try {
      this.site = await site();
    } catch {
      return this.complain(words("overview.no-lists"));
    }
    this.show();
    await this.receive();
    addEventListener("hashchange", () => this.receive());
  }

  /** Take in the plan that the address carries, if it does. */
  async receive() {
    if (!hasIncoming()) return;
    const { problem, plan } = await receive(this.store, this.site);
    this.complain(problem);
    if (!problem || plan) this.say(words(plan ? "link.taken" : "link.left"));
    const list = plan && onlyListOf(plan, this.site);
    part(this, "[data-arrived]").hidden = !list;
    if (list) this.lead(list);
    else part(this, "[data-plans]").focus();
  }

  /** Lead on to the list that the plan came from. @param {import("./site.js").List} list */
  lead({ url, title }) {
    const link = part(this, "[data-arrived] a");
    link.href = here(url);
    link.textContent = words("link.to-list", { title });
    link.focus();
  }

  wire() {
    const { store } = this;
    store.addEventListener("change", () => this.show());
    this.on("begin", () => this.use(() => begin(store), "overview.begun"));
    this.on("copy", () => this.use(() => store.use(copyOf(store.load(), plansIn(store))), "overview.copied"));
    this.on("undo", () => this.use(() => store.undo(), "said.undone"));
    this.on("save", async () => (await saveCopy(store.plan)) && this.use(() => store.saved(), "said.saved", "save"));
    this.takeFiles(store);
    this.on("remove", () => this.remove());
    this.on("workbook", async () => (await import("./plan-exports.js")).saveWorkbook(store.plan, this.site));
    this.on("calendar", async () => (await import("./plan-exports.js")).saveCalendar(store.plan, this.site));
    this.on("share", async () => {
      await share(store, this.site);
      part(this, "[data-action=share]").focus();
    });
    part(this, "[data-plans]").addEventListener("change", (/** @type {any} */ event) => this.choose(event.target.value));
    this.details = DETAILS.map((name) => new TextField(part(this, `[data-detail=${name}]`), (value) => store.make((plan) => setDetails(plan, { [name]: value }, new Date().toISOString()))));
  }

  /** Do something to the plans, say it once, and keep focus where there is something.
   * @param {() => void} does @param {string} said @param {string} [focus] */
  use(does, said, focus) {
    does();
    this.say(words(said));
    part(this, focus ? `[data-action=${focus}]` : "[data-plans]").focus();
  }

  /** @param {string} id */
  choose(id) {
    const chosen = plansIn(this.store).find((plan) => plan.id === id);
    if (chosen) this.store.use(chosen);
  }

  async remove() {
    const dialog = /** @type {HTMLDialogElement} */ (copy("slett-dialog"));
    part(dialog, "[data-text]").textContent = words("overview.remove", { name: nameOf(this.store.plan) });
    if ((await ask(dialog)) === "remove") this.use(() => remove(this.store), "overview.removed");
    else part(this, "[data-action=remove]").focus();
  }

  /** Show what is stored. */
  show() {
    const { store } = this;
    const { checklists } = this.site;
    const { plan } = settle(store.plan, { checklists });
    const found = overview(plan, checklists);
    part(this, "[data-plans]").replaceChildren(...options(store));
    part(this, "[data-action=undo]").hidden = store.undoing.length === 0;
    part(this, "[data-where]").textContent = whereItIs(store);
    this.list("progress", checklists.map((list) => progressRow(plan, list)));
    this.list("next", found.next.map(itemRow));
    this.list("deadlines", found.deadlines.map(deadlineRow));
    this.list("roles", found.roles.map(roleRow));
    this.list("gone", checklists.length ? found.gone.map(goneRow) : []);
    const open = found.deadlines.length > 0;
    part(this, "[data-action=calendar]").hidden = !open;
    part(this, "[data-without=dates]").hidden = open || found.met.length > 0;
    part(this, "[data-with=met]").hidden = open || found.met.length === 0;
    DETAILS.forEach((name, place) => this.details[place]?.show(plan[name]));
    this.tellProblem(store);
  }

  /** Fill a list, and show what stands there when there is nothing. @param {string} name @param {HTMLElement[]} rows */
  list(name, rows) {
    part(this, `[data-list=${name}]`).replaceChildren(...rows);
    for (const one of this.querySelectorAll(`[data-without=${name}]`)) one.toggleAttribute("hidden", rows.length > 0);
    for (const one of this.querySelectorAll(`[data-with=${name}]`)) one.toggleAttribute("hidden", rows.length === 0);
  }
}

/** @param {import("./store.js").Store} store */
function options(store) {
  const stored = plansIn(store);
  const fresh = stored.some((plan) => plan.id === store.plan.id) ? [] : [new Option(words("overview.new"), store.plan.id)];
  const names = namesOf(stored);
  const rows = [...fresh, ...stored.map((plan, place) => new Option(names[place], plan.id))];
  for (const row of rows) row.selected = row.value === store.plan.id;
  return rows;
}

/** The same work as a plan of its own. @param {Plan} plan @param {Plan[]} others @returns {Plan} */
function copyOf(plan, others) {
  return { ...plan, id: crypto.randomUUID(), name: copyNameOf(plan, others), changed: new Date().toISOString() };
}

customElements.define("plan-oversikt", PlanOversikt);
