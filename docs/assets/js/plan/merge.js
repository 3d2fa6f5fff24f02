/**
 * Two versions of a plan, field by field: what only one has, what both say, where they disagree.
 *
 * @import { Plan } from "./types.js"
 * @import { Fields, Where } from "./fields.js"
 *
 * @typedef {object} Pair  A field as the two have it; "" where one has nothing.
 * @property {Where | "details" | "kommuner"} where
 * @property {string} id  Of the item or question, behind the kommune if one of several answered
 *   it; "plan" for a detail.
 * @property {string} field
 * @property {string} mine
 * @property {string} theirs
 *
 * @typedef {{onlyMine: Pair[], onlyTheirs: Pair[], same: Pair[], differ: Pair[]}} Comparison
 * @typedef {"mine" | "theirs"} Side
 * @typedef {Record<string, Side>} Choices  By choiceKey.
 */
import { withKnown } from "./known.js";
import { keyOf, withKommuner } from "./kommune.js";
import { DETAILS, KINDS, fieldsOf, makeEntry, own } from "./fields.js";

/** @param {Plan} mine @param {Plan} theirs @returns {Comparison} */
export function compare(mine, theirs) {
  const entries = [...entryPairs(mine, theirs, "items"), ...entryPairs(mine, theirs, "answers")];
  const pairs = [...entries, ...detailPairs(mine, theirs), ...kommunePairs(mine, theirs)];
  return {
    onlyMine: pairs.filter((pair) => pair.mine && !pair.theirs),
    onlyTheirs: pairs.filter((pair) => !pair.mine && pair.theirs),
    same: pairs.filter((pair) => pair.mine && pair.mine === pair.theirs),
    differ: pairs.filter((pair) => pair.mine && pair.theirs && pair.mine !== pair.theirs),
  };
}

/** For example "items/beslutning-mandat/due" or "details/plan/period".
 * @param {Pick<Pair, "where" | "id" | "field">} pair */
export const choiceKey = ({ where, id, field }) => `${where}/${id}/${field}`;

/** Takes what either has, and mine where they disagree and nothing else is chosen. Two plans
 * within the limits of a file can exceed them together: see that it reads before it is stored.
 * @param {Plan} mine @param {Plan} theirs @param {Choices} [choices] @returns {Plan} */
export function merge(mine, theirs, choices = {}) {
  const details = detailPairs(mine, theirs).map((pair) => [pair.field, taken(pair, choices)]);
  const merged = {
    ...mine,
    ...Object.fromEntries(details),
    changed: later(mine.changed, theirs.changed),
    items: mergeEntries(mine, theirs, "items", choices),
    answers: mergeEntries(mine, theirs, "answers", choices),
  };
  const known = withKnown(merged, [...(mine.known ?? []), ...(theirs.known ?? [])]);
  return withKommuner(known, mergeKommuner(mine, theirs, choices));
}

/** @param {Plan} mine @param {Plan} theirs @param {Where} where @param {Choices} choices
 * @returns {Record<string, Fields>} */
function mergeEntries(mine, theirs, where, choices) {
  return Object.fromEntries(
    idsOf(mine, theirs, where).flatMap((id) => {
      const sides = [fieldsOf(mine, where, id), fieldsOf(theirs, where, id)];
      const pairs = pairsOf(mine, theirs, where, id);
      const fields = Object.fromEntries(pairs.map((pair) => [pair.field, taken(pair, choices)]));
      const entry = makeEntry(where, id, said({ ...fields, ...traces(sides, where, fields) }));
      return entry ? [[id, entry]] : [];
    }),
  );
}

/** The fields that nobody typed: the hash comes from whoever last set the verdict that was taken.
 * @param {Fields[]} sides @param {Where} where @param {Fields} fields @returns {Fields} */
function traces(sides, where, fields) {
  const { verdict } = KINDS[where];
  const setters = sides.filter((side) => side["hash"] && own(side, verdict) === fields[verdict]);
  const times = setters.map((side) => side["changed"] ?? "");
  const last = setters.filter((side) => (side["changed"] ?? "") === times.reduce(later, ""));
  const hash = last.map((side) => side["hash"] ?? "").sort().at(-1) ?? "";
  return { hash, changed: sides.map((side) => side["changed"] ?? "").reduce(later) };
}

/** @param {Fields} fields */
const said = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));

/** @param {Pair} pair @param {Choices} choices */
function taken(pair, choices) {
  const theirs = own(choices, choiceKey(pair)) === "theirs";
  return theirs ? pair.theirs || pair.mine : pair.mine || pair.theirs;
}

/** Two ways to write one moment are settled by the text, so that the order of the sides never counts.
 * @param {string} one @param {string} other  "" is before all others. */
function later(one, other) {
  const between = Date.parse(one) - Date.parse(other);
  if (Number.isNaN(between)) return one || other;
  return between > 0 || (between === 0 && one > other) ? one : other;
}

/** @param {Plan} mine @param {Plan} theirs @param {Where} where */
const idsOf = (mine, theirs, where) =>
  [...new Set([...Object.keys(mine[where]), ...Object.keys(theirs[where])])].sort();

/** @param {Plan} mine @param {Plan} theirs @param {Where} where */
const entryPairs = (mine, theirs, where) =>
  idsOf(mine, theirs, where).flatMap((id) => pairsOf(mine, theirs, where, id));

/** @param {Plan} mine @param {Plan} theirs @param {Where} where @param {string} id @returns {Pair[]} */
function pairsOf(mine, theirs, where, id) {
  const [ours, other] = [fieldsOf(mine, where, id), fieldsOf(theirs, where, id)];
  const fields = Object.keys(KINDS[where].forms).filter((field) => !["hash", "changed"].includes(field));
  return fields.map((field) => ({ where, id, field, mine: ours[field] ?? "", theirs: other[field] ?? "" }));
}

/** @param {Plan} mine @param {Plan} theirs @returns {Pair[]} */
const detailPairs = (mine, theirs) =>
  DETAILS.map((field) => ({ where: "details", id: "plan", field, mine: mine[field], theirs: theirs[field] }));

/** Every kommune of the two, with its answers on each side as if they were all that side had.
 * @param {Plan} mine @param {Plan} theirs */
function kommunerOf(mine, theirs) {
  const [ours, others] = [mine, theirs].map((plan) => new Map(plan.kommuneAnswers?.map((one) => [keyOf(one.kommune), one])));
  return [...new Map([...(others ?? []), ...(ours ?? [])])].map(([key, { kommune }]) => {
    const [one, other] = [ours?.get(key), others?.get(key)];
    return {
      kommune,
      one: { ...mine, changed: one?.changed ?? "", answers: one?.answers ?? {} },
      other: { ...theirs, changed: other?.changed ?? "", answers: other?.answers ?? {} },
    };
  });
}

/** @param {Plan} mine @param {Plan} theirs @returns {Pair[]} */
const kommunePairs = (mine, theirs) =>
  kommunerOf(mine, theirs).flatMap(({ kommune, one, other }) =>
    entryPairs(one, other, "answers").map((pair) => ({ ...pair, where: "kommuner", id: `${kommune}: ${pair.id}` })),
  );

/** @param {Plan} mine @param {Plan} theirs @param {Choices} choices */
function mergeKommuner(mine, theirs, choices) {
  return kommunerOf(mine, theirs).map(({ kommune, one, other }) => {
    const prefix = `kommuner/${kommune}: `;
    const within = Object.entries(choices).filter(([key]) => key.startsWith(prefix));
    const inside = Object.fromEntries(within.map(([key, side]) => [`answers/${key.slice(prefix.length)}`, side]));
    return { kommune, changed: later(one.changed, other.changed), answers: mergeEntries(one, other, "answers", inside) };
  });
}
