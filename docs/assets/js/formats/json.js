/**
 * The saved file: a plan as text, and text as a plan or a plain reason why not.
 *
 * @import { AnswerEntry, ItemEntry, KommuneAnswers, Plan, ReadError } from "../plan/types.js"
 * @import { Fields, Where } from "../plan/fields.js"
 *
 * @typedef {{ok: true, plan: Plan} | {ok: false, error: ReadError}} ReadResult
 */
import { DETAILS, KINDS, LIMITS, demand, demandText, isId, isInstant, isName, makeEntry, own } from "../plan/fields.js";
import { withKnown } from "../plan/known.js";
import { keeper, moreOf } from "../plan/more.js";
import { keyOf, withKommuner } from "../plan/kommuner.js";
import { Refusal, refused } from "../plan/refusal.js";
import { isTree } from "../plan/tree.js";

const FORMAT = "sjekkliste-plan";
const VERSION = 1;
export const PLAN = ["format", "version", "id", ...DETAILS, "changed", "items", "answers", "known", "kommuneAnswers"];
const KOMMUNE = ["kommune", "changed", "answers"];
const DEPTH = 4; // The plan, a kommune, its answers, an entry: what lies deeper is never understood.

/** The same plan always gives the same text, whatever the order it was entered in.
 * @param {Plan} plan */
export function writePlan(plan) {
  const file = {
    format: FORMAT,
    version: VERSION,
    id: plan.id,
    ...pick(plan, DETAILS),
    changed: plan.changed,
    items: sorted(plan.items, "items"),
    answers: sorted(plan.answers, "answers"),
    ...(plan.known?.length ? { known: plan.known } : {}),
    ...(plan.kommuneAnswers?.length ? { kommuneAnswers: plan.kommuneAnswers.map(kommuneFile) } : {}),
    ...moreOf(plan, PLAN),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @param {KommuneAnswers} one */
const kommuneFile = (one) => ({ kommune: one.kommune, changed: one.changed, answers: sorted(one.answers, "answers"), ...moreOf(one, KOMMUNE) });

/** Never throws. Fields that are not known here come along as they are.
 * @param {string} text @returns {ReadResult} */
export function readPlan(text) {
  try {
    return { ok: true, plan: planFrom(parse(text)) };
  } catch (error) {
    return { ok: false, error: refused(error, "not-json") };
  }
}

/** @param {Record<string, ItemEntry | AnswerEntry>} entries @param {Where} where */
function sorted(entries, where) {
  const names = Object.keys(KINDS[where].forms);
  const byId = Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(byId.map(([id, entry]) => [id, { ...pick(entry, names), ...moreOf(entry, names) }]));
}

/** @param {object} source @param {readonly string[]} names */
function pick(source, names) {
  const fields = new Map(Object.entries(source));
  return Object.fromEntries(names.filter((name) => fields.has(name)).map((name) => [name, fields.get(name)]));
}

/** @param {string} text @returns {Record<string, unknown>} */
function parse(text) {
  if (typeof text !== "string") throw new Refusal("not-json");
  if (isTooLarge(text)) throw new Refusal("too-large");
  const json = text.replace(/^\uFEFF/, ""); // Some Windows editors begin a file with this mark.
  const source = JSON.parse(json);
  if (!isTree(source) || own(source, "format") !== FORMAT) throw new Refusal("wrong-format");
  const version = own(source, "version");
  if (Number.isInteger(version) && Number(version) > VERSION)
    throw new Refusal("newer-version", { version: String(version) });
  demand((value) => value === VERSION, version, "version");
  refuseDuplicates(json);
  return source;
}

/** Counts characters first, since there are never more of them than of bytes.
 * @param {string} text */
const isTooLarge = (text) =>
  text.length > LIMITS.bytes || new TextEncoder().encode(text).length > LIMITS.bytes;

/** JSON.parse keeps the last of two fields with one name and drops the first without a word.
 * @param {string} json  Known to be JSON. */
function refuseDuplicates(json) {
  /** @type {string[]} */
  const path = [];
  /** @type {Set<string>[]} */
  const seen = [];
  let depth = 0;
  for (const [token, name, colon] of json.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}]/g)) {
    if (token === "{") seen[depth++] = new Set();
    else if (token === "}") depth--;
    else if (colon && name && depth <= DEPTH) {
      path.splice(depth - 1, Infinity, JSON.parse(name));
      demand(() => !seen[depth - 1]?.has(String(path.at(-1))), "", path.join("."));
      seen[depth - 1]?.add(String(path.at(-1)));
    }
  }
}

/** @param {Record<string, unknown>} source @returns {Plan} */
function planFrom(source) {
  const more = keeper();
  /** @type {Plan} */
  const plan = {
    format: FORMAT,
    version: VERSION,
    id: demand(isId, own(source, "id"), "id"),
    .../** @type {Pick<Plan, import("../plan/fields.js").Detail>} */ (Object.fromEntries(DETAILS.map((name) => [name, demandText(own(source, name), name)]))),
    changed: demand(isInstant, own(source, "changed"), "changed"),
    items: entriesFrom(own(source, "items"), "items", more),
    answers: entriesFrom(own(source, "answers"), "answers", more),
    ...more(source, PLAN),
  };
  const known = withKnown(plan, idsFrom(own(source, "known") ?? []));
  return withKommuner(known, kommunerFrom(own(source, "kommuneAnswers") ?? [], more));
}

/** @param {unknown} source @returns {string[]} */
function idsFrom(source) {
  demand(() => Array.isArray(source) && source.length <= LIMITS.entries, source, "known");
  return /** @type {unknown[]} */ (source).map((id) => demand(isId, id, "known"));
}

/** @param {unknown} source @param {ReturnType<typeof keeper>} more @returns {KommuneAnswers[]} */
function kommunerFrom(source, more) {
  const field = "kommuneAnswers";
  demand(() => Array.isArray(source) && source.length <= LIMITS.kommuner, source, field);
  const found = /** @type {unknown[]} */ (source).map((one) => {
    demand(isTree, one, field);
    const values = /** @type {Record<string, unknown>} */ (one);
    return {
      kommune: demand((name) => isName(name), own(values, "kommune"), `${field}.kommune`),
      changed: demand(isInstant, own(values, "changed"), `${field}.changed`),
      answers: entriesFrom(own(values, "answers"), "answers", more),
      ...more(values, KOMMUNE),
    };
  });
  demand(() => new Set(found.map(({ kommune }) => keyOf(kommune))).size === found.length, source, field);
  return found;
}

/** @param {unknown} source @param {Where} where @param {ReturnType<typeof keeper>} more @returns {Record<string, Fields>} */
function entriesFrom(source, where, more) {
  const found = isTree(source) ? Object.entries(source) : [];
  demand(() => isTree(source) && found.length <= LIMITS.entries, source, where);
  const entries = found.map(([id, values]) => /** @type {const} */ ([id, entryFrom(where, id, values, more)]));
  return Object.fromEntries(entries.flatMap(([id, entry]) => (entry ? [[id, entry]] : [])));
}

/** @param {Where} where @param {string} id @param {unknown} values @param {ReturnType<typeof keeper>} more */
function entryFrom(where, id, values, more) {
  if (!isTree(values)) throw new Refusal("bad-field", { field: `${where}.${id}` });
  return makeEntry(where, id, values, more(values, Object.keys(KINDS[where].forms)));
}
