/** What is in a plan that comes in, beside what the reader has, before anything is changed. */
import { settle } from "../plan/catalog.js";
import { compare, only } from "../plan/compare.js";
import { fieldsOf } from "../plan/fields.js";
import { isEmpty } from "../plan/plan.js";
import { choiceKey } from "../plan/pair.js";
import { merge } from "../plan/reconcile.js";
import { ask } from "../controls/dialog.js";
import { newId } from "../page/browser.js";
import { isAnother, labelOf } from "../plan/names.js";
import { longDate, longDay, longMoment, shortened } from "../views/shown.js";
import { itemNames, site } from "../views/site.js";
import { copy, line, part, words } from "../views/words.js";

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
  const lists = await site().catch(() => undefined);
  const { plan: theirs, gone: unknown } = lists ? settle(incoming, lists) : { plan: incoming, gone: [] };
  const dialog = /** @type {HTMLDialogElement} */ (copy("forhandsvisning"));
  const mine = load();
  const texts = lists ? itemNames(lists, mine, theirs) : new Map();
  const found = compare(mine, theirs);
  const gone = isEmpty(mine) ? [] : droppedIn(found, mine, theirs);
  part(dialog, "[data-file]").textContent = from;
  part(dialog, "[data-whose]").textContent = shortened([theirs.kommuner, theirs.name].filter(Boolean).join(" – "), LINES) || words("preview.no-name");
  part(dialog, "[data-when]").textContent = longMoment(theirs.changed);
  part(dialog, "[data-dated]").hidden = Boolean(undated);
  part(dialog, "[data-counts]").textContent = words("preview.counts", { fresh: found.onlyTheirs.length, same: found.same.length, differ: found.differ.length + gone.length });
  const row = (/** @type {Pair} */ pair) => {
    const item = pair.where === "details" ? "" : texts.get(pair.id) ?? pair.id;
    const when = (/** @type {Plan} */ plan) => (pair.where === "items" || pair.where === "answers" ? fieldsOf(plan, pair.where, pair.id)["changed"] : undefined);
    return { ...pair, name: choiceKey(pair), title: [item, words(`field.${pair.field}`)].filter(Boolean).join(" – "), mineWhen: when(mine), theirsWhen: when(theirs) };
  };
  const sides = showChanges(dialog, [...found.differ, ...gone].map(row), isEmpty(mine) ? [] : found.onlyTheirs.map(row));
  showNotes(dialog, [...notes, ...goneNote(unknown)]);
  showButtons(dialog, mine, theirs);
  const answer = await ask(dialog);
  const again = words("preview.again");
  const askAgain = () => preview({ ...opened, notes: [again, ...notes.filter((note) => note !== again)] }, load, stored);
  const filled = isEmpty(mine) && !isEmpty(load());
  if (answer === "new" && filled) return askAgain();
  if (answer === "new") return (theirs.id === mine.id && !isEmpty(mine)) || stored(theirs.id) ? { ...theirs, id: newId() } : theirs;
  if (answer !== "merge") return undefined;
  const now = load();
  const seen = new Set([...found.differ, ...gone].map(keyOf));
  const chosen = sides();
  const { differ, onlyMine } = compare(now, theirs);
  const left = onlyMine.filter((pair) => chosen[choiceKey(pair)] === "theirs");
  if (![...differ, ...left].every((pair) => seen.has(keyOf(pair)))) return askAgain();
  return merge(now, theirs, chosen, only(now, left));
}

/** What may have been taken away in a file of the same plan: it stands here, and was there before the file was last changed.
 * @param {import("../plan/compare.js").Comparison} found @param {Plan} mine @param {Plan} theirs */
function droppedIn({ onlyMine }, mine, theirs) {
  if (mine.id !== theirs.id) return [];
  return onlyMine.filter(({ where, id }) => (where === "items" || where === "answers") && Date.parse(fieldsOf(mine, where, id)["changed"] ?? "") < Date.parse(theirs.changed));
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
  const [another, first] = [isAnother(mine, theirs), isEmpty(mine)];
  join.textContent = mergeLabel(mine);
  join.hidden = first;
  part(dialog, "[data-begun]").hidden = first;
  part(dialog, "[data-another]").hidden = !another || first;
  if (first) fresh.textContent = words("preview.open");
  if (another || first) {
    join.before(fresh);
    fresh.classList.add("primary");
    join.classList.remove("primary");
  }
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
  showFew(part(dialog, "[data-notes]"), notes, (note) => line(note));
}

/**
 * Show what is different, in a table; the reader chooses a side of each where both have something.
 * @typedef {{name: string, title: string, mine: string, theirs: string, mineWhen?: string | undefined, theirsWhen?: string | undefined}} Change
 *   `name` sets its choice apart from the others.
 * @param {HTMLElement} dialog @param {readonly Change[]} differ @param {readonly Change[]} [fresh]  What is taken in without asking.
 * @returns {() => Record<string, "mine" | "theirs">}  What is chosen, by name.
 */
export function showChanges(dialog, differ, fresh = []) {
  const place = part(dialog, "[data-rows]");
  /** @type {Record<string, "mine" | "theirs">} */
  const chosen = {};
  part(dialog, "[data-differ]").hidden = differ.length + fresh.length === 0;
  for (const one of dialog.querySelectorAll("[data-all], [data-differ] > p")) one.toggleAttribute("hidden", differ.length === 0);
  showFew(place, [...differ, ...fresh], (change) => changeRow(change, differ.includes(change), chosen));
  place.addEventListener("change", (/** @type {any} */ { target }) => (chosen[target.name] = target.value));
  for (const button of dialog.querySelectorAll("[data-all] button")) {
    const side = /** @type {"mine" | "theirs"} */ (button.getAttribute("value"));
    button.addEventListener("click", () => {
      for (const { name } of differ) chosen[name] = side;
      for (const radio of place.querySelectorAll(`[value=${side}]`)) radio.checked = true;
    });
  }
  return () => chosen;
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

/** @param {Change} change @param {boolean} asks @param {Record<string, string>} chosen */
function changeRow({ name, title, mine, theirs, mineWhen, theirsWhen }, asks, chosen) {
  const row = copy("endring-rad");
  part(row, "[data-title]").textContent = title;
  part(row, "[data-mine]").textContent = shown(mine);
  part(row, "[data-theirs]").textContent = shown(theirs);
  part(row, "[data-mine-when]").textContent = mine && mineWhen ? longDay(mineWhen) : "";
  part(row, "[data-theirs-when]").textContent = theirs && theirsWhen ? longDay(theirsWhen) : "";
  if (!asks) return row;
  const choice = copy("endring-valg");
  part(choice, "legend").textContent = title;
  for (const radio of choice.querySelectorAll("input")) [radio.name, radio.checked] = [name, chosen[name] === radio.value];
  part(row, "[data-choice]").replaceChildren(choice);
  return row;
}

/** A value as the reader knows it. @param {string} value */
export function shown(value) {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return longDate(value);
  return value ? (/^(done|na|ja|delvis|nei|vet-ikke)$/.test(value) ? words(`value.${value}`) : value) : words("value.empty");
}
