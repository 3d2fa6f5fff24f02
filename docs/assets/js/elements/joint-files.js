/** Answers that come in from other kommuner's files. */
import { kommunerOf } from "../plan/kommuner.js";
import { ask } from "../controls/dialog.js";
import { longDay } from "../views/shown.js";
import { late } from "../page/late.js";
import { copy, line, part, words } from "../views/words.js";

/** @import { CatalogItem, KommuneAnswers, Plan } from "../plan/types.js" */
/** @import { Double } from "../plan/matrix.js" */

/**
 * What the files hold of these questions, and what is wrong with each of the others.
 * @param {File[]} files
 * @param {string[]} questions
 * @param {(plan: Plan) => Plan} settle  Puts answers under their questions' present ids.
 */
export async function answersFrom(files, questions, settle) {
  const plansIn = await late(() => import("./plan-files.js"), "plansIn");
  const { found, problems } = await plansIn(files);
  const all = found.map(({ plan, from }) => ({ from, kommuner: kommunerOf(settle(plan), questions, from.replace(/\.(json|xlsx)$/i, "")) }));
  const empty = all.filter(({ kommuner }) => !kommuner.length).map(({ from }) => words("joint.no-answers", { file: from }));
  return { found: all.flatMap(({ kommuner }) => kommuner), problems: [...problems, ...empty] };
}

/**
 * Let the reader choose where a kommune stands twice.
 * @param {KommuneAnswers[]} kommuner  The newest of each.
 * @param {Double[]} doubles
 * @param {CatalogItem[]} questions
 * @returns {Promise<KommuneAnswers[] | undefined>} undefined when the reader cancels.
 */
export async function choose(kommuner, doubles, questions) {
  if (!doubles.length) return kommuner;
  const dialog = /** @type {HTMLDialogElement} */ (copy("samme-kommune"));
  const chosen = new Map(kommuner.map((one) => [one.kommune, one]));
  for (const newer of new Set(doubles.map((double) => double.newer))) {
    const others = doubles.filter((double) => double.newer === newer);
    const group = copy("samme-kommune-valg");
    part(group, "legend").textContent = newer.kommune;
    group.append(side(newer, "joint.newest", [], true));
    group.append(...others.map((double) => side(double.older, "joint.older", changes(double, questions), false)));
    const radios = [...group.querySelectorAll("input")];
    radios.forEach((radio, place) => {
      radio.name = newer.kommune;
      radio.addEventListener("change", () => chosen.set(newer.kommune, [newer, ...others.map(({ older }) => older)][place] ?? newer));
    });
    part(dialog, "[data-rows]").append(group);
  }
  return (await ask(dialog)) === "use" ? [...chosen.values()] : undefined;
}

/** @param {KommuneAnswers} one @param {string} title @param {HTMLElement[]} lines @param {boolean} checked */
function side({ changed }, title, lines, checked) {
  const element = copy("samme-kommune-side");
  part(element, "input").checked = checked;
  part(element, "span").textContent = words(title, { when: longDay(changed) });
  part(element, "ul").append(...lines);
  if (!lines.length) part(element, "ul").remove();
  return element;
}

/** @param {Double} double @param {CatalogItem[]} questions */
function changes({ newer, older, differ }, questions) {
  const asked = questions.filter(({ id }) => differ.includes(id));
  const shown = (/** @type {KommuneAnswers} */ { answers }, /** @type {string} */ id) =>
    [words(`value.${answers[id]?.answer ?? "unanswered"}`), answers[id]?.reason].filter(Boolean).join(": ");
  return asked.map(({ id, code, text: title }) =>
    line(words("joint.change", { code, text: title, newer: shown(newer, id), older: shown(older, id) })));
}
