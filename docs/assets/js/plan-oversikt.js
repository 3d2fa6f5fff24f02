/** «Planarbeidet vårt»: the stored plans, how far the current one has come, and its deadlines. */
import { PlanElement } from "./plan-element.js";
import { saveCopy } from "./plan-files.js";
import { settle } from "./plan/catalog.js";
import { progress } from "./plan/plan.js";
import { longDate, whereItIs } from "./shown.js";
import { hasIncoming, receive, share } from "./share.js";
import { browserStorage, Store } from "./store.js";
import { base, copy, part, words } from "./words.js";

/** @typedef {import("./plan-exports.js").List} List */
/** @typedef {import("./plan/types.js").Plan} Plan */

const DETAILS = /** @type {const} */ (["name", "kommuner", "caseNumber", "period", "location"]);

class PlanOversikt extends PlanElement {
  store = new Store(browserStorage(), base);
  /** @type {import("./plan-exports.js").Site} */
  site = { site: "", phases: [], checklists: [] };

  async connectedCallback() {
    if (this.childElementCount) return;
    this.append(copy("planarbeidet"));
    this.wire();
    this.show();
    try {
      this.site = await (await fetch(this.dataset["lists"] ?? "")).json();
    } catch {
      return this.complain(words("overview.no-lists"));
    }
    this.show();
    if (hasIncoming()) this.complain(await receive(this.store, this.site));
  }

  wire() {
    addEventListener("storage", (event) => this.store.heard(event));
    this.store.addEventListener("change", () => this.show());
    this.on("begin", () => this.store.begin());
    this.on("undo", () => {
      this.store.undo();
      this.say(words("said.undone"));
      part(this, "[data-plans]").focus();
    });
    this.on("save", async () => (await saveCopy(this.store.plan)) && this.store.saved());
    this.takeFiles(this.store);
    this.on("remove", () => this.remove());
    this.on("workbook", async () => (await import("./plan-exports.js")).saveWorkbook(this.store.plan, this.site));
    this.on("calendar", async () => (await import("./plan-exports.js")).saveCalendar(this.store.plan, this.site));
    this.on("share", async () => {
      await share(this.store, this.site);
      part(this, "[data-action=share]").focus();
    });
    part(this, "[data-plans]").addEventListener("change", (/** @type {any} */ event) => this.choose(event.target.value));
    for (const name of DETAILS) {
      const field = part(this, `[data-detail=${name}]`);
      field.addEventListener("change", () => this.store.describe({ [name]: field.value }));
    }
  }

  /** @param {string} id */
  choose(id) {
    const chosen = this.store.plans().find((plan) => plan.id === id);
    if (chosen) this.store.use(chosen);
  }

  remove() {
    const dialog = /** @type {HTMLDialogElement} */ (copy("slett-dialog"));
    part(dialog, "[data-text]").textContent = words("overview.remove", { name: nameOf(this.store.plan) });
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (dialog.returnValue === "remove") {
        this.store.remove();
        this.say(words("overview.removed"));
      }
      part(this, "[data-plans]").focus();
    });
    this.append(dialog);
    dialog.showModal();
  }

  /** Show what is stored. */
  show() {
    const { store } = this;
    const plan = settle(store.plan, { checklists: this.site.checklists }).plan;
    part(this, "[data-plans]").replaceChildren(...options(store));
    part(this, "[data-action=undo]").hidden = store.undoing.length === 0;
    part(this, "[data-where]").textContent = whereItIs(store);
    part(this, "[data-progress]").replaceChildren(...this.site.checklists.map((list) => progressRow(plan, list)));
    const rows = deadlines(plan, this.site.checklists);
    part(this, "[data-deadlines]").replaceChildren(...rows);
    part(this, "[data-no-deadlines]").hidden = rows.length > 0;
    part(this, "[data-action=calendar]").hidden = !Object.values(plan.items).some((entry) => entry.due);
    for (const name of DETAILS) {
      const field = part(this, `[data-detail=${name}]`);
      if (field !== document.activeElement) field.value = plan[name];
    }
    this.tellProblem(store);
  }
}

/** @param {Store} store */
function options(store) {
  const stored = store.plans();
  const fresh = stored.some((plan) => plan.id === store.plan.id) ? [] : [new Option(words("overview.new"), store.plan.id)];
  const rows = [...fresh, ...stored.map((plan) => new Option(nameOf(plan), plan.id))];
  for (const row of rows) row.selected = row.value === store.plan.id;
  return rows;
}

/** @param {Plan} plan */
function nameOf(plan) {
  return plan.name || plan.kommuner || words("overview.unnamed", { when: longDate(plan.changed.slice(0, 10)) });
}

/** @param {Plan} plan @param {List} list */
function progressRow(plan, list) {
  const { done, notApplicable: na, total } = progress(plan, list);
  const kind = list.kind === "decision" ? "decision" : na ? "with-na" : "plain";
  return row(list.url, words("overview.list", { title: list.title, text: words(`progress.${kind}`, { done, na, total }) }));
}

/** Open items with a date, the most urgent first. @param {Plan} plan @param {List[]} lists */
function deadlines(plan, lists) {
  const items = lists.flatMap((list) => list.items.map((item) => ({ item, url: list.url.replace(/#.*/, ""), entry: plan.items[item.id] })));
  const open = items.flatMap(({ item, url, entry }) => (entry?.due && !entry.state ? [{ item, url, due: entry.due, owner: entry.owner }] : []));
  open.sort((one, other) => (one.due < other.due ? -1 : 1));
  return open.map(({ item, url, due, owner }) => row(`${url}#${item.id}`, [urgency(due), item.text, owner].filter(Boolean).join(" · ")));
}

/** @param {string} due */
function urgency(due) {
  const today = new Date().toLocaleDateString("sv-SE");
  return words(due < today ? "overview.overdue" : due === today ? "overview.today" : "overview.later", { date: longDate(due) });
}

/** @param {string} address @param {string} text */
function row(address, text) {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  const { pathname, hash } = new URL(address);
  link.href = pathname + hash; // On this host, whatever the site's canonical one is.
  link.textContent = text;
  entry.append(link);
  return entry;
}

customElements.define("plan-oversikt", PlanOversikt);
