/** What people and programs do to our addresses on the way. */

/** What a sentence hangs on behind an address: a full stop, a bracket, a quotation mark, a space; and a last stroke. */
const TAIL = /[\s\u200b\u2060.,;:!?()[\]{}<>«»“”„"'’‘`*…/]+$/u;

/** @param {string} address  Of a page, or a fragment. @returns {string}  Readable, as far as it can be. */
export function decoded(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** @param {string} address */
export const withoutTail = (address) => address.replace(TAIL, "");

/** What follows the «#», which a mail filter may have turned into «%23» in the path. */
export const fragment = () => location.hash || (location.href.match(/%23.*/i)?.[0] ?? "");

/** Whether the page's address carries a plan, mangled or cut off. */
export const hasIncoming = () => /plan(=|%3d)|^#(p|pl|pla|plan)$/i.test(fragment());
