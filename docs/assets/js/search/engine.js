/** Finds pages, sections, items and files by what a reader types. */
import MiniSearch from "../vendor/minisearch.js";
import { folded, partsOf, stem, wordsIn } from "./norwegian.js";

/**
 * @typedef {"page" | "section" | "item" | "file"} Kind
 * @typedef {{url: string, title: string, page: string, kind: Kind}} Hit
 * @typedef {{entries: [string, string, string, Kind, string][], others: Record<string, string>, common: string[]}} Index  sok.json
 */

const WEIGHTS = { page: 1.5, section: 1, item: 0.8, file: 0.9 };
const MOST = 20;

export class Engine {
  /** @param {Index} index */
  constructor({ entries, others, common }) {
    this.common = new Set(common.map(folded));
    this.others = Object.entries(others).map(([name, other]) => ({ name: wordsIn(name).join(" "), other: wordsIn(other) }));
    /** @type {(Hit & {id: number, text: string})[]} */
    this.entries = entries.map(([url, title, page, kind, text], id) => ({ id, url, title, page, kind, text }));
    const stems = new Set(this.entries.flatMap(({ title, page, text }) => wordsIn(`${title} ${page} ${text}`)).filter((word) => word.length > 3).map(stem));
    const isWord = (/** @type {string} */ one) => stems.has(one);
    /** @param {string} word */
    this.termsOf = (word) => [...new Set([stem(word), ...partsOf(word, isWord)])];
    this.mini = new MiniSearch({ fields: ["title", "page", "text"], tokenize: wordsIn, processTerm: this.termsOf });
    this.mini.addAll(this.entries);
    this.titles = new Map(this.entries.map((one) => [one.id, wordsIn(one.title).join(" ")]));
  }

  /** The best of what is found, and what was looked for instead where nothing is written as the reader wrote it.
   * @param {string} query @returns {{hits: Hit[], meant: string}} */
  find(query) {
    const written = wordsIn(query);
    const telling = written.filter((word) => !this.common.has(word));
    const asked = telling.length ? telling : written;
    if (!asked.length) return { hits: [], meant: "" };
    const whole = asked.join(" ");
    const others = this.others.filter(({ name }) => ` ${written.join(" ")} `.includes(` ${name} `)).flatMap(({ other }) => other);
    const queries = [
      { queries: asked, combineWith: "OR", fuzzy: fuzziness, prefix: (/** @type {string} */ term) => term.length > 3 },
      ...(others.length ? [{ queries: others, combineWith: "OR", boost: { title: 2 } }] : []),
    ];
    const found = this.mini.search({ combineWith: "OR", queries }, {
      boost: { title: 4, page: 1 },
      weights: { fuzzy: 0.4, prefix: 0.5 },
      boostDocument: (/** @type {number} */ id) => this.weight(id, whole),
    });
    const hits = found.slice(0, MOST).map((/** @type {{id: number}} */ { id }) => this.entries[id]);
    return { hits, meant: this.meant(asked, found) };
  }

  /** A page that is called what is asked for comes before one that only speaks of it. @param {number} id @param {string} asked */
  weight(id, asked) {
    const [entry, title] = [this.entries[id], this.titles.get(id) ?? ""];
    const whole = title === asked ? 6 : title.startsWith(`${asked} `) ? 2 : 1;
    return (entry ? WEIGHTS[entry.kind] : 1) * whole;
  }

  /** @param {string[]} asked @param {any[]} found */
  meant(asked, found) {
    const [first] = found;
    if (!first || asked.some((word) => this.termsOf(word).some((term) => found.some((one) => one.terms.includes(term))))) return "";
    const terms = new Set(first.terms);
    const entry = this.entries[first.id];
    const near = `${entry?.title} ${entry?.page} ${entry?.text}`.match(/[\p{L}\p{N}]+/gu)?.find((word) => this.termsOf(folded(word)).some((term) => terms.has(term)));
    return near?.toLowerCase() ?? "";
  }
}

/** One or two letters may be wrong in a long word, none in a short one. @param {string} term */
const fuzziness = (term) => (term.length < 5 || /\d/.test(term) ? false : term.length < 8 ? 1 : 2);
