/** The custom element around every checklist: it remembers what the reader enters. */
import { ItemFields, KINDS } from "../controls/item-fields.js";
import { PlanElement } from "./plan-element.js";
import { newOn } from "../plan/known.js";
import { ownIn } from "../plan/own-items.js";
import { isEmpty, progress } from "../plan/plan.js";
import { progressText } from "../views/shown.js";
import { copy, part } from "../views/words.js";
import { late } from "../page/late.js";

/** @typedef {ItemFields | import("../controls/question-fields.js").QuestionFields} Fields */

class SjekkListe extends PlanElement {
  /** @type {HTMLElement | undefined} */
  tools;
  decision = false;
  list = listOf([], false);
  /** @type {Fields[]} The guide's items. */
  items = [];
  /** @type {import("../controls/item-fields.js").Home} */
  home = { ids: [], store: this.store, say: () => {} };
  /** @type {HTMLElement[]} Below each list in here, where the kommune's own stand. */
  rooms = [];
  /** @type {import("../controls/own-items.js").OwnItems[]} The same, once there are any. */
  own = [];
  /** @type {string[]} */
  ids = [];
  filling = false;

  connectedCallback() {
    if (this.tools) return;
    const { store } = this;
    const section = part(this, "section");
    for (const saved of section.querySelectorAll(".tools, .fields, .paper, .summary, .checklist__end, .item--own")) saved.remove(); // A page that was kept as a file has them.
    this.decision = section.dataset.checklist === "decision";
    this.tools = copy("liste-verktoy");
    part(section, ".checklist__facts").after(this.tools);
    part(section, ".checklist__unsaved").hidden = true;
    part(this.tools, "[data-sheet]").href = part(section, ".checklist__facts a").href;
    section.append(this.addEnd());
    this.addEntries([...section.querySelectorAll("li.item")]);
    this.addOwn([...section.querySelectorAll("[data-own]")]);
    this.undoes("[data-action=save]");
    this.saves();
    this.on("print", async () => (await late(() => import("../views/print-list.js"), "printAlone"))(this, store.plan));
    this.takeFiles();
    for (const item of this.items) item.takeEarly();
    store.addEventListener("change", () => this.show());
    this.show();
    this.keepSpaceForScrolling();
  }

  /** @param {HTMLElement[]} elements */
  addEntries(elements) {
    this.ids = elements.map((element) => part(element, "input[id], fieldset").id);
    const home = (this.home = { ids: this.ids, store: this.store, say: (/** @type {string} */ text) => this.say(text) });
    const Kind = KINDS[part(this, "section").dataset.checklist] ?? ItemFields;
    this.items = elements.map((element) => new Kind(element, home));
    this.list = listOf(this.items, this.decision);
    this.store.know(this.list);
  }

  /** Let the button below each list add to it. @param {HTMLElement[]} rooms  None on a page from before. */
  addOwn(rooms) {
    this.rooms = rooms;
    rooms.forEach((room, place) => {
      room.hidden = false;
      part(room, "button").addEventListener("click", () => this.attempt(async () => (await this.showOwn())[place]?.add()));
    });
  }

  /** Show the kommune's own items. */
  async showOwn() {
    const OwnItems = await late(() => import("../controls/own-items.js"), "OwnItems");
    if (!this.own.length) this.own = this.rooms.map((room) => new OwnItems(room, this.home));
    for (const one of this.own) one.show();
    return this.own;
  }

  /** All that stands on the list, from the top. */
  get entries() {
    const rows = new Map([...this.items, ...this.own.flatMap(({ rows: own }) => [...own.values()])].map((one) => [one.element, one]));
    return [...this.querySelectorAll("li.item")].flatMap((element) => rows.get(/** @type {HTMLElement} */ (element)) ?? []);
  }

  /** What stands below a list that is done: where to go on. */
  addEnd() {
    const end = copy("liste-slutt");
    const next = document.querySelector(".next a");
    if (next) end.append(" ", next.cloneNode(true));
    return end;
  }

  /** Show what the plan holds. */
  show() {
    const { store } = this;
    const isNew = newOn(store.plan, this.ids);
    for (const item of this.items) item.update(isNew);
    const own = this.rooms.flatMap((room) => ownIn(store.plan, room.dataset["own"] ?? "")).map((id) => ({ id, code: "", text: "", hash: "" }));
    for (const one of this.own) one.show();
    if (own.length && !this.own.length) this.attempt(() => this.showOwn());
    const found = progress(store.plan, { ...this.list, items: [...this.list.items, ...own] });
    const { done, total } = found;
    part(this, "[data-progress]").textContent = progressText(found, this.decision);
    part(this, ".checklist__end").hidden = done < total;
    part(this, "[data-action=open]").hidden = !isEmpty(store.plan);
    const bar = part(this, "progress");
    bar.max = Math.max(total, 1);
    bar.value = done;
    this.showKept();
    if (!this.filling && this.entries.some(({ entry }) => Object.keys(entry).length)) this.attempt(() => this.fillPaper());
  }

  /** From the first entry on, the page prints with what is entered, and a decision is summed up. */
  async fillPaper() {
    this.filling = true;
    try {
      const [fillOnPrint, sumUp] = await Promise.all([
        late(() => import("../views/print-list.js"), "fillOnPrint"),
        this.decision ? late(() => import("./decision-summary.js"), "sumUp") : undefined,
      ]);
      fillOnPrint(this, this.store);
      sumUp?.(this, this.store);
    } catch (error) {
      this.filling = false; // The next change tries again.
      throw error;
    }
  }

  /** A link to an item puts focus on its box, where Space would tick it instead of scrolling. */
  keepSpaceForScrolling() {
    let arriving = location.hash !== "";
    const moveFocus = () => {
      const entry = /** @type {HTMLElement | null | undefined} */ (document.activeElement?.closest("li.item"));
      if (!arriving || !entry?.querySelector(":target")) return;
      entry.tabIndex = -1;
      entry.focus();
    };
    addEventListener("hashchange", () => (arriving = true));
    for (const own of ["keydown", "pointerdown"]) addEventListener(own, () => (arriving = false), true);
    this.addEventListener("focusin", moveFocus);
    moveFocus();
  }
}

/** The list as the page shows it.
 * @param {Fields[]} entries @param {boolean} decision @returns {import("../plan/types.js").CatalogList} */
function listOf(entries, decision) {
  const items = entries.map(({ id, code, text, hash, names }) => ({ id, code, text, hash, formerly: names.slice(1) }));
  return { id: "", code: "", phase: "", kind: decision ? "decision" : "checklist", title: "", items };
}

customElements.define("sjekk-liste", SjekkListe);
