/** The search: a button in the header that opens a field and what is found. The index comes when the reader turns to it. */
import { late } from "../page/late.js";
import { element, line, part } from "../views/words.js";

class SiteSearch extends HTMLElement {
  /** @type {Promise<import("../search/engine.js").Engine> | undefined} */
  engine;

  connectedCallback() {
    const dialog = /** @type {HTMLDialogElement} */ (part(this, "dialog"));
    const field = /** @type {HTMLInputElement} */ (part(this, "input"));
    part(this, "button").addEventListener("click", () => {
      dialog.showModal();
      field.select();
      this.load();
    });
    field.addEventListener("input", () => this.show(field));
    dialog.addEventListener("click", ({ target }) => {
      if (target === dialog || (target instanceof Element && target.closest("a"))) dialog.close();
    });
    // In a field for searching, the browser lets Escape empty it, and Enter press the button beside it.
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") dialog.close();
      if (event.key !== "Enter") return;
      event.preventDefault();
      const [first] = this.getElementsByTagName("a");
      first?.click();
    });
  }

  /** Where the index is. */
  get index() {
    return new URL(this.dataset["index"] ?? "", location.href);
  }

  /** The next time it is asked for, it is tried again. */
  load() {
    this.engine ??= Promise.all([late(() => import("../search/engine.js"), "Engine"), fetch(this.index).then((answer) => answer.json())])
      .then(([Engine, index]) => new Engine(index));
    this.engine.catch(() => (this.engine = undefined));
    return this.engine;
  }

  /** @param {HTMLInputElement} field */
  async show(field) {
    const query = field.value;
    const engine = await this.load().catch(() => undefined);
    if (query !== field.value) return;
    if (!engine) return this.say("failed");
    const { hits, meant } = engine.find(query);
    part(this, "ol").replaceChildren(...hits.map((hit) => this.row(hit)));
    if (!query.trim()) return this.say("");
    this.say(meant && hits.length ? "meant" : hits.length === 0 ? "none" : hits.length === 1 ? "one" : "many", { count: hits.length, meant });
  }

  /** @param {string} name  Of the text; none is silence. @param {Record<string, string | number>} [values] */
  say(name, values = {}) {
    const text = name ? this.dataset[name] ?? "" : "";
    part(this, "[role=status]").textContent = text.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }

  /** @param {import("../search/engine.js").Hit} hit */
  row({ url, title, page, kind }) {
    const link = element("a", { href: new URL(`../${url}`, this.index).href }, title);
    return line(link, " ", element("span", { className: "meta" }, page || (this.dataset[kind] ?? "")));
  }
}

customElements.define("site-search", SiteSearch);
