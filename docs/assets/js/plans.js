/** All the plans that are here, for the pages that show more than one. */
import { emptyPlan } from "./plan/plan.js";
import { writePlan } from "./plan/read.js";
import { fresh } from "./store.js";

/** @typedef {import("./plan/types.js").Plan} Plan */
/** @typedef {import("./store.js").Store} Store */

/** Every plan that can be read, newest change first. @param {Store} store @returns {Plan[]} */
export function plansIn(store) {
  store.unread = false;
  const ids = new Set([...store.keys.after("plan:"), ...store.loose.keys()]);
  const plans = [...ids].flatMap((id) => store.latest(id) ?? []);
  return plans.sort((one, other) => (one.changed < other.changed ? 1 : -1));
}

/** Begin a plan with nothing in it; the one before stays. @param {Store} store */
export function begin(store) {
  if (store.place !== "nowhere") store.use(fresh());
}

/** Delete the page's plan from this browser, so that it can be undone until the page closes. @param {Store} store */
export function remove(store) {
  const before = store.load();
  const { id } = before;
  const { keys, savedAt } = store;
  store.wrong = store.forget(id) && keys.drop("current") ? "" : "blocked";
  rescue(store);
  const [next] = plansIn(store);
  store.show(next);
  if (next) keys.set("current", next.id);
  // What another window writes in the plan after this stays when it comes back.
  const after = { ...emptyPlan({ id, now: before.changed }), kommuneAnswers: [] };
  store.undoing.push({ before, after, also: () => savedAt && keys.set(`saved:${id}`, savedAt) });
  store.tell();
}

/** Store what there was no room for before, where there is now. @param {Store} store */
function rescue(store) {
  for (const id of store.loose.keys()) {
    const plan = (store.stored(id) || !store.has(id)) && store.latest(id);
    if (plan && store.keys.set(`plan:${id}`, writePlan(plan))) store.loose.delete(id);
  }
}
