/** How values stand in the cells of a workbook. */

/** The most characters that Excel keeps in a cell; it calls a file with more of them damaged. */
const LONGEST = 32_767;
const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** The two systems differ by this many days. */
const FROM_1904 = 1462;
/** 1 January 1910: a lower number is a year or a day that someone typed alone. */
const FIRST_SERIAL = 3654;
const LAST_SERIAL = 2_958_465; // 31 December 9999.

/** Control characters and halves of characters: Excel and LibreOffice lose them, each in its own way. */
const LOST = /[\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/** The text as every program keeps it in a cell; two texts that are alike there count as the same.
 * @param {string} text @returns {string} */
export function cellText(text) {
  const kept = text.replace(/\r\n?/g, "\n").replace(/\t/g, " ").trim().slice(0, LONGEST);
  return kept.replace(LOST, "").trim();
}

/** Excel reads _x0041_ as A, so that text which looks like it needs a mark. @param {string} text @returns {string} */
export const encodeText = (text) => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");

/** @param {string} text @returns {string} */
export const decodeText = (text) => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)));

/** The text as it stands in XML, between tags or in quotes. @param {string} text @returns {string} */
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

/** The day's number in Excel's calendar, or undefined if it should be written as text.
 * @param {string} date @returns {number | undefined} */
export function toSerial(date) {
  const serial = parseDate(date) === date ? (Date.parse(`${date}T00:00:00Z`) - EPOCH) / DAY : 0;
  return serial >= FIRST_SERIAL ? serial : undefined;
}

/**
 * @param {number} number
 * @param {boolean} since1904  Whether the file counts days from 1904, as old Macs did.
 * @returns {string | undefined}  YYYY-MM-DD.
 */
export function fromSerial(number, since1904) {
  return momentOf(number, since1904)?.slice(0, 10);
}

/** A day as people write it, with the time of day if it has one: 05.05.2027, or 05.05.2027 14:30.
 * @param {number} number @param {boolean} since1904 @returns {string | undefined} */
export function writtenDay(number, since1904) {
  const [day = "", time = ""] = momentOf(number, since1904)?.split("T") ?? [];
  const clock = time.slice(0, 5);
  return day && [day.split("-").reverse().join("."), ...(clock === "00:00" ? [] : [clock])].join(" ");
}

/** To the nearest second: some programs save a day as a hair before its midnight.
 * @param {number} number @param {boolean} since1904 @returns {string | undefined}  ISO 8601, without a zone. */
function momentOf(number, since1904) {
  const serial = number + (since1904 ? FROM_1904 : 0);
  if (!(serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1)) return undefined;
  return new Date(EPOCH + Math.round(serial * 86_400) * 1000).toISOString().slice(0, 19);
}

/** A date typed by hand: 2027-05-31, 31.5.2027 or 31.05.27, also with a time after the first.
 * @param {string} text @returns {string | undefined}  YYYY-MM-DD. */
export function parseDate(text) {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+Z?)?$/.exec(text);
  if (iso) return calendarDay(iso[1], iso[2], iso[3]);
  const typed = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/.exec(text);
  if (!typed) return undefined;
  return calendarDay((typed[3] ?? "").padStart(4, "20"), typed[2], typed[1]);
}

/** @param {string} [year] @param {string} [month] @param {string} [day] @returns {string | undefined} */
function calendarDay(year = "", month = "", day = "") {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  // Some engines take 31 February for 3 March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}

/** @param {number} index  From 0. @returns {string} */
export function columnName(index) {
  const first = Math.floor(index / 26);
  return (first ? columnName(first - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** @param {string} reference  Such as AB12. @returns {number | undefined} */
export function columnIndex(reference) {
  const letters = /^([A-Z]{1,3})[1-9][0-9]{0,6}$/.exec(reference)?.[1];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
