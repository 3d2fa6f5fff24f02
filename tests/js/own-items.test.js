import assert from "node:assert/strict";
import { test } from "node:test";
import { settle } from "../../docs/assets/js/plan/catalog.js";
import { meet } from "../../docs/assets/js/plan/known.js";
import { overview } from "../../docs/assets/js/plan/overview.js";
import { listOf, ownId, ownIn } from "../../docs/assets/js/plan/own-items.js";
import { progress, setEntry } from "../../docs/assets/js/plan/plan.js";
import { merge, reconcile } from "../../docs/assets/js/plan/reconcile.js";
import { calendar } from "../../docs/assets/js/formats/ics.js";
import { readPlan, writePlan } from "../../docs/assets/js/formats/json.js";
import { pack, unpack } from "../../docs/assets/js/formats/link/link.js";
import { sheetOf } from "../../docs/assets/js/formats/edits.js";
import { changes, writeWorkbook } from "../../docs/assets/js/formats/xlsx/xlsx.js";
import { CATALOG as SITE, HEADER, PLAN, TEXTS, workbook } from "./workbook-files.js";
import { readOk } from "./workbook-read.js";

const NOW = "2027-02-01T00:00:00Z";
const CATALOG = { checklists: SITE.checklists.map((list) => ({ ...list, url: `https://s.example/${list.id}/#${list.id}` })), own: { code: "Eget", unnamed: "Uten navn" } };
const WORDS = { ...TEXTS, own: "Eget" };
const [FIRST, SECOND] = [ownId("a", "1abc"), ownId("a", "2abc")];

/** @type {import("../../docs/assets/js/plan/types.js").Plan} */
const OWNED = { ...PLAN, items: { ...PLAN.items, [SECOND]: { text: "Ring krisesenteret", state: "done", changed: NOW }, [FIRST]: { text: "Spør nabokommunen", owner: "Rådgiver", due: "2027-05-31", note: "x", changed: NOW } } };

/** @param {string[]} ids */
const inList = (ids) => ids.filter((id) => listOf(id));

test("the id of an own item says which list it stands on", () => {
  assert.deepEqual([FIRST, ownId("a-b", "1"), "eget-", "eget-a", "a-1", "constructor"].map(listOf), ["a", "a-b", "", "", "", ""]);
  assert.deepEqual(ownIn(OWNED, "a"), [FIRST, SECOND]);
});

test("own items stand last on their list, count, and are no leftovers", () => {
  const { plan, lists, gone } = settle(OWNED, CATALOG);
  assert.deepEqual(lists[0]?.items.map(({ id, text }) => [id, text]).slice(2), [[FIRST, "Spør nabokommunen"], [SECOND, "Ring krisesenteret"]]);
  assert.deepEqual(inList(gone), []);
  assert.deepEqual(progress(plan, /** @type {any} */ (lists[0])), { done: 2, notApplicable: 1, open: 1, total: 3 });
  const found = overview(OWNED, CATALOG);
  assert.deepEqual(found.deadlines.map(({ item }) => item.text).slice(0, 2), ["Punkt «F3.1» & mer", "Spør nabokommunen"]);
  assert.deepEqual(settle(PLAN, CATALOG).lists, CATALOG.checklists);
});

test("one of a list that is gone is a leftover, and one without a name has a word for it", () => {
  const plan = { ...PLAN, items: { [ownId("borte", "1")]: { text: "x" }, [FIRST]: { note: "y" } } };
  const { gone, lists } = settle(plan, CATALOG);
  assert.deepEqual(gone.filter((id) => listOf(id)), [ownId("borte", "1")]);
  assert.equal(lists[0]?.items.at(-1)?.text, "Uten navn");
});

test("a list is met when an own item is added to it; the item itself leaves no trace", () => {
  assert.deepEqual(meet(OWNED, FIRST, ["a-1", "a-2"]).known, ["a-1", "a-2"]);
});

test("file, link and workbook give back what went in", async () => {
  assert.deepEqual(readPlan(writePlan(OWNED)), { ok: true, plan: { ...OWNED, items: Object.fromEntries(Object.entries(OWNED.items).sort(([one], [other]) => (one < other ? -1 : 1))) } });
  for (const notes of [true, false]) {
    const read = await unpack(await pack(OWNED, CATALOG, { notes }), CATALOG);
    assert.ok(read.ok);
    assert.deepEqual([read.plan.items[FIRST]?.text, read.plan.items[FIRST]?.owner, read.plan.items[SECOND]?.state, read.unknown], ["Spør nabokommunen", "Rådgiver", "done", []]);
    assert.equal(read.plan.items[FIRST]?.note, notes ? "x" : undefined);
  }
  const named = { ...PLAN, items: { [FIRST]: { text: "Bare et navn", changed: NOW } }, answers: {} };
  const read = await unpack(await pack(named, CATALOG, { notes: false }), CATALOG);
  assert.equal(read.ok && read.plan.items[FIRST]?.text, "Bare et navn");
  const { plan, lists } = settle(OWNED, CATALOG);
  const book = await readOk(writeWorkbook(plan, { checklists: lists }, WORDS), WORDS);
  assert.deepEqual([book.problems, book.unknownRows, changes(OWNED, book)], [[], [], []]);
  assert.deepEqual(book.items[FIRST], { text: "Spør nabokommunen", state: "", owner: "Rådgiver", due: "2027-05-31", note: "x" });
});

test("what is written in the empty rows of a workbook becomes an own item, the same each time it is read", async () => {
  const row = (/** @type {string[]} */ ...cells) => cells;
  const sheet = workbook([
    HEADER, row("a-1", "F1.1", "Åpne", "", "Gjort"), row("eget-a-ny", "Eget", "Åpne", "Nytt punkt", "Gjort", "Leder"),
    row("eget-a-ny", "Eget", "Åpne", "Enda et"), row("eget-a-ny", "Eget", "Åpne", "", "Ikke gjort"), row("eget-a-ny", "Eget", "Åpne", "", "", "Leder"),
    row("", "eget", "åpne", "Uten id"), row("", "Eget", "Spørsmål", "Ingen liste"),
  ]);
  const book = await readOk(sheet, WORDS);
  assert.deepEqual(Object.values(book.items).map(({ text, state, owner }) => [text, state, owner]), [[undefined, "done", ""], ["Nytt punkt", "done", "Leder"], ["Enda et", "", ""], ["Uten id", "", ""]]);
  assert.deepEqual(Object.keys(book.items).map(listOf), ["", "a", "a", "a"]);
  assert.deepEqual(book.unknownRows.map((one) => one.split("!")[1]), ["6", "8"]);
  assert.deepEqual(Object.keys((await readOk(sheet, WORDS)).items), Object.keys(book.items));
  const plan = sheetOf({ ...PLAN, items: {}, answers: {} }, book, NOW);
  assert.deepEqual(overview(plan, CATALOG).done.map(({ item }) => item.text), ["Punkt «F1.1» & mer", "Nytt punkt"]);
  assert.ok(Object.entries(plan.items).every(([id, { hash }]) => !listOf(id) || !hash));
});

test("two windows add one each and keep both; two names for one stand together, and what one deletes stays away", () => {
  const [mine, theirs] = [setEntry(PLAN, FIRST, { text: "En" }, NOW), setEntry(PLAN, SECOND, { text: "To" }, NOW)];
  assert.deepEqual(ownIn(reconcile(PLAN, mine, theirs).plan, "a"), [FIRST, SECOND]);
  const [one, other] = ["Ring fylket", "Ring politiet"].map((text) => setEntry(mine, FIRST, { text }, NOW));
  assert.equal(reconcile(mine, /** @type {any} */ (one), /** @type {any} */ (other)).plan.items[FIRST]?.text, "Ring fylket; Ring politiet");
  const dropped = setEntry(mine, FIRST, { text: undefined }, NOW);
  assert.deepEqual([Object.keys(dropped.items).includes(FIRST), ownIn(reconcile(mine, dropped, mine).plan, "a")], [false, []]);
  assert.deepEqual(ownIn(merge(mine, theirs), "a"), [FIRST, SECOND]);
});

test("an own item in a calendar leads to its list, which no short address does", () => {
  const { plan, lists } = settle({ ...OWNED, items: { [FIRST]: OWNED.items[FIRST] ?? {} } }, CATALOG);
  const text = calendar(plan, { checklists: lists }, { site: "https://s.example/", now: NOW, texts: { owner: "Ansvarlig" } }).replaceAll("\r\n ", "");
  assert.match(text, /SUMMARY:Eget Spør nabokommunen\r\n/);
  assert.match(text, new RegExp(`URL:https://s\\.example/a/#${FIRST}\\r\\n`));
});
