import { Refusal } from "../plan/refusal.js";
import { FORBIDDEN, malformed, unescapeXml } from "./xml-text.js";

/**
 * @typedef {object} XmlNode  An element.
 * @property {string} name  Without its prefix.
 * @property {Map<string, string>} attributes  By the name in the file, prefix included.
 * @property {XmlNode[]} children
 * @property {string} text  What stands in the element itself, outside its children.
 */

const DEEPEST = 100;
export const MOST_NODES = 500_000;
const NAME = "[A-Za-z_\\u0080-\\uffff][\\w.\\-\\u0080-\\uffff]*(?::[A-Za-z_\\u0080-\\uffff][\\w.\\-\\u0080-\\uffff]*)?";
const CLOSE = new RegExp(`^/(${NAME})\\s*$`);
const OPEN = new RegExp(`^(${NAME})(?=[\\s/]|$)`);
const ATTRIBUTE = new RegExp(`\\s+(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "y");

/**
 * The root of an XML document without a document type; throws a Refusal.
 * Browsers' own DOMParser does not exist in workers, and it lets a document type through.
 * @param {string} source
 * @param {{nodes: number}} [budget]  How many elements there is room for, in all that share it.
 * @returns {XmlNode}
 */
export function parseXml(source, budget = { nodes: MOST_NODES }) {
  if (FORBIDDEN.test(source)) throw malformed();
  const text = source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const top = node("", new Map());
  const open = [{ tag: "", node: top }];
  let place = 0;
  while (place < text.length) {
    const current = /** @type {{tag: string, node: XmlNode}} */ (open.at(-1));
    const { kind, content, next } = readToken(text, place);
    place = next;
    if (kind === "text") current.node.text += unescapeXml(content);
    else if (kind === "data") current.node.text += content;
    else if (kind === "close") {
      if (open.length === 1 || CLOSE.exec(content)?.[1] !== current.tag) throw malformed();
      open.pop();
    } else if (kind === "open") {
      const element = readTag(content);
      current.node.children.push(element.node);
      if (!element.empty) open.push(element);
      if ((budget.nodes -= 1) < 0 || open.length > DEEPEST) throw new Refusal("xml-too-large");
    }
  }
  const [root] = top.children;
  if (!root || open.length > 1 || top.children.length > 1 || top.text.trim()) throw malformed();
  return root;
}

/** @typedef {{kind: "text" | "data" | "open" | "close" | "other", content: string, next: number}} Token */

/** @param {string} text @param {number} place @returns {Token} */
function readToken(text, place) {
  if (text[place] !== "<") {
    const next = text.indexOf("<", place);
    const content = text.slice(place, next < 0 ? text.length : next);
    if (content.includes("]]>")) throw malformed();
    return { kind: "text", content, next: place + content.length };
  }
  if (text.startsWith("<![CDATA[", place)) return until(text, place + 9, "]]>", "data");
  if (text.startsWith("<!--", place)) return until(text, place + 4, "-->", "other");
  if (text.startsWith("<?", place)) return until(text, place + 2, "?>", "other");
  if (text.startsWith("<!", place)) throw new Refusal("xml-doctype");
  return readTagToken(text, place);
}

/** @param {string} text @param {number} place @param {string} mark @param {Token["kind"]} kind @returns {Token} */
function until(text, place, mark, kind) {
  const end = text.indexOf(mark, place);
  if (end < 0) throw malformed();
  return { kind, content: text.slice(place, end), next: end + mark.length };
}

/** @param {string} text @param {number} place @returns {Token} */
function readTagToken(text, place) {
  const pattern = /<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/y;
  pattern.lastIndex = place;
  const found = pattern.exec(text)?.[0];
  if (!found) throw malformed();
  return { kind: found[1] === "/" ? "close" : "open", content: found.slice(1, -1), next: place + found.length };
}

/** @param {string} content @returns {{tag: string, node: XmlNode, empty: boolean}} */
function readTag(content) {
  const tag = OPEN.exec(content)?.[1];
  if (!tag) throw malformed();
  /** @type {Map<string, string>} */
  const attributes = new Map();
  let place = tag.length;
  for (let found = attributeAt(content, place); found; found = attributeAt(content, place)) {
    const [whole, name, double, single] = found;
    if (name === undefined || attributes.has(name)) throw malformed();
    attributes.set(name, unescapeXml((double ?? single ?? "").replace(/[\t\n]/g, " ")));
    place += whole.length;
  }
  if (!/^\s*\/?$/.test(content.slice(place))) throw malformed();
  return { tag, node: node(withoutPrefix(tag), attributes), empty: content.endsWith("/") };
}

/** @param {string} content @param {number} place @returns {RegExpExecArray | null} */
function attributeAt(content, place) {
  ATTRIBUTE.lastIndex = place;
  return ATTRIBUTE.exec(content);
}

/** @param {string} name @param {Map<string, string>} attributes @returns {XmlNode} */
const node = (name, attributes) => ({ name, attributes, children: [], text: "" });

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
