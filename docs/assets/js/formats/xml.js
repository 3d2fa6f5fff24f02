import { Refusal } from "../plan/refusal.js";
import { parseXml as parsed } from "../vendor/parse-xml.js";

/**
 * @typedef {object} XmlNode  An element.
 * @property {string} name  Without its prefix.
 * @property {Map<string, string>} attributes  By the name in the file, prefix included.
 * @property {XmlNode[]} children
 * @property {string} text  What stands in the element itself, outside its children.
 */

const DEEPEST = 99;
export const MOST_NODES = 500_000;
const DOCTYPE = /<!(?!--|\[CDATA\[)/;
const TWO_PREFIXES = /:.*:/;

/**
 * The root of an XML document without a document type; throws a Refusal.
 * @param {string} source
 * @param {{nodes: number}} [budget]  How many elements there is room for, in all that share it.
 * @returns {XmlNode}
 */
export function parseXml(source, budget = { nodes: MOST_NODES }) {
  // Before it is read: each takes far more room than it stands on.
  for (const _ of source.matchAll(/<[^/!?]/g)) if ((budget.nodes -= 1) < 0) throw new Refusal("xml-too-large");
  const { children } = documentOf(source);
  if (children.some((/** @type {any} */ { type }) => type === "doctype")) throw new Refusal("xml-doctype");
  return nodeOf(children.find(isElement), 1);
}

/** @param {string} source */
function documentOf(source) {
  try {
    return parsed(source, { preserveDocumentType: true });
  } catch (error) {
    // As deep as the stack has no room for.
    if (error instanceof RangeError) throw new Refusal("xml-too-large");
    throw new Refusal(DOCTYPE.test(source) ? "xml-doctype" : "bad-xml");
  }
}

/** @param {any} element  The library's. @param {number} depth @returns {XmlNode} */
function nodeOf({ name, attributes, children }, depth) {
  if (depth > DEEPEST) throw new Refusal("xml-too-large");
  if ([name, ...Object.keys(attributes)].some((one) => TWO_PREFIXES.test(one))) throw new Refusal("bad-xml");
  return {
    name: withoutPrefix(name),
    attributes: new Map(Object.entries(attributes)),
    children: children.filter(isElement).map((/** @type {any} */ one) => nodeOf(one, depth + 1)),
    text: children.map((/** @type {any} */ one) => (isElement(one) ? "" : one.text ?? "")).join(""),
  };
}

/** @param {any} node */
const isElement = ({ type }) => type === "element";

/** @param {string} name @returns {string} */
const withoutPrefix = (name) => name.slice(name.indexOf(":") + 1);

/** All elements below with this name, wherever they stand, in order.
 * @param {XmlNode} from @param {string} name @returns {XmlNode[]} */
export const descendants = (from, name) => from.children.flatMap((one) => (one.name === name ? [one] : descendants(one, name)));

/**
 * @param {XmlNode} from
 * @param {string} name  Without prefix; the same name without prefix in the file goes first.
 * @returns {string | undefined}
 */
export function attribute(from, name) {
  const plain = from.attributes.get(name);
  if (plain !== undefined) return plain;
  for (const [key, value] of from.attributes) if (key.endsWith(`:${name}`)) return value;
  return undefined;
}
