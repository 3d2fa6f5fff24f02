/** Whether the browser promises to keep what is stored here. Loaded when something is. */

/** @param {"persist" | "persisted"} how  Ask for a promise, or whether there is one. */
export async function promised(how) {
  try {
    return await navigator.storage[how]();
  } catch {
    return false;
  }
}
