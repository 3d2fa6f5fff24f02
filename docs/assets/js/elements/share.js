/** «Del lenke»: the link with its warning, and a plan that comes in by one. */
import { takeIn } from "./plan-files.js";
import { ask } from "../controls/dialog.js";
import { settle } from "../plan/catalog.js";
import { copyText } from "../views/clipboard.js";
import { errorText } from "../views/problem-text.js";
import { copy, part, words } from "../views/words.js";
import { fragment } from "../page/address.js";
import { late, toldOf } from "../page/late.js";

/** @import { Plan } from "../plan/types.js" */
/** @import { List, Site } from "../views/site.js" */
/** @import { Store } from "../store/store.js" */

const LONGEST = 2000; // Longer addresses are cut by some mail and chat programs.

/** Show the link; resolves when the reader closes the dialog.
 * @param {Store} store @param {Site} site */
export function share(store, site) {
  const dialog = /** @type {HTMLDialogElement} */ (copy("lenke-dialog"));
  const field = part(dialog, "textarea");
  const notes = part(dialog, "[data-notes]");
  const status = part(dialog, "[role=status]");
  const make = async () => {
    try {
      const pack = await late(() => import("../formats/link/link.js"), "pack");
      // After the «#», which no request holds.
      field.value = `${location.origin}${location.pathname}#${await pack(store.plan, site, { notes: notes.checked })}`;
      const { length } = field.value;
      status.textContent = words(length > LONGEST ? "link.too-long" : "link.length", { length });
    } catch (error) {
      status.textContent = toldOf(error);
    }
  };
  notes.addEventListener("change", make);
  part(dialog, "[data-action=copy]").addEventListener("click", async () => {
    field.select();
    status.textContent = words((await copyText(field.value)) ? "link.copied" : "link.not-copied");
  });
  make();
  return ask(dialog);
}

/**
 * Show the plan that the address carries, and take it out of the address once it is taken in.
 * @param {Store} store
 * @param {Site} site
 * @returns {Promise<{problem: string, plan?: Plan, list?: List | undefined}>} What the reader must know, in words; may be empty. The plan, if it was taken in,
 *   and the list that it is about, if it is about one alone.
 */
export async function receive(store, site) {
  const unpack = await late(() => import("../formats/link/link.js"), "unpack");
  const read = await unpack(fragment(), site);
  if (!read.ok) return { problem: errorText("link", read.error) };
  const { problem, taken } = await takeIn({ plan: read.plan, from: words("link.from"), notes: [] }, store);
  if (!taken) return { problem: problem && `${problem} ${words("read.unchanged")}` };
  history.replaceState(null, "", location.pathname);
  return { problem: read.unknown.length ? words("link.unknown", { codes: read.unknown.join(", ") }) : "", plan: read.plan, list: onlyListOf(read.plan, site) };
}

/** The list that all of the plan is about, if it is about one alone. @param {Plan} plan @param {Site} site */
function onlyListOf(plan, site) {
  const { plan: { items, answers }, lists } = settle(plan, site);
  const found = lists.filter((list) => list.items.some(({ id }) => Object.hasOwn(items, id) || Object.hasOwn(answers, id)));
  return found.length === 1 ? found[0] : undefined;
}
