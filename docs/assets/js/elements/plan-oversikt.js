/** «Planarbeidet vårt»: the stored plans, how far the current one has come, and what is next. */
import { deadlineRow, goneRow, itemAddress, itemRow, lateOf, lateText, progressRow, roleRow, showCount } from "../views/overview-rows.js";
import { PlanPage } from "./plan-page.js";
import { hasIncoming } from "../page/address.js";
import { newId, now } from "../page/browser.js";
import { copyNameOf, nameOf, namesOf } from "../views/plan-names.js";
import { DETAILS } from "../plan/fields.js";
import { isEmpty, setDetails } from "../plan/plan.js";
import { overview } from "../plan/overview.js";
import { ask } from "../controls/dialog.js";
import { here } from "../views/site.js";
import { TextField } from "../controls/text-field.js";
import { copy, part, words } from "../views/words.js";
import { late } from "../page/late.js";

/** @import { Plan } from "../plan/types.js" */

const SOON = 3; // Deadlines to come that are shown at once.

class PlanOversikt extends PlanPage {
  template = "planarbeidet";
  /** @type {TextField[]} */
  details = [];

  /** @override */
  async ready() {
    await this.attempt(() => this.receive());
    addEventListener("hashchange", () => this.attempt(() => this.receive()));
  }

  /** Take in the plan that the address carries, if it does. */
  async receive() {
    if (!hasIncoming()) return;
    const receive = await late(() => import("./share.js"), "receive");
    const { problem, plan, list } = await receive(this.store, this.site);
    this.complain(problem);
    if (!problem || plan) this.tell(words(plan ? "link.taken" : "link.left"));
    part(this, "[data-arrived]").hidden = !list;
    if (list) this.lead(list);
    else part(this, "[data-plans]").focus();
  }

  /** Lead on to the list that the plan came from. @param {import("../views/site.js").List} list */
  lead({ url, title }) {
    const link = part(this, "[data-arrived] a");
    link.href = here(url);
    link.textContent = words("link.to-list", { title });
    link.focus();
  }

  /** @override */
  wire() {
    const { store } = this;
    this.on("begin", () => this.use(store.begin(), "overview.begun"));
    this.on("copy", () => this.use(store.use(copyOf(store.load(), store.plans())), "overview.copied"));
    this.undoes("[data-plans]");
    this.saves();
    this.takeFiles();
    this.on("remove", () => this.remove());
    this.on("workbook", async () => (await late(() => import("./plan-exports.js"), "saveWorkbook"))(store.plan, this.site));
    this.on("calendar", async () => (await late(() => import("./plan-exports.js"), "saveCalendar"))(store.plan, this.site));
    this.on("print", () => print());
    for (const button of this.querySelectorAll("[data-print]")) button.addEventListener("click", () => this.attempt(() => this.printLists(button.getAttribute("data-print"))));
    this.on("meeting", async () => (await late(() => import("../views/print-list.js"), "printMeeting"))(this, store.plan, overview(store.plan, this.site)));
    this.on("share", async () => {
      await (await late(() => import("./share.js"), "share"))(store, this.site);
      part(this, "[data-action=share]").focus();
    });
    part(this, "[data-plans]").addEventListener("change", (/** @type {any} */ event) => this.choose(event.target.value));
    this.details = DETAILS.map((name) => new TextField(part(this, `[data-detail=${name}]`), (value, stay) => store.make((plan) => setDetails(plan, { [name]: value }, now()), stay)));
    this.show();
  }

  /** Print the lists of a phase with what is entered, or those of all. @param {string | null} phase */
  async printLists(phase) {
    const printLists = await late(() => import("../views/print-list.js"), "printLists");
    const { plan, lists } = overview(this.store.plan, this.site);
    printLists(this, plan, lists.filter((list) => list.phase && (!phase || list.phase === phase)));
  }

  /** Say once what was done to the plans, if it was, and keep focus where there is something.
   * @param {boolean} done @param {string} said */
  use(done, said) {
    if (done) this.tell(words(said));
    part(this, "[data-plans]").focus();
  }

  /** @param {string} id */
  choose(id) {
    const chosen = this.store.plans().find((plan) => plan.id === id);
    if (chosen) this.store.use(chosen);
  }

  async remove() {
    const dialog = /** @type {HTMLDialogElement} */ (copy("slett-dialog"));
    part(dialog, "[data-text]").textContent = words("overview.remove", { name: nameOf(this.store.plan) });
    if ((await ask(dialog)) === "remove") this.use(this.store.remove(), "overview.removed");
    else part(this, "[data-action=remove]").focus();
  }

  /** What the plan is called, what is late in it, and where to go on.
   * @param {Plan} plan @param {import("../plan/overview.js").Overview} found */
  showHead(plan, { deadlines, next: [next] }) {
    part(this, "[data-name]").textContent = isEmpty(plan) ? words("overview.new") : nameOf(plan);
    part(this, "[data-about]").textContent = [plan.name && plan.kommuner, plan.caseNumber, plan.period].filter(Boolean).join(" · ");
    const late = lateText(deadlines);
    Object.assign(part(this, "[data-late]"), { textContent: late, hidden: !late });
    const go = part(this, "[data-go]");
    go.hidden = !next;
    if (next) Object.assign(go, { href: itemAddress(next), textContent: words(isEmpty(plan) ? "overview.begin" : "overview.go", { code: next.item.code }) });
  }

  /** @override */
  show() {
    const { store } = this;
    const found = overview(store.plan, this.site);
    const { plan, lists: checklists } = found;
    part(this, "[data-plans]").replaceChildren(...options(store));
    this.showHead(plan, found);
    for (const { id } of this.site.phases) {
      const lists = checklists.filter(({ phase }) => phase === id);
      if (!lists.length) continue;
      this.fillList(`progress-${id}`, lists.map((list) => progressRow(plan, list)));
      showCount(part(this, `[data-lists]:has([data-list=progress-${id}])`), plan, lists);
    }
    this.fillList("next", found.next.map(itemRow));
    const soon = lateOf(found.deadlines).length + SOON;
    this.fillList("deadlines", found.deadlines.slice(0, soon).map(deadlineRow));
    this.fillList("later", found.deadlines.slice(soon).map(deadlineRow));
    this.fillList("roles", found.roles.map(roleRow));
    this.fillList("gone", checklists.length ? found.gone.map(goneRow) : []);
    const open = found.deadlines.length > 0;
    part(this, "[data-action=calendar]").hidden = !open;
    part(this, "[data-without=dates]").hidden = open || found.met.length > 0;
    part(this, "[data-with=met]").hidden = open || found.met.length === 0;
    DETAILS.forEach((name, place) => this.details[place]?.show(plan[name]));
    this.showKept();
  }
}

/** @param {import("../store/store.js").Store} store */
function options(store) {
  const stored = store.plans();
  const fresh = stored.some((plan) => plan.id === store.plan.id) ? [] : [new Option(words("overview.new"), store.plan.id)];
  const names = namesOf(stored);
  const rows = [...fresh, ...stored.map((plan, place) => new Option(names[place], plan.id))];
  for (const row of rows) row.selected = row.value === store.plan.id;
  return rows;
}

/** The same work as a plan of its own. @param {Plan} plan @param {Plan[]} others @returns {Plan} */
const copyOf = (plan, others) => ({ ...plan, id: newId(), name: copyNameOf(plan, others), changed: now() });

customElements.define("plan-oversikt", PlanOversikt);
