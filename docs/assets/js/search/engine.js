/** Finds pages, sections, items and files by what a reader types. */
import MiniSearch from "../vendor/minisearch.js";
import { bare, folded, partsOf, stem, wordsIn } from "./norwegian.js";

/**
 * @typedef {"page" | "section" | "item" | "measure" | "file"} Kind
 * @typedef {{url: string, title: string, page: string, kind: Kind}} Hit
 * @typedef {{entries: [string, string, Kind][], words: string, others: Record<string, string>, common: string[]}} Index
 * sok.json: what stands on a page follows it, with the anchor there as its address; each line of `words` is a word and
 * the places of the entries that have it, each counted from the one before.
 */

const WEIGHTS = { page: 1.5, section: 1, item: 0.8, measure: 0.5, file: 0.9 };
const TITLE = 5; // What a title adds that is just what is asked for.
const COMMON = 0.3; // Of an everyday word in it, beside one that tells something.
const MOST = 20;

export class Engine {
  /** @param {Index} index */
  constructor({ entries, words, others, common }) {
    this.common = new Set(common.map(folded));
    this.entries = unpacked(entries, words);
    this.others = Object.entries(others).map(([name, other]) => ({ name: this.key(wordsIn(name)), other: wordsIn(other) }));
    const known = new Set(this.entries.flatMap(({ title, text }) => wordsIn(`${title} ${text}`)).filter((word) => word.length > 2 && !this.common.has(word)).map(stem).flatMap(typed));
    const isWord = (/** @type {string} */ one) => known.has(one);
    /** @param {string} word */
    this.termsOf = (word) => [...new Set([stem(word), ...partsOf(word, isWord)])];
    const termsIn = once((word) => this.termsOf(word).flatMap(typed));
    this.mini = new MiniSearch({ fields: ["title", "page", "text"], tokenize: wordsIn, processTerm: termsIn });
    this.mini.addAll(this.entries);
    this.titles = this.entries.map(({ title }) => this.weighed(wordsIn(title)));
  }

  /** The best of what is found, and what was looked for instead where nothing is written as the reader wrote it.
   * @param {string} query @returns {{hits: Hit[], meant: string}} */
  find(query) {
    const written = wordsIn(query.replace(/\b([a-z]) (?=\d+\.\d)/gi, "$1")); // F 3.6 is F3.6
    if (!written.length) return { hits: [], meant: "" };
    const asked = this.telling(written);
    const key = ` ${marked(written)} ${this.key(asked)} `;
    const others = this.others.filter(({ name }) => typed(name).some((one) => key.includes(` ${one} `))).flatMap(({ other }) => other);
    const queries = [
      ...asked.map((word) => ({ queries: [word], fuzzy: (/** @type {string} */ term) => fuzziness(word, term), prefix: (/** @type {string} */ term) => term.length > 3 })),
      ...(others.length ? [{ queries: this.telling(others), combineWith: "OR" }] : []),
    ];
    const said = this.weighed([...written, ...others]);
    const found = this.mini.search({ combineWith: "OR", queries }, {
      tokenize: (/** @type {string} */ word) => [word],
      processTerm: this.termsOf,
      boost: { title: 4, page: 1 },
      weights: { fuzzy: 0.4, prefix: 0.5 },
      boostDocument: once((/** @type {number} */ id) => this.weight(id, said)),
    });
    const hits = found.slice(0, MOST).map((/** @type {{id: number}} */ { id }) => this.entries[id]);
    return { hits, meant: this.meant(asked, found) };
  }

  /** Those that tell something apart; all where none does. @param {string[]} words */
  telling(words) {
    const telling = words.filter((word) => !this.common.has(word));
    return telling.length ? telling : words;
  }

  /** The stems of those that tell something apart; where none does, the words as they are, with a mark.
   * @param {string[]} words */
  key(words) {
    return words.every((word) => this.common.has(word)) ? marked(words) : this.telling(words).map(stem).join(" ");
  }

  /** How much each stem of the words says, and all of them. @param {string[]} words */
  weighed(words) {
    const stems = new Map(words.map((word) => [bare(stem(word)), this.common.has(word) ? COMMON : 1]));
    return { stems, all: [...stems.values()].reduce((sum, one) => sum + one, 0) };
  }

  /** The nearer a title is to what is asked for, the further up. @param {number} id @param {ReturnType<Engine["weighed"]>} said */
  weight(id, said) {
    const { stems, all } = this.titles[id] ?? this.weighed([]);
    let both = 0;
    for (const [one, says] of stems) if (said.stems.has(one)) both += says;
    return WEIGHTS[this.entries[id]?.kind ?? "page"] * (1 + TITLE * ((2 * both) / (all + said.all)) ** 2);
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

/** Each entry as it is shown, with its words. @param {Index["entries"]} entries @param {string} words */
function unpacked(entries, words) {
  let [on, page] = ["", ""];
  const found = entries.map(([address, title, kind], id) => {
    if (kind === "page") [on, page] = [address, title];
    return { id, url: kind === "page" ? on : on + address, title, page: kind === "page" ? "" : page, kind, text: "" };
  });
  for (const line of words.split("\n")) {
    const [word, ...steps] = line.split(" ");
    let id = 0;
    for (const step of steps) {
      const entry = found[(id += Number(step))];
      if (entry) entry.text += `${word} `;
    }
  }
  return found;
}

/** As it is, and as it is also typed. @param {string} word */
const typed = (word) => [...new Set([word, bare(word)])];

/** Made the first time that it is asked for. @template Key, Value @param {(key: Key) => Value} make @returns {(key: Key) => Value} */
function once(make) {
  /** @type {Map<Key, Value>} */
  const made = new Map();
  return (key) => made.get(key) ?? (made.set(key, make(key)), /** @type {Value} */ (made.get(key)));
}

/** @param {string[]} words */
const marked = (words) => words.map((word) => `.${word}`).join(" ");

/** One or two letters may be wrong in a long word, none in a short one. @param {string} word @param {string} term */
const fuzziness = (word, term) => (term.length < 5 || /\d/.test(term) ? false : word.length < 8 || term.length < 6 ? 1 : 2);
