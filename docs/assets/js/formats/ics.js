/** The plan's due dates as a calendar, RFC 5545: of what is still to be done. */
import { own } from "../plan/fields.js";
import { listOf } from "../plan/own-items.js";

/** @import { Catalog, CatalogItem, CatalogList, Plan } from "../plan/types.js" */

const LINE_BYTES = 75;

/**
 * @param {Plan} plan
 * @param {Catalog} catalog
 * @param {{site: string, now: string, texts: {owner: string}, about?: string}} options  The site's address,
 *   ending in "/"; the time for entries that have none, ISO 8601; the words that a reader sees; and what
 *   the plan is and belongs to.
 * @returns {string}
 */
export function calendar(plan, catalog, { site, now, texts, about = "" }) {
  const { host } = new URL(site);
  const events = catalog.checklists.flatMap((list) => list.items.flatMap((item) => {
    const { due, state, owner, changed = now } = own(plan.items, item.id) ?? {};
    if (!due || state) return [];
    const address = addressOf(site, list, item);
    return [
      "BEGIN:VEVENT",
      `UID:${escaped(`${plan.id}-${item.id}@${host}`)}`,
      `DTSTAMP:${stamp(changed)}`,
      `DTSTART;VALUE=DATE:${due.replaceAll("-", "")}`,
      `SUMMARY:${escaped(`${item.code} ${item.text}`)}`,
      // Some programs show the description alone.
      `DESCRIPTION:${[...(owner ? [`${texts.owner}: ${owner}`] : []), address].map(escaped).join("\\n")}`,
      `URL:${address}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  }));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escaped(host)}//sjekkliste-plan 1//NO`,
    "CALSCALE:GREGORIAN",
    ...(plan.name ? [`X-WR-CALNAME:${escaped(plan.name)}`] : []),
    ...(about ? [`X-WR-CALDESC:${escaped(about)}`] : []),
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Only the guide's items have short addresses. @param {string} site @param {CatalogList & {url?: string}} list @param {CatalogItem} item */
const addressOf = (site, { url = site }, { id, code }) => (listOf(id) ? `${url.replace(/#.*/, "")}#${id}` : `${site}k/${encodeURIComponent(code)}/`);

/** @param {string} time  ISO 8601, in UTC. */
const stamp = (time) => new Date(time).toISOString().replace(/\.[0-9]+|[-:]/g, "");

/** A text on one line; control characters and halves of characters have no place in a calendar. @param {string} text */
function escaped(text) {
  return text
    .replace(/[\\,;]/g, "\\$&")
    .replace(/\r\n|[\r\n]/g, "\\n")
    .replace(/[\x00-\x08\x0b-\x1f\x7f]/g, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** No line is longer than 75 bytes; a line that begins with a space goes on from the one before.
 * @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  let result = "";
  let size = 0;
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (size + bytes > LINE_BYTES) {
      result += "\r\n ";
      size = 1;
    }
    result += character;
    size += bytes;
  }
  return result;
}
