/** Scripts that are loaded when they are used. */
import { Refusal } from "../plan/refusal.js";
import { words } from "../views/words.js";

/**
 * One function of a script, loaded now; a second try is made at once, and the next click is another. The site may
 * be out of reach, or have been published anew so that its scripts no longer fit those of an open page.
 * @template Module @template {keyof Module} Name
 * @param {() => Promise<Module>} load @param {Name} name
 * @returns {Promise<Module[Name]>}  Refused when it cannot come.
 */
export async function late(load, name) {
  const found = await load().catch(load).catch(() => undefined);
  if (!found?.[name]) throw new Refusal("not-loaded");
  return found[name];
}

/** What went wrong, in words; throws what nobody foresaw. @param {unknown} error */
export function toldOf(error) {
  if (!(error instanceof Refusal) || error.key !== "not-loaded") throw error;
  return words("problem.not-loaded");
}
