/**
 * What becomes of a plan that two have changed: the one place that decides it, for windows, undo, files,
 * workbooks and several kommuner alike.
 *
 * @import { Plan } from "./types.js"
 * @import { Tree } from "./tree.js"
 * @import { Pair } from "./pair.js"
 *
 * @typedef {"mine" | "theirs" | "both"} Side  "both" is only for texts, and as long as they have room together.
 * @typedef {(pair: Pair, policy: import("./fields.js").Policy) => Side} Choose
 * @typedef {{choose: Choose, told: Pair[], names: Map<string, string>, newest: number}} How
 */
import { LIMITS, isText, own, policyOf } from "./fields.js";
import { choiceKey, namesIn, pairAt } from "./pair.js";
import { isAlike, isTree, planOf, treeOf } from "./tree.js";

/** Between windows: of texts both stay, and else what is stored. @type {Choose} */
export const stored = (_, policy) => (isText(policy) ? "both" : "theirs");

/** To undo: what has been changed since stays. @type {Choose} */
export const since = () => "theirs";

/**
 * The plan with what either side has changed since the base.
 * @param {Plan | undefined} base  What both began with; nothing where they have nothing in common.
 * @param {Plan} mine  The plan keeps its id.
 * @param {Plan} theirs
 * @param {Choose} [choose]  Decides where both have changed one field.
 * @returns {{plan: Plan, told: Pair[]}}  `told` are those of which only one side is left.
 */
export function reconcile(base, mine, theirs, choose = stored) {
  /** @type {How} */
  const how = { choose, told: [], names: namesIn(theirs, mine), newest: 0 };
  const [{ id: _, ...before }, { id, ...one }, { id: __, ...other }] = [base ? treeOf(base) : { id: "" }, treeOf(mine), treeOf(theirs)];
  const tree = met(before, one, other, [], how);
  return { plan: planOf({ ...tree, id, kommuneAnswers: named(tree.kommuneAnswers, [other, one, before]) }), told: how.told };
}

/** Takes what either has, and mine where they disagree and nothing else is chosen. Two plans within the limits
 * of a file can exceed them together: see that it reads before it is stored.
 * @param {Plan} mine @param {Plan} theirs @param {Record<string, "mine" | "theirs">} [choices]  By choiceKey.
 * @param {Plan} [dropped]  What theirs has taken away. */
export const merge = (mine, theirs, choices = {}, dropped = undefined) => reconcile(dropped, mine, theirs, (pair) => own(choices, choiceKey(pair)) ?? "mine").plan;

/** @param {any} base @param {any} mine @param {any} theirs @param {string[]} path @param {How} how @returns {any} */
function met(base, mine, theirs, path, how) {
  if (same(mine, theirs)) return mine;
  if ([base, mine, theirs].every((side) => side === undefined || isTree(side))) return metTrees(base, mine, theirs, path, how);
  if (same(base, mine)) return theirs;
  return same(base, theirs) ? mine : decided(base, mine, theirs, path, how);
}

/** @param {any} base @param {any} mine @param {any} theirs @param {string[]} path @param {How} how */
function metTrees(base, mine, theirs, path, how) {
  const inside = { ...how, newest: Date.parse(mine?.changed) - Date.parse(theirs?.changed) || 0 };
  const names = Object.keys({ ...base, ...theirs, ...mine });
  const pairs = names.map((name) => [name, met(own(base, name), own(mine, name), own(theirs, name), [...path, name], inside)]);
  const left = pairs.filter(([, value]) => value !== undefined);
  return left.length || path.length < 2 ? Object.fromEntries(left) : undefined;
}

/** A value that both have changed. @param {any} base @param {any} mine @param {any} theirs @param {string[]} path @param {How} how */
function decided(base, mine, theirs, path, { choose, told, names, newest }) {
  const pair = pairAt(path, mine, theirs, names);
  const policy = policyOf(pair.field);
  if (policy === "latest") return latest(mine, theirs);
  if (policy === "name") return [mine, theirs].sort()[0];
  // The same verdict on two versions of the text: whoever gave it last has seen the newer one.
  if (pair.mine === pair.theirs) return (newest || (mine < theirs ? -1 : 1)) > 0 ? mine : theirs;
  const side = choose(pair, policy);
  if (side === "both") {
    // Two windows that join the same texts must come to the same.
    const [first = "", second = ""] = [pair.mine, pair.theirs].sort();
    const both = joinTexts(base ?? "", first, second, policy);
    if (both.length <= LIMITS.text) return both;
  }
  told.push(pair);
  return side === "mine" ? mine : theirs;
}

/** The one text with the parts of the other that it has not; what both began with stands once.
 * @param {string} base @param {string} first @param {string} second @param {string} policy */
export function joinTexts(base, first, second, policy) {
  if (!first.trim() || !second.trim()) return first.trim() ? first : second;
  const between = policy === "lines" ? "\n" : "; ";
  const added = second.slice(base.length);
  const isAdded = base && first.startsWith(base) && second.startsWith(base) && /^[\s;]/.test(added);
  const [there, came] = [first, isAdded ? added.replace(/^[\s;]+/, "") : second].map((text) => text.split(between));
  const before = base.split(between);
  const isIn = (/** @type {string[]} */ parts, /** @type {string} */ part) =>
    parts.some((one) => one !== part && one.startsWith(part) && (before.includes(part) || !/^[\p{L}\p{N}]/u.test(one.slice(part.length))));
  // Of a line that one has written on, the shorter is in the longer; a word that begins another is not.
  const left = there?.filter((part) => part === "" || !isIn(came ?? [], part)) ?? [];
  const fresh = came?.filter((part) => part === "" || (!left.includes(part) && !isIn(left, part))) ?? [];
  // Of blank lines around what is left out, one stays.
  const spaced = fresh.filter((part, place) => part !== "" || (fresh[place - 1] !== "" && fresh.slice(place).some(Boolean)));
  return [...left, ...spaced].join(between);
}

/** Two ways to write one moment are settled by the text, so that the order of the sides never counts.
 * @param {string} [one] @param {string} [other] */
export function latest(one = "", other = "") {
  const between = Date.parse(one) - Date.parse(other);
  if (Number.isNaN(between)) return one || other;
  return between > 0 || (between === 0 && one > other) ? one : other;
}

/** Answers that are left bring back the kommune they are from. @param {Tree} tree @param {Tree[]} sides */
function named(tree, sides) {
  const left = Object.entries(tree).filter(([, { kommune, answers }]) => kommune || answers);
  return Object.fromEntries(left.map(([key, one]) => {
    const [known] = sides.flatMap((side) => own(side["kommuneAnswers"], key) ?? []);
    return [key, { ...known, ...one, answers: one.answers ?? {} }];
  }));
}

/** @param {any} one @param {any} other */
const same = (one, other) => one === other || (Array.isArray(one) && isAlike(one, other));
