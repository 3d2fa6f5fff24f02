/** What a later version wrote in a plan: kept as it is and written back, as far as it is no load. */
export const MOST = { letters: 200_000, depth: 8 };

/** Takes in what is left over of each part of one file, until there is too much. */
export function keeper() {
  let left = MOST.letters;
  /** @param {Record<string, unknown>} source @param {readonly string[]} known  The names that are read by their forms. */
  return (source, known) => Object.fromEntries(Object.entries(source).filter(([name, value]) => {
    if (known.includes(name) || name === "__proto__" || !isShallow(value, MOST.depth)) return false;
    const { length } = JSON.stringify([name, value]);
    if (length > left) return false;
    left -= length;
    return true;
  }));
}

/** What stands in it beside the known names, in the order of the file. @param {object} source @param {readonly string[]} known */
export const moreOf = (source, known) => Object.fromEntries(Object.entries(source).filter(([name]) => !known.includes(name)).sort(([one], [other]) => (one < other ? -1 : 1)));

/** @param {unknown} value @param {number} depth @returns {boolean} */
const isShallow = (value, depth) => typeof value !== "object" || value === null || (depth > 0 && Object.values(value).every((one) => isShallow(one, depth - 1)));
