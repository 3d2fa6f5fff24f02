/** Long things written briefly, and moments in full, where plans are told apart. */

/** A moment as date and time of day. @param {string} iso */
export function longMoment(iso) {
  return new Date(iso).toLocaleString("nb-NO", { dateStyle: "long", timeStyle: "short" }).replaceAll(" ", "\u00a0");
}

/** No longer than a line or two. @param {string} text @param {number} [most] */
export const shortened = (text, most = 100) => text.length > most ? `${text.slice(0, most).trim()}…` : text;
