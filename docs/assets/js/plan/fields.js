/**
 * What each field of a plan may hold. Reading and changing share these forms, so that nothing
 * can be entered which the next reading would refuse.
 *
 * @import { AnswerEntry, ItemEntry, Plan } from "./types.js"
 *
 * @typedef {"items" | "answers"} Where
 * @typedef {Record<string, string>} Fields  An entry of either kind, by the names of its fields.
 * @typedef {(value: unknown) => boolean} Form  Whether a value is one that the field may hold.
 * @typedef {object} Kind
 * @property {string} verdict  The field that the hash belongs to.
 * @property {Record<string, Form>} forms  Every field, in the order of the saved file.
 */
import { Refusal } from "./refusal.js";

export const LIMITS = { bytes: 5_000_000, text: 10_000, entries: 5_000, kommuner: 50, name: 200 };

/** @typedef {keyof typeof NO_DETAILS} Detail */

/** What a plan says of itself while it says nothing. */
export const NO_DETAILS = { name: "", kommuner: "", caseNumber: "", period: "", location: "" };
export const DETAILS = /** @type {Detail[]} */ (Object.keys(NO_DETAILS));

/** @type {import("./types.js").Answer[]} */
export const ANSWERS = ["ja", "delvis", "nei", "vet-ikke"];

/** @param {unknown} value @returns {value is string} */
const isTextValue = (value) => typeof value === "string" && value.length <= LIMITS.text;

/** @type {(pattern: RegExp) => Form} */
const matches = (pattern) => (value) => isTextValue(value) && pattern.test(value);

/** @type {(...words: string[]) => Form} */
const isOneOf = (...words) => (value) => isTextValue(value) && words.includes(value);

const isHash = matches(/^[0-9a-f]{12}$/);
const looksLikeInstant = matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/);

export const isId = matches(/^[a-z0-9-]+$/);

/** @type {Form} */
export const isInstant = (value) => looksLikeInstant(value) && exists(String(value).slice(0, 19));

/** @type {Form} */
const isDate = (value) => isTextValue(value) && value.length === 10 && exists(`${value}T00:00:00`);

/** The name of a kommune, with nothing around it. @type {Form} */
export const isName = (value) => isTextValue(value) && value !== "" && value === value.trim() && value.length <= LIMITS.name;

/** Date rolls 31 February over to March, so only a moment that comes back as it was exists.
 * @param {string} moment  To the second, without a time zone. */
function exists(moment) {
  const date = new Date(`${moment}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, -5) === moment;
}

/** @type {Record<Where, Kind>} */
export const KINDS = {
  items: {
    verdict: "state",
    forms: {
      text: isTextValue,
      state: isOneOf("done", "na"),
      owner: isTextValue,
      due: isDate,
      note: isTextValue,
      hash: isHash,
      changed: isInstant,
    },
  },
  answers: {
    verdict: "answer",
    forms: {
      answer: isOneOf(...ANSWERS),
      reason: isTextValue,
      hash: isHash,
      changed: isInstant,
    },
  },
};

/**
 * What becomes of a field that two have changed: both texts, on one line or several; one of the values; the
 * latest moment; one way to write a name. What nobody here knows is one value.
 * @typedef {"line" | "lines" | "one" | "latest" | "name"} Policy
 * @type {Record<string, Policy>}
 */
const POLICIES = {
  name: "line", kommuner: "line", caseNumber: "line", period: "line", location: "line", owner: "line", text: "line",
  note: "lines", reason: "lines", state: "one", answer: "one", due: "one", hash: "one", changed: "latest", kommune: "name",
};

/** @param {string} field */
export const policyOf = (field) => own(POLICIES, field) ?? "one";

/** Whether two values can stand one after the other. @param {Policy} policy */
export const isText = (policy) => policy === "line" || policy === "lines";

/** An id may be called "constructor", which every object seems to have.
 * @template T
 * @param {Record<string, T> | undefined} record
 * @param {string} key
 * @returns {T | undefined}
 */
export const own = (record, key) => (record && Object.hasOwn(record, key) ? record[key] : undefined);

/** The plan's entry as its fields, or none of them when it has no such entry.
 * @param {Plan} plan @param {Where} where @param {string} id @returns {Fields} */
export function fieldsOf(plan, where, id) {
  /** @type {Record<string, ItemEntry | AnswerEntry>} */
  const entries = plan[where];
  return /** @type {Fields} */ (own(entries, id) ?? {});
}

/** Refuses a value that the field at this path may not hold.
 * @param {Form} form @param {unknown} value @param {string} path @returns {string} */
export function demand(form, value, path) {
  const shown = path.length > 100 ? `${path.slice(0, 100)}…` : path;
  if (!form(value)) throw new Refusal("bad-field", { field: shown });
  return String(value);
}

/** @param {unknown} value @param {string} path */
export const demandText = (value, path) => demand(isTextValue, value, path);

/**
 * The entry that these values make, or nothing when they say nothing.
 * @param {Where} where
 * @param {string} id
 * @param {Record<string, unknown>} values
 * @param {object} [more]  What is not known here, and is kept as it is.
 * @returns {Fields | undefined}
 */
export function makeEntry(where, id, values, more = {}) {
  demand(isId, id, `${where}.${id}`);
  /** @type {Fields} */
  const entry = {};
  for (const [field, form] of Object.entries(KINDS[where].forms)) {
    const value = own(values, field);
    if (value === undefined) continue;
    const text = demand(form, value, `${where}.${id}.${field}`);
    if (text !== "") entry[field] = text;
  }
  if (!Object.hasOwn(entry, KINDS[where].verdict)) delete entry["hash"];
  const whole = { ...entry, ...more };
  return Object.keys(whole).some((field) => field !== "changed") ? whole : undefined;
}
