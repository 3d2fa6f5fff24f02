import { Refusal } from "../plan/refusal.js";

/** What XML cannot hold, not even as a reference. */
export const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
/** @type {Map<string, string>} */
const ENTITIES = new Map([["lt", "<"], ["gt", ">"], ["amp", "&"], ["quot", '"'], ["apos", "'"]]);

/** The text as it stands between tags or in quotes. @param {string} text @returns {string} */
export function escapeXml(text) {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\t/g, "&#9;")
    .replace(/\n/g, "&#10;")
    .replace(/\r/g, "&#13;");
}

/** The text that stood there; throws a Refusal. @param {string} text @returns {string} */
export function unescapeXml(text) {
  return text.replace(/&([^;&]*;?)/g, (_, reference) => {
    const name = reference.slice(0, -1);
    const known = reference.endsWith(";") ? ENTITIES.get(name) ?? character(name) : undefined;
    if (known === undefined) throw malformed();
    return known;
  });
}

/** @param {string} reference  Such as #65 or #x41. @returns {string | undefined} */
function character(reference) {
  const found = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(reference);
  if (!found) return undefined;
  const code = found[1] ? parseInt(found[1], 16) : Number(found[2]);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const text = String.fromCodePoint(code);
  return FORBIDDEN.test(text) ? undefined : text;
}

/** @returns {Refusal} */
export const malformed = () => new Refusal("bad-xml");
