/** What the browser gives this page: its storage, if it is not blocked, and ids that no other page has. */

/** The browser's own storage, or null where it is blocked. */
export function browserStorage() {
  try {
    const { localStorage } = window;
    localStorage.getItem("");
    return localStorage;
  } catch {
    return null;
  }
}

/** Whether another page shows this one inside it: the browser may then keep a storage apart for it. */
export const embedded = window.top !== window.self;

/** As good as a UUID, which a page without https cannot make. */
export const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export const now = () => new Date().toISOString();
