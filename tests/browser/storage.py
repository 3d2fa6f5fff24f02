"""The reader's storage as the tests reach it: the only place that knows how the work is kept there."""

import json
from typing import Any

from playwright.sync_api import BrowserContext, Page

PREFIX = "sjekkliste:/"
BLOCKED = "Object.defineProperty(window, 'localStorage', { %s })"
EMPTY = "() => localStorage.clear()"
# For the window it is called in alone, as storage is full first for the one that writes most.
SPOIL = """([how, part]) => {
  const set = globalThis.set ??= Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    if (!key.includes(part)) return set.call(this, key, value);
    if (how === "lying") return;
    if (how === "full" && value.length <= (this.getItem(key) ?? "").length) return set.call(this, key, value);
    throw new DOMException("full");
  };
  const remove = globalThis.remove ??= Storage.prototype.removeItem;
  if (how === "stuck") Storage.prototype.removeItem = () => {};
}"""
MEND = "() => Object.assign(Storage.prototype, { setItem: globalThis.set, removeItem: globalThis.remove })"


def raw(page: Page) -> dict[str, str]:
    """All keys and what they hold, those of others included."""
    found: dict[str, str] = page.evaluate("() => ({...localStorage})")
    return dict(sorted(found.items()))


def keys_in_frame(page: Page) -> list[str]:
    """What the first frame has stored, as far as it may store anything."""
    found: list[str] = page.frames[1].evaluate(
        "() => { try { return Object.keys(localStorage) } catch { return [] } }"
    )
    return found


def put_foreign(page: Page, key: str, value: str) -> None:
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, value])


def wait_until_stored(page: Page) -> None:
    page.wait_for_function("localStorage.length > 0")


def count(page: Page) -> list[int]:
    """How much is stored, for good and for the visit."""
    found: list[int] = page.evaluate("[localStorage.length, sessionStorage.length]")
    return found


def keys(page: Page) -> list[str]:
    return list(raw(page))


def current(page: Page) -> str:
    return raw(page).get(f"{PREFIX}current", "")


def stored(page: Page) -> dict[str, Any]:
    """The same with plans as data; which windows have written them is nobody's work."""
    return {key: read(text) for key, text in raw(page).items()}


def read(text: str) -> Any:
    try:
        plan = json.loads(text)
    except ValueError:
        return text
    return (
        {name: value for name, value in plan.items() if name != "sjekkliste-seen"}
        if isinstance(plan, dict)
        else plan
    )


def plans(page: Page) -> list[dict[str, Any]]:
    """The plans as they are stored."""
    return [plan for key, plan in stored(page).items() if key.startswith(f"{PREFIX}plan:") and plan != "{"]


def put(page: Page, identity: str, text: str, *, turn: bool = False) -> None:
    """Somebody else writes this as a plan; `turn` makes it the current one."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{PREFIX}plan:{identity}", text])
    if turn:
        page.evaluate("([key, id]) => localStorage.setItem(key, id)", [f"{PREFIX}current", identity])


def held(page: Page, identity: str) -> str | None:
    return raw(page).get(f"{PREFIX}plan:{identity}")


def fill(page: Page, part: str = "") -> None:
    """No room for more, as in a browser: what is no longer than before still fits."""
    page.evaluate(SPOIL, ["full", part])


def refuse(page: Page, part: str = "") -> None:
    """Nothing can be written to keys with this in their names."""
    page.evaluate(SPOIL, ["refusing", part])


def lie(page: Page) -> None:
    """Everything is taken and nothing is kept."""
    page.evaluate(SPOIL, ["lying", ""])


def jam(page: Page) -> None:
    """Nothing can be changed or removed."""
    page.evaluate(SPOIL, ["stuck", ""])


def mend(page: Page) -> None:
    page.evaluate(MEND)


def empty(page: Page) -> None:
    page.evaluate(EMPTY)


def block(context: BrowserContext | Page, how: str = "value: null", where: str = "true") -> None:
    context.add_init_script(f"if ({where}) {BLOCKED % how}")
