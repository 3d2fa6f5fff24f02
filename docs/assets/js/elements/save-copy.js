/** Plans as the reader's own files. Loaded with the list, since saving must always work. */
import { writePlan } from "../formats/json.js";
import { dayOf } from "../views/shown.js";

/** @import { Plan } from "../plan/types.js" */

/** @type {Map<string, {handle: any, text: string}>} The file the reader chose, and what we wrote to it; by plan. */
const files = new Map();

/** Save the plan as a file: where the reader chooses if the browser allows it, else as a download.
 * @param {Plan} plan @returns {Promise<"saved" | "asked" | "">} Whether it is saved, or the
 * browser has been asked to, which never says what came of it; empty when the reader changed their mind. */
export async function saveCopy(plan) {
  const picker = /** @type {any} */ (window).showSaveFilePicker;
  if (!picker) return download(plan);
  try {
    const text = writePlan(plan);
    const handle = (await ownFile(plan.id)) ?? (await picker.call(window, { suggestedName: fileName(plan) }));
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
    files.set(plan.id, { handle, text });
    return "saved";
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return "";
    return download(plan);
  }
}

/** The file from before, unless somebody has changed or moved it since. @param {string} id */
async function ownFile(id) {
  const file = files.get(id);
  const text = await file?.handle.getFile().then((/** @type {File} */ found) => found.text()).catch(() => "");
  return file && text === file.text ? file.handle : undefined;
}

/** @param {Plan} plan @returns {"asked"} */
function download(plan) {
  offer(writePlan(plan), fileName(plan), "application/json");
  return "asked";
}

/** Let the browser save this as a file. @param {BlobPart} content @param {string} name @param {string} type */
export function offer(content, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** A name that says what the file is and how old: planarbeid-kárášjohka-2027-05-05.json.
 * @param {Plan} plan @param {string} [suffix] */
export function fileName(plan, suffix = "json") {
  const whose = (plan.kommuner || plan.name).toLowerCase().normalize("NFC");
  return ["planarbeid", whose.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 40), dayOf(plan.changed)]
    .filter(Boolean).join("-") + `.${suffix}`;
}
