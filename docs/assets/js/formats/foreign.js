/** Files that people take for one of ours: what they are, and text in the encodings of older editors. */

/** How files of other kinds begin. The last is what old Office files and locked new ones are kept in. */
const SIGNS = Object.entries({ "%PDF": "pdf", "{\\rtf": "not-json", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "" });

/** The parts that say what such a file is: MS-OFFCRYPTO 2.3.4.4, MS-XLS 2.1.2. */
const STREAMS = Object.entries({ EncryptedPackage: "protected", Workbook: "old-xls", Book: "old-xls" });

/** What a zip file holds, by a part that only it has, and that part's first words. */
const PACKAGES = [["mimetype", "application/vnd.oasis.opendocument", "ods"], ["word/document.xml", "", "docx"], ["xl/workbook.bin", "", "xlsb"]];

/** Why a file that is neither a zip file nor a saved plan cannot be read: the key of what to say, if we know what it is.
 * @param {Uint8Array} bytes @returns {string | undefined} */
export function foreignFile(bytes) {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const sign = SIGNS.find(([one]) => start.startsWith(one));
  if (!sign || sign[1]) return sign?.[1];
  const names = new TextDecoder("utf-16le").decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  return STREAMS.find(([name]) => names.includes(`${name}\0`))?.[1] ?? "not-xlsx";
}

/** The same for a zip file. @param {Map<string, Uint8Array>} files @returns {string | undefined} */
export function foreignPackage(files) {
  const starts = (/** @type {string} */ name, /** @type {string} */ words) =>
    files.has(name) && new TextDecoder().decode(files.get(name)?.subarray(0, words.length)) === words;
  return PACKAGES.find(([name = "", words = ""]) => starts(name, words))?.[2];
}

/** The text in a file: UTF-8, UTF-16 if it begins with its mark, else what Western Windows editors call ANSI.
 * @param {Uint8Array} bytes @returns {string} */
export function decoded(bytes) {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "";
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Whether the text is a table of values, as spreadsheets save it: its first line has several separators.
 * @param {string} text */
export const isTable = (text) => /^(?:[^;\n]*;){3}|^(?:[^,\n]*,){3}|^(?:[^\t\n]*\t){3}/.test(text) && !/^[\s\ufeff]*[{[<]/.test(text);
