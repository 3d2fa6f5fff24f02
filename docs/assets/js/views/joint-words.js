/** How the answers of several kommuner are put into words. */
import { voices } from "../plan/matrix.js";
import { element, line, words } from "./words.js";

/** @import { Row } from "../plan/matrix.js" */

/** Who answered what, and who has not: "Ja: Bø, Ås. Ikke besvart: Lom." @param {Row} row */
function whoSaid(row) {
  const parts = [...voices(row)].map(([answer, kommuner]) => words("joint.who", { answer: words(`value.${answer}`), kommuner: kommuner.join(", ") }));
  if (row.silent.length) parts.push(words("joint.who", { answer: words("joint.unanswered"), kommuner: row.silent.join(", ") }));
  return parts.map((one) => `${one}.`).join(" ");
}

/** @param {Row["question"]} question */
export const titleOf = ({ code, text }) => `${code} ${text}`;

/** A row of the matrix in one line, led by a link if it has somewhere to lead.
 * @param {Row} row @param {string} [address] */
export function said(row, address) {
  const title = titleOf(row.question);
  return line(address ? element("a", { href: address }, title) : element("span", {}, title), ` ${whoSaid(row)}`);
}

/** Where the answers land, and whose: "Vilkår som mangler: Bø. Uavklart: Ås." @param {Row} row */
export function whereItLands({ cells }) {
  const places = new Set(cells.map(({ place }) => place));
  return [...places].map((place) => {
    const kommuner = cells.filter((cell) => cell.place === place).map(({ kommune }) => kommune);
    return `${words("joint.who", { answer: words(`joint.place.${place}`), kommuner: kommuner.join(", ") })}.`;
  }).join(" ");
}

/** A question with the kommuner whose answers land in this place, and why they answered so.
 * @param {Row} row @param {import("../plan/weigh.js").Landing} place */
export function reasoned({ question, cells }, place) {
  const there = cells.filter((cell) => cell.place === place);
  const names = cells.length > 1 ? ` (${there.map(({ kommune }) => kommune).join(", ")})` : "";
  const reasons = there.flatMap(({ kommune, entry: { reason } }) =>
    reason ? line(cells.length > 1 ? words("joint.who", { answer: kommune, kommuner: reason }) : reason) : []);
  return line(`${titleOf(question)}${names}`, ...(reasons.length ? [element("ul", {}, ...reasons)] : []));
}
