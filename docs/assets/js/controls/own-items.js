/** The items that a kommune has added to one list itself: the reader adds, names and deletes them. Loaded once there are any. */
import { ItemFields } from "./item-fields.js";
import { TextField } from "./text-field.js";
import { ownId, ownIn } from "../plan/own-items.js";
import { copy, part, words } from "../views/words.js";

const NOTHING = { text: undefined, state: undefined, owner: undefined, due: undefined, note: undefined };

class OwnFields extends ItemFields {
  /** @param {HTMLElement} element @param {import("./item-fields.js").Home} home */
  constructor(element, home) {
    super(element, home);
    const fields = copy("eget-felt");
    part(this.fields, ".fields__body").prepend(fields);
    this.name = new TextField(part(fields, "[data-field=text]"), (text, stay) => this.change({ text }, stay));
  }

  /** Show what the plan holds. @override */
  show() {
    const { text = "" } = this.entry;
    this.text = text || words("own.unnamed");
    part(this.element, ".item__text").textContent = this.text;
    this.na.setAttribute("aria-label", `${words("value.na")}: ${this.text}`);
    this.name?.show(text);
    super.show();
  }

  /** Let the reader write what the item says. */
  open() {
    part(this.fields, "details").open = true;
    this.name.field.focus();
  }

  drop() {
    const { text, home } = this;
    if (this.change(NOTHING)) home.say(words("own.dropped", { text }));
  }
}

/** The own items at the end of a list. */
export class OwnItems {
  /** @type {Map<string, OwnFields>} */
  rows = new Map();
  /** The one that has been added, and not yet named. */
  fresh = "";

  /** @param {HTMLElement} room  Below the list, with the button that adds. @param {import("./item-fields.js").Home} home */
  constructor(room, home) {
    this.list = room.dataset["own"] ?? "";
    this.place = /** @type {Element} */ (room.previousElementSibling);
    this.button = part(room, "button");
    this.home = home;
  }

  /** Show those that the plan holds. */
  show() {
    const ids = ownIn(this.home.store.plan, this.list);
    if (ids.includes(this.fresh)) this.fresh = "";
    const wanted = [...ids, ...(this.fresh ? [this.fresh] : [])];
    for (const [id, row] of this.rows) if (!wanted.includes(id)) this.remove(id, row);
    wanted.forEach((id, place) => this.rows.has(id) || this.insert(id, wanted.slice(place + 1)));
    for (const row of this.rows.values()) row.update(() => false);
  }

  /** @param {string} id @param {OwnFields} row */
  remove(id, row) {
    const hadFocus = row.element.contains(document.activeElement);
    row.element.remove();
    this.rows.delete(id);
    if (hadFocus) this.button.focus();
  }

  /** @param {string} id @param {string[]} later  Those that come after it. */
  insert(id, later) {
    const element = copy("eget-punkt");
    part(element, "input").id = id;
    part(element, "label").htmlFor = id;
    this.place.insertBefore(element, later.map((one) => this.rows.get(one)?.element).find(Boolean) ?? null);
    const row = new OwnFields(element, this.home);
    this.rows.set(id, row);
    part(element, "[data-action=drop]").addEventListener("click", () => (id === this.fresh ? this.forget() : row.drop()));
    // The browser looked for it before it stood here.
    if (location.hash === `#${id}`) location.replace(location.hash);
  }

  /** The one that has not been named. */
  forget() {
    this.fresh = "";
    this.show();
  }

  /** A new one, which is kept from its first letter on. */
  add() {
    const { now, newId } = this.home.store.means;
    this.fresh ||= ownId(this.list, Date.parse(now()).toString(36) + newId().slice(0, 4));
    this.show();
    this.rows.get(this.fresh)?.open();
  }
}
