/** What is in a plan that comes in, beside what the reader has, before anything is changed. */
import { choiceKey, compare, merge } from "./plan/merge.js";
import { copy, part, words } from "./words.js";

/** @typedef {import("./plan/types.js").Plan} Plan */

/**
 * Show the incoming plan and let the reader choose.
 * @param {Plan} theirs
 * @param {Plan} mine
 * @param {string} file
 * @returns {Promise<Plan | undefined>} The plan to use; undefined when the reader cancels.
 */
export function preview(theirs, mine, file) {
  const dialog = /** @type {HTMLDialogElement} */ (/** @type {HTMLElement} */ (copy("forhandsvisning")));
  document.body.append(dialog);
  const found = compare(mine, theirs);
  part(dialog, "[data-file]").textContent = file;
  part(dialog, "[data-whose]").textContent = theirs.kommuner || theirs.name || words("preview.no-name");
  part(dialog, "[data-when]").textContent = new Date(theirs.changed).toLocaleString("nb-NO", { dateStyle: "long", timeStyle: "short" });
  part(dialog, "[data-counts]").textContent = words("preview.counts", {
    fresh: found.onlyTheirs.length,
    same: found.same.length,
    differ: found.differ.length,
  });
  const rows = found.differ.map((one) => disagreement(one));
  part(dialog, "[data-differ]").hidden = rows.length === 0;
  part(dialog, "[data-rows]").append(...rows.map((row) => row.element));
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (dialog.returnValue === "new") resolve(theirs.id === mine.id ? { ...theirs, id: crypto.randomUUID() } : theirs);
      else if (dialog.returnValue === "merge") resolve(merge(mine, theirs, Object.fromEntries(rows.map((row) => row.choice()))));
      else resolve(undefined);
    });
    dialog.showModal();
  });
}

/**
 * One field that the two plans have different values in.
 * @param {import("./plan/merge.js").Pair} one
 */
function disagreement({ where, id, field, mine, theirs }) {
  const element = copy("uenighet");
  const name = choiceKey({ where, id, field });
  const item = document.getElementById(id)?.closest("li")?.querySelector(".item__text")?.textContent ?? id;
  part(element, "legend").textContent = [where === "details" ? "" : item, words(`field.${field}`)].filter(Boolean).join(" – ");
  part(element, "[data-mine]").textContent = shown(mine);
  part(element, "[data-theirs]").textContent = shown(theirs);
  /** @type {HTMLInputElement[]} */
  const radios = [...element.querySelectorAll("input")];
  for (const radio of radios) radio.name = name;
  return { element, choice: () => [name, radios.find((radio) => radio.checked)?.value ?? "mine"] };
}

/** @param {string | undefined} value */
function shown(value) {
  return value ? (/^(done|na|ja|delvis|nei|vet-ikke)$/.test(value) ? words(`value.${value}`) : value) : words("value.empty");
}
