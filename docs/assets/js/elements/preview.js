/** What is in a plan that comes in, beside what the reader has, before anything is changed. */
import { settle } from "../plan/catalog.js";
import { compare } from "../plan/compare.js";
import { choiceKey } from "../plan/pair.js";
import { merge } from "../plan/reconcile.js";
import { ask, line } from "../controls/dialog.js";
import { newId } from "../page/browser.js";
import { isAnother, labelOf } from "../plan/names.js";
import { longMoment, shortened } from "../views/briefly.js";
import { longDate } from "../views/shown.js";
import { site } from "../views/site.js";
import { copy, part, words } from "../views/words.js";

/** @import { Plan } from "../plan/types.js" */
/** @import { Pair } from "../plan/pair.js" */

const MOST = 20; // Ids in a sentence.
const MOST_LINES = 100;
const LINES = 200; // Characters of a name.

/**
 * Show the incoming plan and let the reader choose; again, if another window has made a new disagreement meanwhile.
 * @param {import("./plan-files.js").Incoming} opened
 * @param {() => Plan} load  The reader's plan as it is now.
 * @param {(id: string) => boolean} stored  Whether another plan with this id is stored, which must stay as it is.
 * @returns {Promise<Plan | undefined>} The plan to use; undefined when the reader cancels.
 */
export async function preview(opened, load, stored) {
  const { plan: incoming, from, notes, undated } = opened;
  const lists = (await site().catch(() => undefined))?.checklists;
  const { plan: theirs, gone } = lists ? settle(incoming, { checklists: lists }) : { plan: incoming, gone: [] };
  const texts = new Map(lists?.flatMap((list) => list.items.map(({ id, code, text }) => [id, `${code} ${text}`])));
  const dialog = /** @type {HTMLDialogElement} */ (copy("forhandsvisning"));
  const mine = load();
  const found = compare(mine, theirs);
  part(dialog, "[data-file]").textContent = from;
  part(dialog, "[data-whose]").textContent = shortened([theirs.kommuner, theirs.name].filter(Boolean).join(" – "), LINES) || words("preview.no-name");
  part(dialog, "[data-when]").textContent = longMoment(theirs.changed);
  part(dialog, "[data-dated]").hidden = Boolean(undated);
  part(dialog, "[data-counts]").textContent = words("preview.counts", { fresh: found.onlyTheirs.length, same: found.same.length, differ: found.differ.length });
  const sides = showDisagreements(dialog, found.differ.map((pair) => {
    const item = pair.where === "details" ? "" : texts.get(pair.id) ?? pair.id;
    return { ...pair, name: choiceKey(pair), title: [item, words(`field.${pair.field}`)].filter(Boolean).join(" – ") };
  }));
  showNotes(dialog, [...notes, ...goneNote(gone)]);
  showButtons(dialog, mine, theirs);
  const answer = await ask(dialog);
  if (answer === "new") return theirs.id === mine.id || stored(theirs.id) ? { ...theirs, id: newId() } : theirs;
  if (answer !== "merge") return undefined;
  const now = load();
  const asked = new Set(found.differ.map(keyOf));
  if (!compare(now, theirs).differ.every((pair) => asked.has(keyOf(pair)))) {
    const again = words("preview.again");
    return preview({ ...opened, notes: [again, ...notes.filter((note) => note !== again)] }, load, stored);
  }
  return merge(now, theirs, sides());
}

/** The same for the same disagreement. @param {Pair} pair */
const keyOf = (pair) => JSON.stringify([choiceKey(pair), pair.mine]);

/** What merging is called: it says into what. @param {Plan} mine */
export function mergeLabel(mine) {
  const name = shortened(labelOf(mine), 60);
  return name ? words("preview.merge-into", { name }) : words("preview.merge");
}

/** The plan of somebody else is rather opened for itself. @param {HTMLElement} dialog @param {Plan} mine @param {Plan} theirs */
function showButtons(dialog, mine, theirs) {
  const [join, fresh] = [part(dialog, "[value=merge]"), part(dialog, "[value=new]")];
  const another = isAnother(mine, theirs);
  join.textContent = mergeLabel(mine);
  part(dialog, "[data-another]").hidden = !another;
  if (another) join.before(fresh);
}

/** @param {string[]} gone  Ids that no list has any more. */
function goneNote(gone) {
  if (!gone.length) return [];
  const ids = gone.slice(0, MOST).join(", ");
  return [words(gone.length > MOST ? "preview.gone-more" : "preview.gone", { ids, more: gone.length - MOST })];
}

/** @param {HTMLElement} dialog @param {string[]} notes */
export function showNotes(dialog, notes) {
  part(dialog, "[data-noted]").hidden = notes.length === 0;
  showFew(part(dialog, "[data-notes]"), notes, line);
}

/**
 * Show what two versions have different values in; the reader chooses a side of each.
 * @typedef {{name: string, title: string, mine: string, theirs: string}} Disagreement  `name` sets its choice apart from the others.
 * @param {HTMLElement} dialog @param {readonly Disagreement[]} all
 * @returns {() => Record<string, "mine" | "theirs">}  What is chosen, by name.
 */
export function showDisagreements(dialog, all) {
  const place = part(dialog, "[data-rows]");
  part(dialog, "[data-differ]").hidden = all.length === 0;
  showFew(place, all, disagreement);
  return () => {
    const theirs = new Set([...place.querySelectorAll("[value=theirs]:checked")].map(({ name }) => name));
    return Object.fromEntries(all.map(({ name }) => [name, theirs.has(name) ? "theirs" : "mine"]));
  };
}

/** As many lines as one can take in, and all of them when asked for.
 * @template Line @param {HTMLElement} place @param {readonly Line[]} lines @param {(line: Line) => HTMLElement} made */
export function showFew(place, lines, made) {
  place.append(...lines.slice(0, MOST_LINES).map(made));
  const rest = lines.slice(MOST_LINES);
  if (!rest.length) return;
  const more = copy("vis-alle");
  part(more, "button").textContent = words("preview.all", { count: lines.length.toLocaleString("nb-NO") });
  place.after(more);
  more.addEventListener("click", () => {
    const added = rest.map(made);
    more.remove();
    place.append(...added);
    added[0]?.querySelector("input")?.focus();
  });
}

/** @param {Disagreement} row */
function disagreement({ name, title, mine, theirs }) {
  const element = copy("uenighet");
  part(element, "legend").textContent = title;
  part(element, "[data-mine]").textContent = shown(mine);
  part(element, "[data-theirs]").textContent = shown(theirs);
  for (const radio of element.querySelectorAll("input")) radio.name = name;
  return element;
}

/** A value as the reader knows it. @param {string} value */
export function shown(value) {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return longDate(value);
  return value ? (/^(done|na|ja|delvis|nei|vet-ikke)$/.test(value) ? words(`value.${value}`) : value) : words("value.empty");
}
