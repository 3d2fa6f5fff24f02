/** The bank of measures: filter them, and have those that are chosen as a table to paste. */
import { offer } from "./save-copy.js";
import { dayOf } from "../views/shown.js";
import { copyRich } from "../views/rich-text.js";
import { element, part } from "../views/words.js";
import { late, toldOf } from "../page/late.js";

const DUE = 5;

class TiltakBank extends HTMLElement {
  connectedCallback() {
    for (const hidden of this.querySelectorAll(".link-filter, [data-chosen]")) hidden.removeAttribute("hidden");
    part(this, ".link-filter").addEventListener("input", () => this.filter());
    part(this, "[data-action=copy]").addEventListener("click", () => this.copy());
    part(this, "[data-action=workbook]").addEventListener("click", () => this.save().catch((error) => (part(this, "[data-said]").textContent = toldOf(error))));
    // Also what comes from another window, which the lists show by and by.
    new MutationObserver(() => this.show()).observe(this, { subtree: true, attributeFilter: ["checked", "data-state"] });
    this.addEventListener("change", () => this.show());
    this.filter();
    this.show();
  }

  /** Those of the bank, and the kommune's own. */
  get measures() {
    return /** @type {HTMLElement[]} */ ([...this.querySelectorAll("li.item")]);
  }

  /** Show the measures of the area for the group, and say how many they are. */
  filter() {
    const area = part(this, "[data-area]").value;
    const group = part(this, "[data-group]").value;
    const { measures } = this;
    for (const one of measures) one.hidden = Boolean(group && one.dataset["groups"]) && !` ${one.dataset["groups"]} `.includes(` ${group} `);
    for (const list of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".measures"))) {
      list.hidden = (Boolean(area) && list.dataset["list"] !== area) || !list.querySelector("li.item:not([hidden])");
    }
    const place = part(this, "[data-count]");
    const count = measures.filter((one) => !one.closest("[hidden]")).length;
    place.textContent = place.dataset.words.replace("{count}", count).replace("{total}", measures.length);
  }

  get chosen() {
    return this.measures.filter((one) => part(one, "input").checked);
  }

  /** The table of what is chosen. */
  show() {
    const { chosen } = this;
    part(this, "[data-without]").hidden = chosen.length > 0;
    part(this, "[data-with]").hidden = chosen.length === 0;
    part(this, "tbody").replaceChildren(...chosen.map(row));
  }

  /** The same as a workbook, where the kommune follows them up. */
  async save() {
    const tableWorkbook = await late(() => import("../formats/xlsx/table.js"), "tableWorkbook");
    const titles = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-table] th")]);
    const columns = titles.map((title, place) => ({
      title: title.innerText,
      width: Number(title.dataset["width"]),
      date: place === DUE,
      ...(title.dataset["choices"] && { choices: title.dataset["choices"].split(",") }),
    }));
    const bytes = await tableWorkbook(part(this, "[data-table]").dataset.sheet, columns, this.chosen.map(cellsOf));
    offer(/** @type {BlobPart} */ (bytes), `tiltak-${dayOf(new Date())}.xlsx`, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  }

  async copy() {
    this.show();
    const said = part(this, "[data-said]");
    said.textContent = (await copyRich(part(this, "[data-table]"))) ? said.dataset.copied : said.dataset.failed;
  }
}

/** What stands in the columns for a measure; what the kommune has not written itself is empty, or our proposal.
 * @param {HTMLElement} measure */
function cellsOf(measure) {
  const entered = (/** @type {string} */ name) => measure.querySelector(`[data-field=${name}]`);
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement | null} */ (entered(name))?.value ?? "";
  return [
    measure.closest(".measures")?.querySelector("h3")?.firstChild?.textContent?.trim() ?? "",
    "",
    `${part(measure, ".item__text").textContent} (${part(measure, ".item__code").textContent})`,
    measure.dataset["for"] ?? "",
    field("owner") || proposed(measure.dataset["owner"]),
    field("due"),
    "",
    "",
    proposed(measure.dataset["sign"]),
    "",
    field("note"),
  ];
}

/** @param {string | undefined} text  Own measures have none. */
const proposed = (text) => (text ? `${text} (forslag)` : "");

/** The same as a row of the table. @param {HTMLElement} measure */
function row(measure) {
  const cells = cellsOf(measure).map((text, place) => (place === DUE ? text.split("-").reverse().join(".") : text));
  return element("tr", {}, ...cells.map((text) => element("td", {}, text)));
}

customElements.define("tiltak-bank", TiltakBank);
