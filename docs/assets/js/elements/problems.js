/** What is wrong with several files at once. */
import { element as made, line, part } from "../views/words.js";

/** Tell each problem on a line of its own. @param {import("./plan-element.js").PlanElement} element @param {string[]} problems */
export function showProblems(element, problems) {
  element.complain(problems.join("\n"));
  if (problems.length < 2) return;
  part(element, "[role=alert]").replaceChildren(made("ul", {}, ...problems.map((one) => line(one))));
}
