/** The clipboard, where the browser lets the page write to it. */

/** @param {string} html @param {string} text  The same without what a plain field cannot show. @returns {Promise<boolean>} whether it is there */
export async function copyHtml(html, text) {
  try {
    const blobs = Object.entries({ "text/html": html, "text/plain": text }).map(([type, content]) => [type, new Blob([content], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text @returns {Promise<boolean>} whether it is there */
export const copyText = async (text) => Boolean(await navigator.clipboard?.writeText(text).then(() => true, () => false));
