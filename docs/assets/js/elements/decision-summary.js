/** What the answers to a decision come to, below its questions. Loaded from the first answer on. */
import { landing, weigh } from "../plan/weigh.js";
import { site } from "../views/site.js";
import { copy, element, line, part, words } from "../views/words.js";

/** @import { CatalogItem } from "../plan/types.js" */
/** @import { Store } from "../store/store.js" */

/** Show the summary, and keep it in step with the answers.
 * @param {import("./plan-element.js").PlanElement} list @param {Store} store */
export async function sumUp(list, store) {
  const identity = part(list, "h2").id;
  const checklists = await site().then((found) => found.checklists, () => undefined);
  const questions = checklists?.find(({ id }) => id === identity)?.items;
  if (!questions) return list.complain(words("overview.no-lists"));
  const summary = copy("oppsummering");
  const items = [...list.querySelectorAll("ul.items")];
  part(summary, "[data-rule]").href = `#${identity}-regel`;
  items.at(-1)?.after(summary);
  const show = () => fill(summary, questions, store.plan.answers);
  store.addEventListener("change", show);
  show();
}

/** @param {HTMLElement} summary @param {CatalogItem[]} questions @param {Store["plan"]["answers"]} answers */
function fill(summary, questions, answers) {
  const found = weigh(questions, answers);
  for (const [place, landed] of Object.entries(found)) {
    const group = part(summary, `[data-place=${place}]`);
    const title = part(group, "h4");
    title.dataset.title ??= title.textContent;
    title.textContent = words("joint.count", { title: title.dataset.title, count: landed.length });
    part(group, "ul").replaceChildren(...landed.map((one) => row(one, answers[one.id]?.answer)));
    const none = group.querySelector("[data-none]");
    if (none) none.hidden = landed.length > 0;
  }
  summary.hidden = questions.every((one) => landing(one, answers[one.id]?.answer) === "unanswered");
}

/** @param {CatalogItem} question @param {string | undefined} answer */
const row = ({ id, code, text }, answer) =>
  line(element("a", { href: `#${id}` }, `${code} ${text}`), ...(answer ? [` · ${words(`value.${answer}`)}`] : []));
