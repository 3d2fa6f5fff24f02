/** What the elements that are a page of their own have in common: they show the reader's plans by the site's lists. */
import { PlanElement } from "./plan-element.js";
import { site } from "../views/site.js";
import { copy, element, line, part, words } from "../views/words.js";

export class PlanPage extends PlanElement {
  /** The template with the content. */
  template = "";
  begun = false;
  /** @type {import("../views/site.js").Site} */
  site = { site: "", phases: [], checklists: [] };

  /** Put the content in place of what says that it has not begun, or what a saved page shows. */
  async connectedCallback() {
    const content = copy(this.template);
    if (this.begun) return;
    this.begun = true;
    this.replaceChildren(content);
    this.wire();
    this.store.addEventListener("change", () => this.show());
    const found = await site().catch(() => undefined);
    if (found) {
      this.site = found;
      this.ready();
      this.show();
    } else this.complain(words("overview.no-lists"));
    this.dataset["shown"] = "";
  }

  /** Let the buttons do what they say. @abstract */
  wire() {}

  /** The lists are there. */
  ready() {}

  /** Show what is stored. @abstract */
  show() {}

  /** The list that the page is about, if it is about one. */
  get list() {
    return this.site.checklists.find(({ id }) => id === this.dataset["list"]);
  }

  /** From now on, answers stand under their questions' present ids. */
  know() {
    for (const one of this.site.checklists) this.store.know(one);
  }

  /** Tell each problem on a line of its own. @param {string[]} problems */
  complainOf(problems) {
    this.complain(problems.join("\n"));
    if (problems.length > 1) part(this, "[role=alert]").replaceChildren(element("ul", {}, ...problems.map((one) => line(one))));
  }

  /** Fill a list, and show what stands there when there is nothing. Focus stays on what is still there.
   * @param {string} name @param {HTMLElement[]} rows */
  fillList(name, rows) {
    const place = this.querySelector(`[data-list=${name}]`);
    const { activeElement: focused } = document;
    const link = focused instanceof HTMLAnchorElement && place?.contains(focused) && focused.href;
    if (rows.some((row, number) => !row.isEqualNode(place?.children[number] ?? null)) || rows.length !== place?.childElementCount) place?.replaceChildren(...rows);
    if (link) [...(place?.querySelectorAll("a") ?? [])].find(({ href }) => href === link)?.focus();
    for (const one of this.querySelectorAll(`[data-without=${name}]`)) one.toggleAttribute("hidden", rows.length > 0);
    for (const one of this.querySelectorAll(`[data-with=${name}]`)) one.toggleAttribute("hidden", rows.length === 0);
  }
}
