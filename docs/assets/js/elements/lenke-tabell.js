/** On the page for intranets: filter the links, and copy them so that they paste as named links. */
import { copyHtml, copyText } from "../views/clipboard.js";
import { element, part } from "../views/words.js";

class LenkeTabell extends HTMLElement {
  connectedCallback() {
    this.rows = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("tbody tr")]);
    for (const hidden of this.querySelectorAll(".link-filter, .links__copy")) hidden.removeAttribute("hidden");
    this.search = part(this, "input");
    this.kind = part(this, "select");
    this.addEventListener("input", () => this.filter());
    this.addEventListener("click", (event) => this.copy(event));
    this.filter();
  }

  /** Show the rows that hold every word, and say how many they are. */
  filter() {
    const wanted = this.search.value.toLowerCase().split(/\s+/);
    const rows = this.rows ?? [];
    for (const row of rows) {
      const text = row.textContent?.toLowerCase() ?? "";
      const right = !this.kind.value || row.dataset["kind"] === this.kind.value;
      row.hidden = !right || !wanted.every((/** @type {string} */ word) => text.includes(word));
    }
    const place = part(this, "[data-count]");
    const count = rows.filter((row) => !row.hidden).length;
    place.textContent = place.dataset.words.replace("{count}", count).replace("{total}", rows.length);
  }

  /** @param {Event} event */
  async copy({ target }) {
    const button = target instanceof Element && target.closest("button");
    const row = button && button.closest("tr");
    if (!button || !row) return;
    const address = part(row, "[data-address]").textContent;
    const code = button.dataset["copy"] === "code";
    const link = element("a", { href: address }, part(row, "th a").textContent);
    tell(part(this, "[data-said]"), button, code ? await copyText(part(row, "[data-code]").textContent) : await copyLink(link.outerHTML, address));
  }
}

class LenkeBoks extends HTMLElement {
  connectedCallback() {
    part(this, ".link-box__copy").hidden = false;
    const button = part(this, "button");
    const box = part(this, "[data-box]");
    button.addEventListener("click", async () => {
      tell(part(this, "[role=status]"), button, await copyLink(box.innerHTML, plain(box)));
    });
  }
}

/** The box as plain text: each line with its address. @param {HTMLElement} box */
function plain(box) {
  const lines = [...box.querySelectorAll("p, li")].map((line) => [line.textContent?.trim(), line.querySelector("a")?.href]);
  return lines.map((parts) => parts.filter(Boolean).join(": ")).join("\n");
}

/** Say how it went, by the button for those who see it. @param {HTMLElement} place @param {HTMLElement} button @param {boolean} copied */
function tell(place, button, copied) {
  const words = /** @type {HTMLTemplateElement} */ (document.getElementById("kopi-ord")).content;
  place.textContent = part(words, copied ? "[data-copied]" : "[data-failed]").textContent;
  for (const other of document.querySelectorAll("[data-done]")) other.removeAttribute("data-done");
  button.dataset["done"] = place.textContent ?? "";
}

/** As a named link, or else as plain text. @param {string} html @param {string} text */
const copyLink = async (html, text) => (await copyHtml(html, text)) || copyText(text);

customElements.define("lenke-tabell", LenkeTabell);
customElements.define("lenke-boks", LenkeBoks);
