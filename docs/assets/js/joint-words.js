/** How the answers of several kommuner are put into words. */
import { voices } from "./plan/matrix.js";
import { words } from "./words.js";

/** @typedef {import("./plan/matrix.js").Row} Row */

/** Who answered what, and who has not: "Ja: Bø, Ås. Ikke besvart: Lom." @param {Row} row */
export function whoSaid(row) {
  const parts = [...voices(row)].map(([answer, kommuner]) => words("joint.who", { answer: words(`value.${answer}`), kommuner: kommuner.join(", ") }));
  if (row.silent.length) parts.push(words("joint.who", { answer: words("joint.unanswered"), kommuner: row.silent.join(", ") }));
  return parts.map((one) => `${one}.`).join(" ");
}

/** @param {Row["question"]} question */
export const titleOf = ({ code, text }) => `${code} ${text}`;

/** A row of the matrix in one line, led by a link if it has somewhere to lead.
 * @param {Row} row @param {string} [address] */
export function said(row, address) {
  const line = document.createElement("li");
  const title = document.createElement(address ? "a" : "span");
  if (address) title.setAttribute("href", address);
  title.textContent = titleOf(row.question);
  line.append(title, ` ${whoSaid(row)}`);
  return line;
}
