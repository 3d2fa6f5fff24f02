/** What is wrong with several files at once. */
import { line } from "../controls/dialog.js";
import { part } from "../views/words.js";

/** Tell each problem on a line of its own. @param {import("./plan-element.js").PlanElement} element @param {string[]} problems */
export function showProblems(element, problems) {
  element.complain(problems.join("\n"));
  if (problems.length < 2) return;
  const list = document.createElement("ul");
  list.append(...problems.map(line));
  part(element, "[role=alert]").replaceChildren(list);
}
