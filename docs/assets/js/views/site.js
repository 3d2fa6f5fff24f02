/** The lists as the site has them now, fetched the first time somebody needs them. */
import { settle } from "../plan/catalog.js";
import { lists, wordGroup } from "./words.js";

/** @typedef {import("../plan/types.js").CatalogList & {url: string}} List */
/** @typedef {{site: string, own?: import("../plan/types.js").Catalog["own"], phases: {id: string, code: string, title: string}[], checklists: List[]}} Site  sjekklister.json */

/** @type {Promise<Site> | undefined} */
let asked;

/** Fails where the file cannot be fetched; the next call then tries again. @returns {Promise<Site>} */
export function site() {
  asked ??= fetch(lists).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.json().then(withMeasures);
  });
  asked.catch(() => (asked = undefined));
  return asked;
}

/** The measures are lists of no phase: what is chosen there is no step of the work.
 * @param {Site & {measures?: List[]}} found  Data from before has none. @returns {Site} */
function withMeasures({ measures = [], ...found }) {
  const lists = measures.map((one) => ({ ...one, kind: /** @type {const} */ ("checklist"), phase: "" }));
  return { ...found, own: wordGroup("own"), checklists: [...found.checklists, ...lists] };
}

/** What each item is called, by its id, the own ones in these plans included. @param {Site} found @param {...import("../plan/types.js").Plan} plans */
export const itemNames = (found, ...plans) =>
  new Map(plans.flatMap((plan) => settle(plan, found).lists).flatMap(({ items }) => items.map(({ id, code, text }) => [id, `${code} ${text}`])));

/** An address of the data on this host, whatever the site's canonical one is. @param {string} address */
export function here(address) {
  const { pathname, hash } = new URL(address);
  return pathname + hash;
}
