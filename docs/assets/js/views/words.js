/** The words that scripts put on the page come from the page: a JSON block beside the templates. */

/** @type {{base: string, lists?: string, words: Record<string, any>}} */
const block = JSON.parse(document.getElementById("sjekkliste-tekster")?.textContent || '{"base":".","words":{}}');

/** The site's base path, as every key in the browser's storage begins with it. */
export const base = new URL(`${block.base}/`, location.href).pathname.replace(/\/+$/, "/");

/** Where the lists are; pages from before do not say. */
export const lists = block.lists ?? `${base}data/sjekklister.json`;

/** The text with this name, its `{places}` filled in.
 * @param {string} name Dots lead into groups: "where.browser". @param {Record<string, string | number>} [values] */
export function words(name, values = {}) {
  const text = name.split(".").reduce((group, part) => group?.[part], /** @type {any} */ (block.words));
  if (typeof text !== "string") throw new Error(`no words for ${name}`);
  return text.replace(/\{(\w+)\}/g, (place, key) => String(values[key] ?? place));
}

/** The texts of one group, by their names.
 * @param {string} name @returns {any} Typed by the caller, who knows the group. */
export const wordGroup = (name) => block.words[name];

/** A copy of a template's only element. @param {string} id @returns {HTMLElement} */
export function copy(id) {
  const template = document.getElementById(id);
  if (!(template instanceof HTMLTemplateElement)) throw new Error(`no template ${id}`);
  return /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
}

/** A new element. @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Partial<HTMLElementTagNameMap[Tag]>} properties @param {...(Node | string)} content */
export function element(tag, properties, ...content) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...content);
  return made;
}

/** A line of a list. @param {...(Node | string)} content */
export const line = (...content) => element("li", {}, ...content);

/** The one element inside `root` that the selector names.
 * @param {ParentNode} root @param {string} selector @returns {any} Typed by the caller, who knows the template. */
export function part(root, selector) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
