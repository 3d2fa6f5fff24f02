/** «Svarene side om side»: what each kommune answers, filled in together or from files. */
import { JointTable } from "../controls/joint-table.js";
import { OneRow } from "../controls/one-row.js";
import { answersFrom, choose } from "./joint-files.js";
import { PlanPage } from "./plan-page.js";
import { gather, matrix, toTalkAbout } from "../plan/matrix.js";
import { dropKommune, keyOf, kommuneIn, kommunerOf, putKommuner, setKommuneAnswer } from "../plan/kommuner.js";
import { now } from "../page/browser.js";
import { said } from "../views/joint-words.js";
import { part, words } from "../views/words.js";

/** @import { KommuneAnswers } from "../plan/types.js" */

class PlanKommuner extends PlanPage {
  template = "kommuner-mal";

  /** @override */
  ready() {
    this.know();
    this.table = new JointTable(part(this, "table"), this.list, {
      answer: (name, id, change, stay) => this.store.make((plan) => setKommuneAnswer(plan, name, id, change, now()), stay),
      drop: (name) => this.drop(name),
    });
  }

  /** @override */
  wire() {
    new OneRow(part(this, "[data-with=table]"));
    part(this, "form").addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      this.add(this.name.value);
    });
    this.takeFiles();
    this.on("own", () => this.takeOwn());
    this.on("print", () => print());
    this.saves();
    this.undoes("[name=kommune]");
  }

  /** @returns {HTMLInputElement} */
  get name() {
    return part(this, "[name=kommune]");
  }

  /** The ids of the questions. */
  get ids() {
    return this.list?.items.map(({ id }) => id) ?? [];
  }

  /** The kommuner that stand side by side. */
  get names() {
    return this.store.plan.kommuneAnswers?.map(({ kommune }) => kommune) ?? [];
  }

  /** @param {string} written */
  add(written) {
    const kommune = written.trim();
    if (!kommune) return this.complain(words("joint.no-name"));
    const there = kommuneIn(this.store.plan, kommune);
    this.complain("");
    if (!there && !this.store.make((plan) => putKommuner(plan, [{ kommune, changed: now(), answers: {} }], now()))) return this.name.focus();
    this.tell(words(there ? "joint.there" : "joint.added", { kommune }));
    this.name.value = "";
    this.name.focus();
  }

  /** @param {string} kommune */
  drop(kommune) {
    const dropped = this.store.make((plan) => dropKommune(plan, kommune, now()));
    if (dropped) this.tell(words("joint.dropped", { kommune }));
    part(this, ".band [data-action=undo]").focus();
  }

  /** Make the reader's own answers one of the kommuner. */
  async takeOwn() {
    const { kommuneAnswers: _, ...own } = this.store.load();
    if (!this.ids.some((id) => own.answers[id])) return this.complain(words("joint.none"));
    const [found] = kommunerOf({ ...own, kommuner: this.name.value || own.kommuner }, this.ids, "");
    if (!found) {
      this.complain(words("joint.no-name"));
      return this.name.focus();
    }
    this.name.value = "";
    await this.take([found], [], "own");
  }

  /** A bad file is named, and the rest are taken in. @override @param {File[]} files */
  async open(files) {
    const { found, problems } = await answersFrom(files, this.ids, (plan) => this.store.settled(plan));
    await this.take(found, problems, "open");
  }

  /** @param {KommuneAnswers[]} found @param {string[]} problems @param {string} focus  The button that asked. @returns {Promise<void>} */
  async take(found, problems, focus) {
    const names = new Set(found.map(({ kommune }) => keyOf(kommune)));
    const stored = () => this.store.load().kommuneAnswers ?? [];
    const same = () => JSON.stringify(stored().filter(({ kommune }) => names.has(keyOf(kommune))));
    const [before, { kommuner, doubles }] = [same(), gather([...stored(), ...found])];
    const chosen = await choose(kommuner, doubles, this.list?.items ?? []);
    // Another window has changed what the reader has just seen.
    if (chosen && same() !== before) return this.take(found, problems, focus);
    part(this, `[data-action=${focus}]`).focus();
    this.complainOf(problems);
    if (!chosen || !found.length) return;
    const taken = chosen.filter((one) => found.includes(one));
    if (taken.length && !this.store.make((plan) => putKommuner(plan, taken, now()))) return;
    this.tell(words("joint.opened", { count: found.length }));
  }

  /** @override */
  show() {
    const { store, list } = this;
    this.table?.leave(this.names);
    const kommuner = store.plan.kommuneAnswers ?? [];
    const rows = matrix(list?.items ?? [], kommuner);
    this.table?.show(rows, this.names);
    const count = (/** @type {string} */ agreement) => rows.filter((row) => row.agreement === agreement).length;
    const counts = { same: count("same"), differ: count("differ"), unanswered: count("unanswered") };
    part(this, "[data-counts]").textContent = kommuner.length > 1 ? words("joint.counts", counts) : words("joint.few");
    const talk = kommuner.length > 1 ? toTalkAbout(rows) : [];
    this.fillList("talk", talk.map((row) => said(row, `#rad-${row.question.id}`)));
    part(this, "[data-with=table]").hidden = kommuner.length === 0;
    this.showKept();
  }
}

customElements.define("plan-kommuner", PlanKommuner);
