import assert from "node:assert/strict";
import { test } from "node:test";
import { readPlan, writePlan } from "../../docs/assets/js/formats/json.js";
import { emptyPlan } from "../../docs/assets/js/plan/plan.js";
import { putKommuner } from "../../docs/assets/js/plan/kommuner.js";
import { Keys } from "../../docs/assets/js/store/keys.js";
import { Store } from "../../docs/assets/js/store/store.js";
import { View, World } from "./windows.js";

/** @import { Plan } from "../../docs/assets/js/plan/types.js" */

const HASH = "0123456789ab";

/** Windows of one browser, where events come when they are delivered. @param {number} count */
function windows(count) {
  const world = Object.assign(new World(1, () => /** @type {any} */ ({})), { windows: [] });
  let ids = 0;
  return Array.from({ length: count }, (_, name) => {
    const view = new View(world);
    const store = new Store(new Keys(/** @type {any} */ (view), "/"), { now: () => world.now(), newId: () => `n${ids++}` });
    const window = { view, store, world, inbox: /** @type {any[]} */ ([]), subject: /** @type {any} */ ({}), name };
    world.windows.push(window);
    return { ...window, deliver: () => window.inbox.splice(0).forEach((event) => store.hear(event)) };
  });
}

/** @param {Store} store @param {string} note */
const write = (store, note) => store.change("items", "a", { note }, ["a"]);
/** @param {Store} store */
const note = (store) => store.plan.items["a"]?.note;
/** @param {Store} store @param {string} [id] */
const tick = (store, id = "a") => store.change("items", id, { state: "done", hash: HASH }, ["a"]);
/** @param {Store} store */
const told = (store) => store.told.map(({ key }) => key);
/** @param {Store} store @returns {Plan | false} */
function onDisk(store) {
  const read = readPlan(store.keys.get(`plan:${store.id}`));
  return read.ok && read.plan;
}

/** Two windows; the second has written over what the first wrote, and has not heard of it. */
function overwritten() {
  const [a, b] = windows(2);
  assert.ok(a && b);
  tick(a.store);
  b.deliver();
  const behind = new Map(a.world.disk);
  write(a.store, "A");
  b.view.behind = behind;
  write(b.store, "B");
  b.view.behind = undefined;
  return /** @type {const} */ ([a, b]);
}

test("what another window adds to a note stays when a full storage has room again", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  write(a.store, "A");
  b.deliver();
  a.view.mode = "throws";
  write(a.store, "A og a");
  write(b.store, "A og b");
  a.deliver();
  write(a.store, `${note(a.store)} a2`);
  assert.deepEqual(told(a.store), ["full"]);
  a.view.mode = "ok";
  tick(a.store);
  b.deliver();
  for (const store of [a.store, b.store]) assert.equal(note(store), "A og a\nog b a2");
});

test("two windows that write at the same moment both keep what they wrote", () => {
  const [a, b] = overwritten();
  for (let n = 0; n < 3; n++) [b, a].forEach((one) => one.deliver());
  assert.deepEqual([note(a.store), note(b.store)], ["A\nB", "A\nB"]);
  const plan = onDisk(a.store);
  assert.equal(plan && plan.items["a"]?.note, "A\nB");
});

test("a storage that takes everything and keeps nothing is told", () => {
  const [a] = windows(1);
  assert.ok(a);
  a.view.mode = "lies";
  tick(a.store);
  assert.deepEqual([a.store.place, told(a.store), a.store.loose.length], ["memory", ["full"], 1]);
});

test("what another page on the same origin empties is stored again, and until then not said to be stored", () => {
  const [a] = windows(1);
  assert.ok(a);
  write(a.store, "A");
  a.world.write(undefined, null, null, null);
  assert.deepEqual([a.store.place, a.store.loose.length], ["memory", 1]);
  a.deliver();
  assert.equal(a.store.place, "browser");
  const plan = onDisk(a.store);
  assert.equal(plan && plan.items["a"]?.note, "A");
});

test("what is deleted in another window is gone here too, and nothing brings it back unasked", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  write(a.store, "A");
  b.deliver();
  assert.equal(b.store.remove(), true);
  a.deliver();
  assert.deepEqual([note(a.store), a.store.place, a.store.steps.length, a.world.disk.size], [undefined, "nowhere", 0, 0]);
  assert.equal(a.store.undo(), false);
  assert.equal(b.store.undo(), true);
  a.deliver();
  assert.equal(note(a.store), "A");
});

test("a tick that is kept nowhere else survives that its plan is deleted in another window, and undo there", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  write(a.store, "A");
  b.deliver();
  a.view.mode = "throws";
  tick(a.store, "b");
  b.store.remove();
  a.deliver();
  assert.deepEqual([note(a.store), a.store.plan.items["b"]?.state, told(a.store)], [undefined, "done", ["full"]]);
  a.view.mode = "ok";
  a.store.refresh();
  b.deliver();
  b.store.undo();
  a.deliver();
  for (const { store } of [a, b]) assert.deepEqual([note(store), store.plan.items["b"]?.state], ["A", "done"]);
});

test("a plan with as much as it may hold refuses more, in words, and stays readable", () => {
  const [a] = windows(1);
  assert.ok(a);
  const items = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`utgatt-${n}`, { state: /** @type {const} */ ("done") }]));
  assert.equal(a.store.use({ ...emptyPlan({ id: "full", now: a.world.now() }), items }), true);
  assert.equal(tick(a.store), false);
  assert.deepEqual([told(a.store), a.store.place, a.store.plan.items["a"]], [["too-much"], "browser", undefined]);
  assert.ok(onDisk(a.store));
});

test("a plan that would be too long to be read again is not taken in", () => {
  const [a] = windows(1);
  assert.ok(a);
  tick(a.store);
  const items = Object.fromEntries(Array.from({ length: 498 }, (_, n) => [`i-${n}`, { note: "x".repeat(10_000) }]));
  const plan = { ...emptyPlan({ id: "long", now: a.world.now() }), items };
  const room = 5_000_000 - writePlan({ ...plan, items: { ...items, last: { note: "x" } } }).length;
  const filled = { ...plan, items: { ...items, last: { note: "x".repeat(room + 1) } } };
  assert.ok(readPlan(writePlan(filled)).ok);
  assert.equal(a.store.use(filled), false);
  assert.deepEqual([told(a.store), a.store.plan.items["a"]?.state], [["too-much"], "done"]);
});

test("two that are too long together are not stored, and each stays where it was written", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  tick(a.store);
  b.deliver();
  const long = (/** @type {string} */ name) => Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${name}-${n}`, { note: "x".repeat(9_900) }]));
  a.view.mode = "throws";
  assert.ok(a.store.make((plan) => ({ ...plan, items: { ...plan.items, ...long("en") } })));
  assert.ok(b.store.make((plan) => ({ ...plan, items: { ...plan.items, ...long("to") } })));
  a.view.mode = "ok";
  a.deliver();
  assert.equal(Object.keys(a.store.plan.items).length, 601);
  assert.deepEqual([a.store.place, told(a.store)], ["memory", ["full"]]);
  const plan = onDisk(a.store);
  assert.equal(plan && Object.keys(plan.items).length, 301);
});

test("a plan that is not shown is joined with what is stored before it is stored", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  write(a.store, "A");
  const { id } = a.store;
  b.deliver();
  a.view.mode = "throws";
  write(a.store, "A og a");
  a.store.begin();
  write(b.store, "A og b");
  a.view.mode = "ok";
  tick(a.store);
  const read = readPlan(a.store.keys.get(`plan:${id}`));
  assert.equal(read.ok && read.plan.items["a"]?.note, "A og a\nog b");
});

test("what another window overwrote unseen is taken in, also where that window is gone", () => {
  const [a, b] = overwritten();
  b.deliver();
  const plan = onDisk(b.store);
  assert.equal(plan && plan.items["a"]?.note, "A\nB");
});

test("what another window overwrote unseen is taken in, also when what is stored cannot be read since", () => {
  const [a, b] = overwritten();
  a.world.write(undefined, `sjekkliste:/plan:${b.store.id}`, "{", null);
  b.store.load();
  b.deliver();
  assert.equal(note(b.store), "A\nB");
});

test("a deletion that was taken back before it was heard of takes no step away", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  write(a.store, "A");
  b.deliver();
  assert.ok(b.store.remove());
  assert.ok(b.store.undo());
  a.deliver();
  assert.deepEqual([note(a.store), a.store.steps.length], ["A", 1]);
});

test("a plan can be kept beside the one that is shown, as far as there is room", () => {
  const [a] = windows(1);
  assert.ok(a);
  write(a.store, "A");
  const other = { ...emptyPlan({ id: "annen", now: a.world.now() }), name: "Annen" };
  assert.equal(a.store.keep(other), true);
  assert.deepEqual([note(a.store), a.store.plans().map(({ name }) => name).sort()], ["A", ["", "Annen"]]);
  a.view.mode = "throws";
  assert.equal(a.store.keep({ ...other, id: "tredje" }), false);
});

test("a page that comes back stores what had no room, and those who show it hear of what cannot be read", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  a.view.mode = "throws";
  write(a.store, "A");
  a.view.mode = "ok";
  a.store.comeBack();
  assert.equal(a.store.place, "browser");
  b.store.load();
  let heard = 0;
  b.store.addEventListener("change", () => heard++);
  a.world.write(undefined, `sjekkliste:/plan:${a.store.id}`, "{", null);
  b.store.load();
  assert.ok(heard > 0);
  assert.deepEqual(told(b.store), ["unreadable"]);
});

test("a page that finds only what cannot be read says so, and leaves it and its name as they are", () => {
  const [a] = windows(1);
  assert.ok(a);
  write(a.store, "A");
  const { id } = a.store;
  a.world.write(undefined, `sjekkliste:/plan:${id}`, "{", null);
  const late = new Store(new Keys(/** @type {any} */ (a.view), "/"), { now: () => a.world.now(), newId: () => "sen" });
  assert.deepEqual([told(late), late.place], [["unreadable"], "nowhere"]);
  assert.deepEqual([late.keys.get("current"), late.keys.get(`plan:${id}`)], [id, "{"]);
});

test("a refused change does not hide that the storage is full", () => {
  const [a] = windows(1);
  assert.ok(a);
  a.view.mode = "throws";
  tick(a.store);
  assert.equal(write(a.store, "x".repeat(10_001)), false);
  assert.deepEqual(a.store.told, [{ key: "refused", field: "items.a.note" }, { key: "full" }]);
});

test("undo that finds nothing to take back says so", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  write(a.store, "A");
  b.deliver();
  write(b.store, "B");
  a.deliver();
  assert.equal(a.store.undo(), false);
  assert.equal(note(a.store), "B");
});

test("a refused kommune is not taken in", () => {
  const [a] = windows(1);
  assert.ok(a);
  const now = a.world.now();
  const many = Array.from({ length: 50 }, (_, n) => ({ kommune: `K${n}`, changed: now, answers: {} }));
  assert.equal(a.store.make((plan) => putKommuner(plan, many, now)), true);
  assert.equal(a.store.make((plan) => putKommuner(plan, [{ kommune: "K51", changed: now, answers: {} }], now)), false);
});

test("those who show the plan hear of what is done here, undone, and done elsewhere", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  const shown = /** @type {(string | undefined)[]} */ ([]);
  a.store.addEventListener("change", () => shown.push(note(a.store)));
  write(a.store, "A");
  assert.equal(shown.at(-1), "A");
  b.deliver();
  write(b.store, "AB");
  a.deliver();
  assert.equal(shown.at(-1), "AB");
  b.store.undo();
  a.deliver();
  assert.equal(shown.at(-1), "A");
});

test("those who show the plan hear what another window wrote at the same moment, and nothing when none did", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  tick(a.store);
  b.deliver();
  let heard = 0;
  a.store.addEventListener("change", () => heard++);
  a.store.settle();
  assert.equal(heard, 0);
  write(b.store, "B");
  a.store.settle();
  assert.deepEqual([heard > 0, note(a.store)], [true, "B"]);
});

test("the first time that something is stored is told once, and each time that it is", () => {
  const [a] = windows(1);
  assert.ok(a);
  const heard = /** @type {string[]} */ ([]);
  for (const name of ["stored", "written"]) a.store.addEventListener(name, () => heard.push(name));
  write(a.store, "A");
  write(a.store, "AB");
  a.view.mode = "throws";
  write(a.store, "ABC");
  assert.deepEqual(heard, ["stored", "written", "written"]);
});

test("when a plan is deleted, the newest of the others is shown, here and on the next page", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  write(a.store, "Den første");
  const { id } = a.store;
  assert.ok(a.store.begin());
  write(a.store, "Den andre");
  assert.ok(a.store.remove());
  assert.deepEqual([a.store.id, note(a.store), a.store.keys.get("current")], [id, "Den første", id]);
  assert.ok(a.store.remove());
  assert.notEqual(a.store.id, id);
  assert.deepEqual([note(a.store), a.store.keys.get("current")], [undefined, ""]);
});

test("what cannot be deleted is not said to be", () => {
  const [a] = windows(1);
  assert.ok(a);
  write(a.store, "A");
  a.view.mode = "throws";
  assert.equal(a.store.remove(), false);
  assert.deepEqual([told(a.store), note(a.store)], [["not-removed"], "A"]);
});

test("a copy of a plan that is not stored is remembered as long as the page is open", () => {
  const [a] = windows(1);
  assert.ok(a);
  a.view.mode = "throws";
  tick(a.store);
  a.store.saved(a.store.plan);
  assert.notEqual(a.store.savedAt, "");
  assert.equal(a.store.loose.length, 0);
  write(a.store, "siden");
  assert.equal(a.store.loose.length, 1);
});

test("of a verdict that both have changed one stands, the other is told, and undo brings it", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  write(a.store, "A");
  b.deliver();
  a.view.mode = "throws";
  tick(a.store);
  b.store.change("items", "a", { state: "na", hash: HASH }, ["a"]);
  a.view.mode = "ok";
  a.deliver();
  assert.equal(a.store.plan.items["a"]?.state, "na");
  assert.deepEqual(a.store.told, [{ key: "met", where: "items", id: "a", field: "state", mine: "done", theirs: "na" }]);
  assert.equal(a.store.undo(), true);
  b.deliver();
  for (const { store } of [a, b]) assert.deepEqual([store.plan.items["a"]?.state, store.plan.items["a"]?.hash], ["done", HASH]);
});

test("fields from a later version are stored, and never say whose writes they are in a file", () => {
  const [a] = windows(1);
  assert.ok(a);
  a.store.use(/** @type {any} */ ({ ...emptyPlan({ id: "later", now: a.world.now() }), measures: { m: 1 }, items: { a: { cost: 5 } } }));
  tick(a.store);
  assert.deepEqual([/** @type {any} */ (onDisk(a.store)).measures, /** @type {any} */ (onDisk(a.store)).items.a.cost], [{ m: 1 }, 5]);
  assert.equal(writePlan(a.store.plan).includes('"seen"'), false);
});

test("what a file calls «seen» is the file's own, and comes back as it was", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  const plan = /** @type {Plan} */ (/** @type {any} */ ({ ...emptyPlan({ id: "fra-fil", now: a.world.now() }), items: { a: { note: "A" } }, seen: { w1: 3 } }));
  a.store.use(plan);
  b.deliver();
  write(b.store, "A og B");
  a.deliver();
  assert.equal(note(a.store), "A og B");
  assert.deepEqual(JSON.parse(writePlan(a.store.plan)).seen, { w1: 3 });
});

test("a page that does not know which plan was shown last shows the newest", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  write(a.store, "A");
  a.store.keys.drop("current");
  b.store.load();
  assert.equal(note(b.store), "A");
});

test("a page that comes back from the browser's memory shows what is stored now", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  write(a.store, "A");
  b.deliver();
  b.store.remove();
  a.inbox.splice(0);
  a.store.comeBack();
  assert.deepEqual([note(a.store), a.world.disk.size], [undefined, 0]);
});

test("a text that comes so late that all it was made from is forgotten takes nothing away", () => {
  const [a] = windows(1);
  assert.ok(a);
  tick(a.store);
  const old = a.store.keys.get(`plan:${a.store.id}`).replace(/"[^"]+": 1/, '"somebody": 1');
  write(a.store, "A");
  for (let n = 0; n < 25; n++) a.store.change("items", "b", { note: `${n}` }, ["a"]);
  a.store.hear({ key: `${a.store.keys.prefix}plan:${a.store.id}`, oldValue: null, newValue: old });
  assert.equal(note(a.store), "A");
});

test("what is taken away stays away, also after many visits", () => {
  const [open, ...visits] = windows(70);
  assert.ok(open);
  tick(open.store);
  const last = visits.pop();
  assert.ok(last);
  for (const [number, visit] of visits.entries()) {
    visit.store.comeBack();
    write(visit.store, `Nr. ${number}`);
    [open, ...visits].forEach((one) => one.deliver());
  }
  // It opens now, so it has heard nothing.
  last.inbox.splice(0);
  last.store.comeBack();
  last.store.change("items", "a", { state: undefined, note: "" }, ["a"]);
  for (let n = 0; n < 3; n++) [open, last].forEach((one) => one.deliver());
  assert.deepEqual([open.store.plan.items["a"]?.state, note(open.store)], [undefined, undefined]);
});

test("after another page has emptied the storage the next page still finds the plan", () => {
  const [a] = windows(1);
  assert.ok(a);
  tick(a.store);
  a.world.disk.clear();
  a.store.refresh();
  assert.equal(a.store.keys.get("current"), a.store.id);
});

test("another plan is turned to, those who show it hear it, and undo turns back", () => {
  const [a] = windows(1);
  assert.ok(a);
  write(a.store, "A");
  const { id } = a.store;
  const turns = /** @type {unknown[]} */ ([]);
  a.store.addEventListener("turn", (event) => turns.push(/** @type {CustomEvent} */ (event).detail));
  assert.ok(a.store.use({ ...emptyPlan({ id: "annen", now: a.world.now() }), name: "Annen" }));
  assert.deepEqual([a.store.id, a.store.plan.name], ["annen", "Annen"]);
  assert.ok(a.store.undo());
  assert.deepEqual([a.store.id, note(a.store)], [id, "A"]);
  assert.deepEqual(turns, [{ from: id, to: "annen" }, { from: "annen", to: id }]);
});

test("a plan that is kept on the page alone is not what the next page looks for", () => {
  const [a] = windows(1);
  assert.ok(a);
  write(a.store, "A");
  const { id } = a.store;
  a.view.mode = "throws";
  a.store.begin();
  write(a.store, "B");
  a.view.mode = "ok";
  a.store.claim();
  assert.deepEqual([a.store.place, a.store.keys.get("current")], ["memory", id]);
});

test("a page that comes back turns to the plan that was opened meanwhile", () => {
  const [a, b] = windows(2);
  assert.ok(a && b);
  write(a.store, "A");
  b.deliver();
  assert.equal(b.store.use(emptyPlan({ id: "annen", now: b.world.now() })), true);
  tick(b.store);
  a.store.comeBack();
  assert.deepEqual([a.store.id, a.store.plan.items["a"]?.state], ["annen", "done"]);
});

test("who shows the plans is told that one more is kept", () => {
  const [a] = windows(1);
  assert.ok(a);
  let times = 0;
  a.store.addEventListener("change", () => (times += 1));
  assert.equal(a.store.keep({ ...emptyPlan({ id: "annen", now: a.world.now() }), name: "Annen" }), true);
  assert.equal(times > 0, true);
});
