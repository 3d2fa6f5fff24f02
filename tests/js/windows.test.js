import assert from "node:assert/strict";
import { test } from "node:test";
import { withSheet } from "../../docs/assets/js/formats/edits.js";
import { setKommuneAnswer } from "../../docs/assets/js/plan/kommuner.js";
import { setDetails, setEntry } from "../../docs/assets/js/plan/plan.js";
import { merge } from "../../docs/assets/js/plan/reconcile.js";
import { Keys } from "../../docs/assets/js/store/keys.js";
import { Store } from "../../docs/assets/js/store/store.js";
import { World } from "./windows.js";

const RUNS = Number(process.env["RUNS"] ?? 2000);
const STEPS = 40;

/** A window's store in the model. @type {import("./windows.js").Open} */
export function open(view, world, name) {
  let ids = 0;
  const store = new Store(new Keys(view, "/"), { now: () => world.now(), newId: () => `w${name}-${ids++}-${world.owner.size}` });
  return {
    plan: () => store.plan,
    set: ({ where, id }, value) => {
      if (where === "details") return store.make((plan) => setDetails(plan, { [id]: value }, world.now()));
      if (where === "kommuner") return store.make((plan) => setKommuneAnswer(plan, id, "q", { reason: value }, world.now()));
      const [item = "", field = ""] = id.split("/");
      return store.change("items", item, { [field]: value }, ["a", "b"]);
    },
    tick: (done) => store.change("items", "a", { state: done ? "done" : undefined, hash: done ? "0123456789ab" : undefined }, ["a", "b"]),
    undo: () => store.undo(),
    begin: () => store.begin(),
    choose: (id) => {
      const plan = store.plans().find((one) => one.id === id);
      if (plan) store.use(plan);
    },
    ids: () => store.plans().map(({ id }) => id),
    remove: () => store.remove(),
    file: (change) => store.use(merge(store.load(), change({ ...store.load(), items: {} }))),
    workbook: (base, note) => store.use(withSheet(store.load(), base, setEntry(base, "a", { note }, world.now()), [])),
    hear: (event) => store.hear(event),
    focus: () => {
      store.refresh();
      store.claim();
    },
    place: () => store.place,
    told: () => JSON.stringify(store.told),
    asks: () => JSON.stringify(store.loose.map(({ plan }) => plan)),
  };
}

test(`nothing is lost in ${RUNS} random sequences of several windows and a storage that fails`, () => {
  for (let seed = 1; seed <= RUNS; seed++) {
    const world = new World(seed, open);
    try {
      for (let step = 0; step < STEPS; step++) world.step();
      world.settle();
    } catch (error) {
      assert.fail(`sequence ${seed}: ${error instanceof Error ? error.stack : error}`);
    }
  }
});
