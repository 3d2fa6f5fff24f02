/**
 * A plan as the fragment of an address: "plan=1." and base64url of a length, a checksum and
 * the compressed plan. The length makes whatever a mail program hangs on at the end harmless.
 */
import { crc32, deflate, fromBase64, inflate, toBase64 } from "../bytes.js";
import { planFromBytes, planToBytes } from "./plan-bytes.js";
import { Refusal, refused } from "../../plan/refusal.js";

/** @import { Catalog, Plan, ReadError } from "../../plan/types.js" */

const VERSION = 1;
const MOST_BYTES = 2_000_000; // More than any plan needs.
const HEAD_BYTES = 7; // Three for the length, four for the checksum.

/** The name, the version and the rest; "=3D" is "=" in a mail's own encoding. */
const MARKER = /plan=(?:3D)?([0-9]{1,9})(\.?)(.*)$/i;

/** @param {Plan} plan @param {Catalog} catalog @param {{notes: boolean}} choices @returns {Promise<string>}  Without "#". */
export async function pack(plan, catalog, { notes }) {
  const packed = await deflate(planToBytes(plan, catalog, notes));
  const bytes = new Uint8Array(HEAD_BYTES + packed.length);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, packed.length * 256);
  head.setUint32(3, crc32(packed));
  bytes.set(packed, HEAD_BYTES);
  const text = `plan=${VERSION}.${toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
  // Mail programs leave a last "-" or "_" out of the link.
  return /[-_]$/.test(text) ? `${text}0` : text;
}

/**
 * @param {string} fragment  With or without "#", or the whole address, also as mail programs mangle it.
 * @param {Catalog} catalog
 * @returns {Promise<{ok: true, plan: Plan, unknown: string[]} | {ok: false, error: ReadError}>}
 *   `unknown` are the codes and ids that the catalog does not have.
 */
export async function unpack(fragment, catalog) {
  try {
    const bytes = await inflate(packedBytes(cleaned(fragment)), MOST_BYTES);
    return { ok: true, ...planFromBytes(bytes, catalog) };
  } catch (error) {
    return { ok: false, error: refused(error, "mangled") };
  }
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>}  The compressed plan, whole. */
function packedBytes(text) {
  const [, version, dot, rest = ""] = MARKER.exec(text) ?? [];
  if (version === undefined) throw new Refusal(/(plan=|#p|#pl|#pla|#plan)$/i.test(text) ? "cut-off" : "not-a-link");
  if (Number(version) > VERSION) throw new Refusal("newer-version", { version });
  if (Number(version) !== VERSION || (rest && !dot)) throw new Refusal("mangled");
  const bytes = fromBase64(wholeLetters(rest));
  if (bytes.length < HEAD_BYTES) throw new Refusal("cut-off");
  const head = new DataView(bytes.buffer);
  const packed = bytes.subarray(HEAD_BYTES, HEAD_BYTES + (head.getUint32(0) >>> 8));
  if (packed.length < head.getUint32(0) >>> 8) throw new Refusal("cut-off");
  if (crc32(packed) !== head.getUint32(3)) throw new Refusal("mangled");
  return packed;
}

/** Without white space and percent-encoding, which may have been done several times over. @param {string} fragment */
function cleaned(fragment) {
  let text = String(fragment).replace(/\s+/g, "");
  for (let times = 0; times < 4 && text.includes("%"); times++) {
    text = text.replace(/%([0-9a-f]{2})/gi, (_, digits) => String.fromCharCode(parseInt(digits, 16)));
  }
  return text.replace(/\s+/g, "");
}

/** Passes over what is not base64url, and over a last character that is not a whole byte. @param {string} text */
function wholeLetters(text) {
  const known = text.replace(/[^A-Za-z0-9_-]/g, "").replaceAll("-", "+").replaceAll("_", "/");
  return known.length % 4 === 1 ? known.slice(0, -1) : known;
}
