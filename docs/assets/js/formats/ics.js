/** The plan's due dates as a calendar, RFC 5545: of what is still to be done. */

import { listOf } from "../plan/own-items.js";

/** @import { Catalog, CatalogItem, CatalogList, ItemEntry, Plan } from "../plan/types.js" */

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
  const events = catalog.checklists
    .flatMap((list) => list.items.map((item) => ({ list, item })))
    .flatMap(({ list, item }) => {
      const entry = Object.hasOwn(plan.items, item.id) ? plan.items[item.id] : undefined;
      return entry?.due && !entry.state ? eventLines(plan.id, addressOf(site, list, item), item, { ...entry, due: entry.due }, { site, now, texts }) : [];
    });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escaped(new URL(site).host)}//sjekkliste-plan 1//NO`,
    "CALSCALE:GREGORIAN",
    ...(plan.name ? [`X-WR-CALNAME:${escaped(plan.name)}`] : []),
    ...(about ? [`X-WR-CALDESC:${escaped(about)}`] : []),
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {string} planId
 * @param {string} address
 * @param {CatalogItem} item
 * @param {ItemEntry & {due: string}} entry
 * @param {{site: string, now: string, texts: {owner: string}}} options
 */
function eventLines(planId, address, item, entry, { site, now, texts }) {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(`${planId}-${item.id}@${new URL(site).host}`)}`,
    `DTSTAMP:${stamp(entry.changed ?? now)}`,
    `DTSTART;VALUE=DATE:${entry.due.replaceAll("-", "")}`,
    `SUMMARY:${escaped(`${item.code} ${item.text}`)}`,
    // Some programs show the description alone.
    `DESCRIPTION:${[...(entry.owner ? [`${texts.owner}: ${entry.owner}`] : []), address].map(escaped).join("\\n")}`,
    `URL:${address}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
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
