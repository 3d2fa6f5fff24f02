"""Storage that is blocked, full, unreadable or cleared: told in words, and nothing is lost."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .plan_page import LIST, OVERVIEW, item, progress, questions_of


@pytest.mark.parametrize("how", ["get: () => { throw new Error('blocked') }", "value: null"])
def test_blocked_storage_is_told_and_saving_still_works(browser: Browser, address: str, how: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        f"Object.defineProperty(window, 'localStorage', {{ {how} }}); delete window.showSaveFilePicker"
    )
    page = context.new_page()
    page.goto(address + LIST)
    assert "Nettleseren lar ikke siden lagre noe." in page.locator("[role=alert]").inner_text()
    page.locator("#beslutning-mandat").check()
    assert progress(page) == "1 av 15 gjort"
    with page.expect_download() as download:
        page.get_by_role("button", name="Lagre kopi").click()
    assert "beslutning-mandat" in Path(download.value.path()).read_text(encoding="utf-8")
    context.close()


def test_full_storage_is_told_and_the_list_stays_usable(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full') } }")
    page.locator("#beslutning-mandat").check()
    assert "fikk ikke lagret den siste endringen" in page.locator("[role=alert]").inner_text()
    assert page.locator("#beslutning-mandat").is_checked()
    assert progress(page) == "1 av 15 gjort"
    page.evaluate("() => { Storage.prototype.setItem = function (key, value) { this[key] = value } }")
    page.locator("#beslutning-leder").check()
    assert page.locator("[role=alert]").is_hidden()
    page.reload()
    assert progress(page) == "2 av 15 gjort"


def test_work_that_is_kept_nowhere_is_not_left_without_a_word(page: Page, address: str) -> None:
    asked = questions_of(page)
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    page.reload()
    assert asked == []
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full') } }")
    entry = item(page, "beslutning-budsjett")
    entry.locator("summary").click()
    entry.get_by_label("Merknad").press_sequentially("Ikke lagret")
    with page.expect_download():
        page.get_by_role("button", name="Lagre kopi").click()
    page.reload()
    assert asked == []
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full') } }")
    entry.locator("summary").click()
    entry.get_by_label("Merknad").press_sequentially("Ikke lagret")
    page.reload()
    assert asked == ["beforeunload"]


def test_message_about_lost_work_stays_where_the_reader_is(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full') } }")
    page.locator(".item > input").last.check()
    page.locator(".item > input").last.scroll_into_view_if_needed()
    message = page.locator("[role=alert]")
    assert "før du går til en annen side eller lukker den" in message.inner_text()
    box = message.bounding_box()
    assert box
    assert 0 <= box["y"] <= 900 - box["height"]
    found = "element => document.elementFromPoint({}, {}) === element"
    assert message.evaluate(found.format(box["x"] + 9, box["y"] + 9))


def test_unreadable_stored_plan_is_told_and_left_as_it_was(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.evaluate("localStorage['sjekkliste:/current'] = 'a'; localStorage['sjekkliste:/plan:a'] = '{'")
    page.reload()
    told = "kan ikke leses av denne siden, og den er ikke rørt"
    assert told in page.locator("[role=alert]").inner_text()
    page.locator("#beslutning-mandat").check()
    assert told in page.locator("[role=alert]").inner_text()
    page.goto(address + OVERVIEW, wait_until="networkidle")
    assert told in page.locator("[role=alert]").inner_text()
    assert page.evaluate("localStorage['sjekkliste:/plan:a']") == "{"


def test_work_cleared_in_another_window_does_not_take_what_is_shown(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    page.evaluate("for (const key of Object.keys(localStorage)) delete localStorage[key]")
    page.locator("#beslutning-leder").check()
    assert progress(page) == "2 av 15 gjort"
    page.reload()
    assert progress(page) == "2 av 15 gjort"


@pytest.mark.parametrize(("promised", "told"), [("true", False), ("false", True)])
def test_reader_is_told_when_the_browser_may_clear_the_work(
    page: Page, address: str, promised: str, told: bool
) -> None:
    answer = f"navigator.storage.persist = navigator.storage.persisted = () => Promise.resolve({promised})"
    page.add_init_script(answer + "; asked = 0")
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    where = page.locator("[data-where]")
    where.get_by_text("Lagret her i nettleseren").wait_for()
    page.reload()
    where.get_by_text("Ingen kopi er lagret").wait_for()
    assert ("Nettleseren kan slette det" in where.inner_text()) is told


def test_embedded_page_says_so(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(
        "path => document.body.append(Object.assign(document.createElement('iframe'), {src: path}))",
        address + LIST,
    )
    frame = page.frame_locator("iframe")
    frame.locator("#beslutning-mandat").check()
    frame.get_by_text("Siden vises inne i en annen side").wait_for()
