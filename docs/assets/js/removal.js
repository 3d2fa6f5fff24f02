/** Deleting the page's plan from this browser, so that it can be undone until the page closes. */
import { emptyPlan } from "./plan/plan.js";

/** @param {import("./store.js").Store} store */
export function remove(store) {
  const before = store.load();
  const { id } = before;
  const { keys, savedAt } = store;
  if (!store.forget(id) || !keys.drop("current")) store.wrong = "blocked";
  store.loose.delete(id);
  const [next] = store.plans();
  store.show(next);
  if (next) keys.set("current", next.id);
  // What another window writes in the plan after this stays when it comes back.
  const after = { ...emptyPlan({ id, now: before.changed }), kommuneAnswers: [] };
  store.undoing = [{ before, after, also: () => savedAt && keys.set(`saved:${id}`, savedAt) }];
  store.tell();
}
