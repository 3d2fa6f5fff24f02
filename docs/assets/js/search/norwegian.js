/** Norwegian words as a search compares them: letters folded, endings off, compounds taken apart. */

const JOINTS = ["", "s", "e"];
const SHORTEST = 3; // Letters of a part of a compound.
const BEGINNING = 7; // Letters of a part that is known alone.
const LETTERS = 3; // What is left of a word at least.

/** Longest first, in folded letters: nouns, verbs, adjectives, and what nynorsk has of its own. */
const ENDINGS = [
  "eringene", "eringens", "eringen", "eringer", "eringa", "ering", "ingene", "ingane", "ingens", "ingen", "inger", "ingar", "inga", "ing",
  "elsene", "elsen", "elser", "else", "hetene", "heten", "heter", "het", "asjonene", "asjonen", "asjoner", "asjonar", "asjon", "erende", "erte", "erer", "ert", "ere", "erne", "eren", "eret",
  "arane", "arar", "aren", "ende", "enes", "anes", "ene", "ane", "ers", "ens", "ets", "en", "et", "er", "ar", "te", "es", "as", "a", "e", "t", "r",
];

/** In small letters without marks, æ, ø and å as such however they are typed. Signs that nobody sees are gone.
 * @param {string} text */
export const folded = (text) =>
  text.normalize("NFKC").replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "").toLowerCase()
    .replace(/ae|ä/g, "æ").replace(/oe|ö|œ/g, "ø").replaceAll("aa", "å")
    .normalize("NFD").replace(/a\u030a|\p{M}/gu, (mark) => (mark.length > 1 ? "å" : ""))
    .replace(/([øo])y/g, "$1").replaceAll("frem", "fram"); // høyring is høring, saksfremlegg is saksframlegg

/** As one types it who has no æ, ø and å. @param {string} word  Folded. */
export const bare = (word) => word.replace(/[æå]/g, "a").replaceAll("ø", "o");

/** The words of a text; a code such as F3.6 is one. @param {string} text */
export const wordsIn = (text) => folded(text).match(/[a-z]\d+(?:\.\d+)?|§|[\p{L}\p{N}]+/gu) ?? [];

/** A word without its ending, so that its forms are one. @param {string} word  Folded. */
export function stem(word) {
  if (/\d/.test(word)) return word;
  const base = word.length > LETTERS + 1 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  const ending = ENDINGS.find((one) => base.endsWith(one) && base.length - one.length >= LETTERS);
  return short(ending ? base.slice(0, -ending.length) : base);
}

/** Of a double consonant, one: rammen and ramme, plass and plassen; of -el, -er before an ending, -l and -r; of -t
 * nothing, which may be an ending: mandat and mandatet. @param {string} word */
const short = (word) => word.replace(/(.)\1$/, "$1").replace(/(?<=[^aeiouyæøå])e([lr])$/, "$1").replace(/(?<=...)t$/, "");

/** The parts of a compound whose parts are words of their own, as stems; else the longest beginning that is one.
 * @param {string} word  Folded. @param {(stem: string) => boolean} isWord */
export function partsOf(word, isWord) {
  const ending = ENDINGS.find((one) => word.endsWith(one)) ?? "";
  for (let cut = SHORTEST; cut < word.length - Math.max(ending.length, SHORTEST - 1); cut += 1) {
    const last = stem(word.slice(cut));
    if (last.length < LETTERS || !isWord(last)) continue;
    const joint = JOINTS.find((one) => word.slice(0, cut).endsWith(one) && cut - one.length >= SHORTEST && isWord(stem(word.slice(0, cut - one.length))));
    if (joint !== undefined) return [stem(word.slice(0, cut - joint.length)), last];
  }
  if (isWord(stem(word))) return [];
  const begins = Array.from(word, (_, cut) => stem(word.slice(0, cut))).slice(BEGINNING, 1 - SHORTEST);
  return begins.filter(isWord).slice(-1);
}
