/**
 * A model of what a browser does to the reader's work: several windows, a storage that fails or is changed
 * by others, events that come late, twice or never. Every random sequence comes from its number alone.
 *
 * @typedef {object} Subject  A window's store, as the model works it.
 * @property {() => import("../../docs/assets/js/plan/types.js").Plan} plan  What it shows.
 * @property {(field: Field, value: string) => boolean} set  Whether it was taken in.
 * @property {(done: boolean) => void} tick
 * @property {() => boolean} undo  Whether it says that something was undone.
 * @property {() => void} begin
 * @property {(id: string) => void} choose
 * @property {() => string[]} ids
 * @property {() => boolean} remove  Whether it says that the plan is gone.
 * @property {(change: (plan: import("../../docs/assets/js/plan/types.js").Plan) => import("../../docs/assets/js/plan/types.js").Plan) => void} file
 * @property {(base: import("../../docs/assets/js/plan/types.js").Plan, note: string) => void} workbook  Somebody has written a note in the one made from this plan.
 * @property {(event: {key: string | null, oldValue: string | null, newValue: string | null}) => void} hear
 * @property {() => void} focus
 * @property {() => "nowhere" | "browser" | "memory"} place
 * @property {() => string} told  All that it has to tell, as one text.
 * @property {() => string} asks  What the reader is asked about before leaving; "" when nothing.
 *
 * @typedef {{where: "items" | "details" | "kommuner", id: string}} Field
 * @typedef {"ok" | "full" | "throws" | "lies"} Mode
 */

/** A generator of numbers from 0 to 1. @param {number} seed */
export function random(seed) {
  let state = (seed * 2654435761 + 1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What one window sees of the storage. It may lag behind what another has just written. */
export class View {
  /** @type {Mode} */
  mode = "ok";
  /** @type {Map<string, string> | undefined} */
  behind;

  /** @param {World} world */
  constructor(world) {
    this.world = world;
  }

  /** @param {string} key */
  getItem(key) {
    return (this.behind ?? this.world.disk).get(key) ?? null;
  }

  /** @param {string} key @param {string} value */
  setItem(key, value) {
    const mode = this.world.mode === "ok" ? this.mode : this.world.mode;
    const old = this.getItem(key);
    if (mode === "lies") return;
    if (mode === "throws" || (mode === "full" && value.length > (old ?? "").length)) throw new Error("full");
    this.world.write(this, key, value, old);
    this.behind?.set(key, value);
  }

  /** @param {string} key */
  removeItem(key) {
    const mode = this.world.mode === "ok" ? this.mode : this.world.mode;
    if (mode === "lies") return;
    if (mode === "throws") throw new Error("blocked");
    this.world.write(this, key, null, this.getItem(key));
    this.behind?.delete(key);
  }

  get length() {
    return this.world.disk.size;
  }

  /** @param {number} place */
  key(place) {
    return [...this.world.disk.keys()][place] ?? null;
  }
}

/** @typedef {{sheet?: import("../../docs/assets/js/plan/types.js").Plan | undefined, view: View, subject: Subject, inbox: {key: string | null, oldValue: string | null, newValue: string | null}[], name: number}} Window */
/** @typedef {(view: View, world: World, name: number) => Subject} Open */

const FIELDS = /** @type {const} */ ([
  { where: "items", id: "a/note" }, { where: "items", id: "a/owner" }, { where: "items", id: "b/note" },
  { where: "details", id: "name" }, { where: "kommuner", id: "Bø" }, { where: "kommuner", id: "Ås" },
]);
const PLAN = "sjekkliste:/plan:";

export class World {
  /** @type {Map<string, string>} */
  disk = new Map();
  /** @type {Mode} */
  mode = "ok";
  /** @type {Window[]} */
  windows = [];
  /** Texts that somebody entered and nobody has removed: by the text, the plan it was entered in. @type {Map<string, string>} */
  alive = new Map();
  /** Who entered each. @type {Map<string, number>} */
  owner = new Map();
  /** @type {string[]} */
  log = [];
  /** @type {string[]} Texts that were on the disk at some time. */
  backups = [];
  clock = Date.UTC(2026, 10, 22);
  count = 0;

  /** @param {number} seed @param {Open} open */
  constructor(seed, open) {
    this.random = random(seed);
    this.open = open;
    for (let n = 2 + this.pick(3); n > 0; n--) this.openWindow();
  }

  openWindow() {
    const view = new View(this);
    const name = this.count++;
    this.windows.push({ view, subject: this.open(view, this, name), inbox: [], name });
  }

  /** @param {number} below */
  pick(below) {
    return Math.floor(this.random() * below);
  }

  now() {
    this.clock += 1000;
    return new Date(this.clock).toISOString();
  }

  /** @param {View | undefined} by @param {string | null} key @param {string | null} value @param {string | null} old */
  write(by, key, value, old) {
    if (key === null) this.disk.clear();
    else if (value === null) this.disk.delete(key);
    else this.disk.set(key, value);
    if (key?.startsWith(PLAN) && value) this.backups.push(`${key}\n${value}`);
    for (const one of this.windows) if (one.view !== by) one.inbox.push({ key, oldValue: old, newValue: value });
  }

  /** Everything that a step may do, and how often. */
  step() {
    const window = this.windows[this.pick(this.windows.length)];
    if (!window) return;
    const chosen = this.pick(100);
    const [action] = /** @type {[string, number][]} */ ([
      ["append", 26], ["race", 31], ["replace", 35], ["empty", 38], ["tick", 43], ["undo", 52], ["begin", 54], ["choose", 57],
      ["remove", 60], ["file", 63], ["workbook", 65], ["deliver", 79], ["lose", 82], ["twice", 84], ["spoil", 89], ["clear", 90],
      ["garble", 91], ["restore", 92], ["focus", 95], ["back", 96], ["close", 98], ["foreign", 100],
    ]).find(([, below]) => chosen < below) ?? ["append"];
    this.log.push(`${window.name} ${action}`);
    this[/** @type {"append"} */ (action)](window);
    this.checkWindow(window, action);
  }

  /** What stands in a field that the window shows. @param {Window} window @param {Field} field */
  value({ subject }, { where, id }) {
    const plan = /** @type {any} */ (subject.plan());
    if (where === "details") return plan[id] ?? "";
    if (where === "kommuner") return plan.kommuneAnswers?.find((/** @type {any} */ one) => one.kommune === id)?.answers.q?.reason ?? "";
    const [item = "", field = ""] = id.split("/");
    return plan.items[item]?.[field] ?? "";
  }

  /** @param {Window} window */
  append(window) {
    const field = FIELDS[this.pick(FIELDS.length)] ?? FIELDS[0];
    this.enter(window, field, this.value(window, field));
  }

  /** @param {Window} window @param {Field} field @param {string} before */
  enter(window, field, before) {
    const text = `t${this.owner.size}z`;
    this.owner.set(text, window.name);
    this.log.push(`  ${field.id}: ${before} + ${text}`);
    if (window.subject.set(field, before ? `${before} ${text}` : text)) this.alive.set(text, window.subject.plan().id);
  }

  /** Two windows write at once: this one has not seen what another has just written. @param {Window} window */
  race(window) {
    const other = this.windows[this.pick(this.windows.length)];
    if (!other || other === window) return;
    const behind = new Map(this.disk);
    this.append(other);
    window.view.behind = behind;
    this.append(window);
    window.view.behind = undefined;
  }

  /** @param {Window} window */
  replace(window) {
    const field = FIELDS[this.pick(FIELDS.length)] ?? FIELDS[0];
    this.removed(textsIn(this.value(window, field)));
    this.enter(window, field, "");
  }

  /** @param {Window} window */
  empty(window) {
    const field = FIELDS[this.pick(FIELDS.length)] ?? FIELDS[0];
    this.removed(textsIn(this.value(window, field)));
    window.subject.set(field, "");
  }

  /** @param {Window} window */
  tick(window) {
    window.subject.tick(this.pick(2) === 0);
  }

  /** @param {Window} window */
  undo(window) {
    window.subject.focus();
    const before = window.subject.plan();
    const [was, wasText] = [textsIn(before), said(before)];
    const done = window.subject.undo();
    const after = window.subject.plan();
    if (after.id !== before.id) return this.removed(this.takenBack(window));
    if (done && wasText === said(after)) this.fail(`said that something was undone, and nothing was`);
    const gone = was.filter((text) => !textsIn(after).includes(text));
    for (const text of gone) if (this.alive.has(text) && this.owner.get(text) !== window.name) this.fail(`undo took ${text}, which ${this.owner.get(text)} wrote`);
    this.removed(gone);
  }

  /** What a window has written itself, and taken out of a plan that it was not showing. @param {Window} window */
  takenBack({ name, subject }) {
    const plan = subject.plan();
    const [shown, stored] = [plan, this.disk.get(PLAN + plan.id) ?? ""].map(textsIn);
    const own = [...this.alive.keys()].filter((text) => this.owner.get(text) === name);
    return own.filter((text) => !this.isOnDisk(text) || (stored?.includes(text) && !shown?.includes(text)));
  }

  /** @param {Window} window */
  begin(window) {
    window.subject.begin();
  }

  /** @param {Window} window */
  choose(window) {
    const ids = window.subject.ids();
    const id = ids[this.pick(ids.length)];
    if (id) window.subject.choose(id);
  }

  /** @param {Window} window */
  remove(window) {
    const { id } = window.subject.plan();
    const seen = [...textsIn(window.subject.plan()), ...textsIn(this.disk.get(PLAN + id) ?? "")];
    const gone = window.subject.remove();
    if (gone && textsIn(this.disk.get(PLAN + id) ?? "").length) this.fail("said that the plan is gone, and it is not");
    this.removed(seen);
  }

  /** @param {Window} window */
  file(window) {
    const text = `t${this.owner.size}z`;
    this.owner.set(text, window.name);
    window.subject.file((plan) => ({ ...plan, items: { ...plan.items, [`file-${text}`]: { note: text } } }));
    if (textsIn(window.subject.plan()).includes(text)) this.alive.set(text, window.subject.plan().id);
  }

  /** @param {Window} window */
  workbook(window) {
    const { sheet } = window;
    window.sheet = sheet ? undefined : structuredClone(window.subject.plan());
    if (!sheet || !window.subject.ids().includes(sheet.id)) return;
    window.subject.choose(sheet.id);
    window.subject.focus();
    const text = `t${this.owner.size}z`;
    this.owner.set(text, window.name);
    const before = textsIn(window.subject.plan());
    window.subject.workbook(sheet, text);
    const after = textsIn(window.subject.plan());
    if (after.includes(text)) this.alive.set(text, window.subject.plan().id);
    // The reader has seen what the sheet's note takes the place of.
    const { note } = window.subject.plan().items["a"] ?? {};
    for (const gone of before.filter((one) => !after.includes(one))) if (note !== text) this.fail(`the workbook took ${gone}`);
    this.removed(before.filter((one) => !after.includes(one)));
  }

  /** @param {Window} window */
  deliver(window) {
    for (let n = this.pick(4); n > 0; n--) {
      const event = window.inbox.shift();
      if (event) window.subject.hear(event);
    }
  }

  /** @param {Window} window */
  lose(window) {
    window.inbox.splice(this.pick(window.inbox.length + 1), 1);
  }

  /** @param {Window} window */
  twice(window) {
    const event = window.inbox.shift();
    if (!event) return;
    window.subject.hear(event);
    window.subject.hear(event);
  }

  /** @param {Window} window */
  spoil(window) {
    const mode = /** @type {const} */ (["ok", "ok", "full", "throws", "lies"])[this.pick(5)] ?? "ok";
    if (this.pick(2)) window.view.mode = mode;
    else this.mode = mode;
    this.log.push(`  ${mode}`);
  }

  /** Another page on the same origin empties the storage. */
  clear() {
    this.lostWith([...this.disk.keys()]);
    this.write(undefined, null, null, null);
  }

  /** What stood only there is gone, and no window could help it. @param {string[]} keys */
  lostWith(keys) {
    const held = new Set(this.windows.flatMap(({ subject }) => textsIn(subject.plan()).concat(textsIn(subject.asks()))));
    for (const key of keys) this.removed(textsIn(this.disk.get(key) ?? "").filter((text) => !held.has(text)));
  }

  garble() {
    const key = [...this.disk.keys()].find((one) => one.startsWith(PLAN));
    if (!key) return;
    this.lostWith([key]);
    this.write(undefined, key, "{", this.disk.get(key) ?? null);
  }

  /** Somebody puts back what stood there before. */
  restore() {
    const [key, text] = this.backups[this.pick(this.backups.length)]?.split(/\n([^]*)/) ?? [];
    if (!key || !text || !this.disk.has(key)) return;
    this.lostWith([key]);
    this.write(undefined, key, text, this.disk.get(key) ?? null);
  }

  foreign() {
    this.write(undefined, "andres", `${this.count}`, null);
  }

  /** @param {Window} window */
  focus(window) {
    window.subject.focus();
  }

  back() {
    this.clock -= 3_600_000;
  }

  /** The reader leaves the page, after being asked if something is kept nowhere else. @param {Window} window */
  close(window) {
    this.removed(textsIn(window.subject.asks()).filter((text) => !this.isOnDisk(text)));
    this.windows.splice(this.windows.indexOf(window), 1);
    this.openWindow();
  }

  /** @param {string[]} texts */
  removed(texts) {
    for (const text of texts) this.alive.delete(text);
  }

  /** @param {string} text */
  isOnDisk(text) {
    return [...this.disk.values()].some((value) => textsIn(value).includes(text));
  }

  /** @param {Window} window @param {string} action */
  checkWindow({ subject }, action) {
    this.removed(textsIn(subject.told()));
    if (["clear", "garble", "restore", "foreign", "spoil", "lose"].includes(action)) return;
    if (subject.place() !== "browser") return;
    const plan = subject.plan();
    const stored = textsIn(this.disk.get(PLAN + plan.id) ?? "");
    for (const text of textsIn(plan)) if (this.alive.has(text) && !stored.includes(text)) this.fail(`says that ${text} is stored, and it is not`);
  }

  /** All works again, all events come, and every window is looked at. */
  settle() {
    this.log.push("the end");
    this.mode = "ok";
    for (const { view } of this.windows) view.mode = "ok";
    for (let n = 0; n < 4; n++) {
      for (const { subject, inbox } of this.windows) {
        while (inbox.length) subject.hear(/** @type {any} */ (inbox.shift()));
        subject.focus();
        this.removed(textsIn(subject.told()));
      }
    }
    for (const [text, id] of this.alive) if (!this.isOnDisk(text)) this.fail(`${text} is gone from ${id}`);
    for (const { subject, name } of this.windows) {
      const plan = subject.plan();
      const stored = this.disk.get(PLAN + plan.id);
      if (stored && said(JSON.parse(stored)) !== said(plan)) this.fail(`window ${name} shows something else than what is stored`);
      if (subject.place() === "memory") this.fail(`window ${name} says that its work is not stored`);
    }
  }

  /** @param {string} why @returns {never} */
  fail(why) {
    throw new Error(`${why}\n${this.log.slice(-60).join("\n")}`);
  }
}

/** The texts of the model that stand in something. @param {unknown} thing @returns {string[]} */
export const textsIn = (thing) => [...new Set((typeof thing === "string" ? thing : JSON.stringify(thing)).match(/t\d+z/g) ?? [])];

/** What a plan says, in the order of its names. @param {any} plan */
function said({ items, name, kommuneAnswers }) {
  const sorted = (/** @type {any} */ tree) => Object.fromEntries(Object.entries(tree).sort());
  const entries = Object.entries(items).map(([id, { state, owner, note }]) => [id, state ?? "", owner ?? "", note ?? ""]);
  return JSON.stringify([name, sorted(Object.fromEntries(entries.map(([id, ...rest]) => [id, rest]))), (kommuneAnswers ?? []).map((/** @type {any} */ one) => [one.kommune, one.answers.q?.reason ?? ""])]);
}
