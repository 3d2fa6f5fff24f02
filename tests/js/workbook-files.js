/** What the workbook tests share: words, a catalog, and workbooks put together by hand. */
import { zip } from "../../docs/assets/js/formats/zip.js";

/** @typedef {import("../../docs/assets/js/plan/types.js").Catalog} Catalog */
/** @typedef {import("../../docs/assets/js/plan/types.js").Plan} Plan */
/** @typedef {import("../../docs/assets/js/formats/xlsx/xlsx.js").WorkbookTexts} WorkbookTexts */

/** @type {WorkbookTexts} */
export const TEXTS = {
  phases: { forarbeid: "Forarbeid", kartlegging: "Kartlegging og tiltak", skriving: "Skrive planen" },
  columns: {
    id: "Id", code: "Kode", list: "Sjekkliste", text: "Punkt", status: "Status", owner: "Ansvarlig", due: "Frist", note: "Merknad",
  },
  statuses: { open: "Ikke gjort", done: "Gjort", na: "Ikke aktuelt" },
  answers: { ja: "Ja", delvis: "Delvis", nei: "Nei", "vet-ikke": "Vet ikke" },
  hints: { owner: "Stilling og tjenestested, ikke navn" },
};

/** @param {string} id @param {string} code @param {string[]} [formerly] */
const item = (id, code, formerly) => ({ id, code, text: `Punkt «${code}» & mer`, hash: "0".repeat(12), ...(formerly && { formerly }) });

/** @type {Catalog} */
export const CATALOG = {
  checklists: [
    { id: "a", code: "F1", phase: "forarbeid", kind: "checklist", title: "Åpne", items: [item("a-1", "F1.1"), item("a-2", "F1.2", ["gammel"])] },
    { id: "q", code: "F2", phase: "forarbeid", kind: "decision", title: "Spørsmål", items: [item("q-1", "F2.1"), item("q-2", "F2.2"), item("q-3", "F2.3")] },
    { id: "b", code: "F3", phase: "forarbeid", kind: "checklist", title: "Mer", items: [item("constructor", "F3.1")] },
    { id: "k", code: "K1", phase: "kartlegging", kind: "checklist", title: "Kart", items: [item("k-1", "K1.1")] },
    { id: "s", code: "S1", phase: "skriving", kind: "checklist", title: "Tom", items: [] },
  ],
};

/** @type {Plan} */
export const PLAN = {
  format: "sjekkliste-plan", version: 1, id: "plan-1", name: "Vårt «arbeid»", kommuner: "Bø;\nÅs", caseNumber: "27/1", period: "2027–2030",
  location: "=sak", changed: "2027-01-01T00:00:00Z",
  items: {
    "a-1": { state: "done", owner: "Rådgiver, helse", due: "2027-05-31", note: "=HYPERLINK(\"x\")\nlinje 2 👩‍👩‍👧\ttabulator _x0041_ <b>&amp;" },
    "a-2": { state: "na", due: "1850-02-28", note: "  luft  " },
    constructor: { due: "1905-07-19", note: "'apostrof" },
    "k-1": { due: "9999-12-31", owner: "+4712345678" },
  },
  answers: { "q-1": { answer: "vet-ikke", reason: "-1+1" }, "q-2": { reason: "0012" }, "q-3": { answer: "ja", reason: "\u0001a\u001f\ud800b\u2028c\u00a0d\ufffe  e\r\nf" } },
};

const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** @param {[string, string, string][]} links @returns {string} */
const rels = (links) =>
  `<Relationships>${links.map(([id, type, to]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${to}"/>`).join("")}</Relationships>`;

/**
 * A workbook of one sheet; each cell is the XML of a `c`, or its text.
 * @param {string[][]} rows
 * @param {{properties?: string, shared?: string, files?: Record<string, string>}} [more]
 * @returns {Promise<Uint8Array>}
 */
export function workbook(rows, { properties = "", shared = "", files = {} } = {}) {
  const cell = (/** @type {string} */ text) => (text.startsWith("<") ? text : text ? `<c t="str"><v>${text}</v></c>` : "<c/>");
  const data = rows.map((cells) => `<row>${cells.map(cell).join("")}</row>`).join("");
  return zip({
    "_rels/.rels": rels([["r1", "officeDocument", "/xl/workbook.xml"]]),
    "xl/workbook.xml": `<x:workbook xmlns:x="m" xmlns:y="r">${properties}<x:sheets><x:sheet name="Ark" sheetId="9" y:id="r1"/></x:sheets></x:workbook>`,
    "xl/_rels/workbook.xml.rels": rels([["r1", "worksheet", "../xl/s.xml"], ["r2", "sharedStrings", "t.xml"]]),
    "xl/s.xml": `<worksheet><sheetData>${data}</sheetData></worksheet>`,
    "xl/t.xml": `<sst>${shared}</sst>`,
    ...files,
  });
}

export const HEADER = ["Id", "Kode", "Sjekkliste", "Punkt", "Status", "Ansvarlig", "Frist", "Merknad"];
