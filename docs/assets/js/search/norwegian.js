/** Norwegian words as a search compares them: letters folded, endings off, compounds taken apart. */

const JOINTS = ["", "s", "e"];
const SHORTEST = 4; // Letters of a part of a compound.
const LETTERS = 3; // What is left of a word at least.

/** Longest first, in folded letters: nouns, verbs, adjectives, and what nynorsk has of its own. */
const ENDINGS = [
  "eringene", "eringens", "eringen", "eringer", "eringa", "ering", "ingene", "ingane", "ingens", "ingen", "inger", "ingar", "inga", "ing",
  "elsene", "elsen", "elser", "else", "hetene", "heten", "heter", "het", "erende", "erte", "erer", "ert", "ere", "erne", "eren", "eret",
  "ende", "enes", "anes", "ene", "ane", "ers", "ens", "ets", "en", "et", "er", "ar", "te", "es", "as", "a", "e", "t", "r",
];

/** In small letters without marks; æ, ø and å as they are also typed. Signs that nobody sees are gone.
 * @param {string} text */
export const folded = (text) =>
  text.normalize("NFKC").replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "").toLowerCase()
    .replace(/ae|æ|ä/g, "a").replace(/oe|ø|ö|œ/g, "o").replace(/aa|å/g, "a")
    .normalize("NFD").replace(/\p{M}/gu, "")
    .replaceAll("oy", "o"); // høyring is høring

/** The words of a text; a code such as F3.6 is one. @param {string} text */
export const wordsIn = (text) => folded(text).match(/[a-z]\d+(?:\.\d+)?|§|[\p{L}\p{N}]+/gu) ?? [];

/** A word without its ending, so that its forms are one. @param {string} word  Folded. */
export function stem(word) {
  if (/\d/.test(word)) return word;
  const bare = word.length > LETTERS + 1 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  const ending = ENDINGS.find((one) => bare.endsWith(one) && bare.length - one.length >= LETTERS);
  return short(ending ? bare.slice(0, -ending.length) : bare);
}

/** Of a double consonant, one: rammen and ramme, plass and plassen; of -el, -er before an ending, -l and -r.
 * @param {string} word */
const short = (word) => word.replace(/(.)\1$/, "$1").replace(/(?<=[^aeiouy])e([lr])$/, "$1");

/** The parts of a compound whose parts are words of their own, as stems.
 * @param {string} word  Folded. @param {(stem: string) => boolean} isWord */
export function partsOf(word, isWord) {
  for (let cut = SHORTEST; cut <= word.length - SHORTEST; cut += 1) {
    const last = stem(word.slice(cut));
    if (last.length < LETTERS || !isWord(last)) continue;
    const joint = JOINTS.find((one) => word.slice(0, cut).endsWith(one) && cut - one.length >= SHORTEST - 1 && isWord(stem(word.slice(0, cut - one.length))));
    if (joint !== undefined) return [stem(word.slice(0, cut - joint.length)), last];
  }
  return [];
}
