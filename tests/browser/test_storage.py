"""Storage that is blocked, full, unreadable or cleared: told in words, and nothing is lost."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from .plan_page import (
    LIST,
    OVERVIEW,
    choose,
    item,
    name_plan,
    progress,
    questions_of,
    set_aside,
    write_plan,
)
from .storage import block, empty, held, jam, lie, mend, plans, put, refuse, wait_until_stored


@pytest.mark.parametrize("how", ["get: () => { throw new Error('blocked') }", "value: null"])
def test_blocked_storage_is_told_and_saving_still_works(browser: Browser, address: str, how: str) -> None:
    context = browser.new_context()
    context.add_init_script("delete window.showSaveFilePicker")
    block(context, how)
    page = context.new_page()
    page.goto(address + LIST)
    assert "Nettleseren lar ikke siden lagre noe." in page.locator("[role=alert]").inner_text()
    page.locator("#beslutning-mandat").check()
    assert progress(page) == "1 av 15 gjort"
    with page.expect_download() as download:
        page.get_by_role("button", name="Lagre som fil").click()
    assert "beslutning-mandat" in Path(download.value.path()).read_text(encoding="utf-8")
    context.close()


def test_full_storage_is_told_and_the_list_stays_usable(page: Page, address: str) -> None:
    page.goto(address + LIST)
    refuse(page)
    page.locator("#beslutning-mandat").check()
    assert "fikk ikke lagret den siste endringen" in page.locator("[role=alert]").inner_text()
    assert page.locator("#beslutning-mandat").is_checked()
    assert progress(page) == "1 av 15 gjort"
    mend(page)
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
    refuse(page)
    entry = item(page, "beslutning-budsjett")
    entry.locator("summary").click()
    entry.get_by_label("Merknad").press_sequentially("Ikke lagret")
    with page.expect_download():
        page.get_by_role("button", name="Lagre som fil").click()
    page.reload()
    assert asked == []
    refuse(page)
    entry.locator("summary").click()
    entry.get_by_label("Merknad").press_sequentially("Ikke lagret")
    page.reload()
    assert asked == ["beforeunload"]


def test_message_about_lost_work_stays_where_the_reader_is(page: Page, address: str) -> None:
    page.goto(address + LIST)
    refuse(page)
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
    put(page, "a", "{", turn=True)
    page.reload()
    told = "kan ikke leses av denne siden, og den er ikke rørt"
    assert told in page.locator("[role=alert]").inner_text()
    page.locator("#beslutning-mandat").check()
    assert told in page.locator("[role=alert]").inner_text()
    page.goto(address + OVERVIEW, wait_until="networkidle")
    assert told in page.locator("[role=alert]").inner_text()
    assert held(page, "a") == "{"


def test_work_cleared_in_another_window_does_not_take_what_is_shown(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    empty(page)
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
    where.get_by_text("Ingen fil er lagret").wait_for()
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


def test_storage_that_keeps_nothing_is_told(page: Page, address: str) -> None:
    page.goto(address + LIST)
    lie(page)
    page.locator("#beslutning-mandat").check()
    assert "fikk ikke lagret den siste endringen" in page.locator("[role=alert]").inner_text()
    assert "Lagret her" not in page.locator("[data-where]").inner_text()


def test_what_another_page_on_the_same_origin_empties_is_stored_again(
    context: BrowserContext, address: str
) -> None:
    page, other = context.new_page(), context.new_page()
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    other.goto(address + "404.html")
    empty(other)
    wait_until_stored(page)
    assert [set(plan["items"]) for plan in plans(page)] == [{"beslutning-mandat"}]


def test_what_cannot_be_deleted_is_not_said_to_be(page: Page, address: str) -> None:
    page.goto(address + OVERVIEW, wait_until="networkidle")
    name_plan(page, "Vår")
    jam(page)
    page.get_by_role("button", name="Slett svarene").click()
    choose(page, "Slett")
    assert "fikk ikke slettet svarene" in page.locator("[role=alert]").inner_text()
    assert "slettet" not in page.locator("plan-oversikt [role=status]").inner_text()
    assert page.get_by_label("Navn på planen").input_value() == "Vår"


def test_copy_of_what_is_not_stored_is_said_to_be_saved(page: Page, address: str) -> None:
    page.goto(address + LIST)
    refuse(page)
    page.locator("#beslutning-mandat").check()
    with page.expect_download():
        page.get_by_role("button", name="Lagre som fil").click()
    page.get_by_text("Nettleseren ble bedt om å lagre planen som fil").wait_for()
    assert "Ingen fil er lagret" not in page.locator("[data-where]").inner_text()


def test_plan_that_has_no_room_for_more_refuses_the_tick_in_words(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(address + LIST)
    items = {f"utgatt-{number}": {"state": "done"} for number in range(5000)}
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, items=items))
    choose(page, "Ny plan")
    page.locator("#beslutning-mandat").click()
    page.get_by_text("planen ville blitt for stor til å åpnes igjen").wait_for()
    assert not page.locator("#beslutning-mandat").is_checked()
    page.reload()
    assert page.locator("[role=alert]").is_hidden()
    assert len(plans(page)[0]["items"]) == 5000


def test_pasted_text_that_is_too_long_stays_and_is_told(page: Page, address: str) -> None:
    asked = questions_of(page)
    page.goto(address + LIST)
    entry = item(page, "beslutning-mandat")
    entry.locator("summary").click()
    note = entry.get_by_label("Merknad")
    note.focus()
    page.keyboard.insert_text("x" * 12_006)
    note.blur()
    assert len(note.input_value()) == 12_006
    told = page.locator("[role=alert]").inner_text()
    assert "er ikke lagret: Merknad (F3.6)." in told
    assert "items." not in told
    page.locator("#beslutning-leder").check()
    assert len(note.input_value()) == 12_006
    page.reload()
    assert asked == ["beforeunload"]


def test_refused_text_stays_when_another_window_makes_the_first_plan(
    context: BrowserContext, address: str
) -> None:
    one, other = context.new_page(), context.new_page()
    for window in (one, other):
        window.goto(address + LIST)
    one.bring_to_front()
    entry = item(one, "beslutning-mandat")
    entry.locator("summary").click()
    note = entry.get_by_label("Merknad")
    note.focus()
    one.keyboard.insert_text("x" * 12_006)
    note.blur()
    other.locator("#beslutning-leder").check()
    one.locator("#beslutning-leder:checked").wait_for()
    assert len(note.input_value()) == 12_006
    note.fill("Kort")
    note.blur()
    (plan,) = plans(one)
    assert plan["items"]["beslutning-mandat"]["note"] == "Kort"


def test_refused_text_waits_for_its_plan_while_another_is_shown(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-leder").check()
    page.goto(address + OVERVIEW, wait_until="networkidle")
    name = page.get_by_label("Navn på planen")
    name.focus()
    page.keyboard.insert_text("x" * 10_006)
    name.blur()
    page.get_by_role("button", name="Ny plan").click()
    assert name.input_value() == ""
    page.get_by_label("Plan", exact=True).select_option(index=1)
    assert len(name.input_value()) == 10_006


def test_text_that_has_no_room_with_another_windows_stays_where_it_was_typed(
    context: BrowserContext, address: str
) -> None:
    one, other = context.new_page(), context.new_page()
    for window in (one, other):
        window.goto(address + LIST)
        item(window, "beslutning-mandat").locator("summary").click()
    notes = [item(window, "beslutning-mandat").get_by_label("Merknad") for window in (one, other)]
    other.bring_to_front()
    notes[1].focus()
    other.keyboard.insert_text("B" * 6000)
    notes[0].evaluate("(field, text) => { field.value = text }", "A" * 6000)
    notes[0].dispatch_event("blur")
    other.get_by_text("Lagret her i nettleseren").wait_for()
    notes[1].blur()
    assert notes[1].input_value() == "B" * 6000
    assert "er ikke lagret: Merknad (F3.6)." in other.locator("[role=alert]").inner_text()
    notes[1].fill("B kort")
    notes[1].blur()
    assert notes[1].input_value() == "A" * 6000 + "\nB kort"
    assert other.locator("[role=alert]").is_hidden()


def test_what_is_typed_without_a_pause_is_kept_all_the_same(page: Page, address: str) -> None:
    page.clock.install()
    page.goto(address + LIST)
    entry = item(page, "beslutning-mandat")
    entry.locator("summary").click()
    note = entry.get_by_label("Merknad")
    for _ in range(16):
        note.press_sequentially("x")
        page.clock.fast_forward(500)
    assert len(plans(page)[0]["items"]["beslutning-mandat"]["note"]) >= 8


def test_undo_that_finds_nothing_to_take_back_says_so(context: BrowserContext, address: str) -> None:
    one, other = context.new_page(), context.new_page()
    for window in (one, other):
        window.goto(address + LIST)
    one.locator("#beslutning-mandat").check()
    other.locator("#beslutning-mandat:checked").wait_for()
    set_aside(other, "beslutning-mandat")
    one.get_by_text("1 ikke aktuelt").wait_for()
    one.get_by_role("button", name="Angre").click()
    assert "Ingenting ble angret" in one.locator(".tools [role=status]").inner_text()


def test_all_works_on_a_plain_address(context: BrowserContext, address: str) -> None:
    plain = "http://intranett.example/"
    context.route(
        f"{plain}**",
        lambda route: route.fulfill(response=route.fetch(url=address + route.request.url[len(plain) :])),
    )
    page = context.new_page()
    page.goto(plain + LIST)
    assert page.evaluate("[isSecureContext, typeof crypto.randomUUID, typeof navigator.locks]") == [
        False,
        "undefined",
        "undefined",
    ]
    page.locator("#beslutning-mandat").check()
    page.reload()
    assert progress(page) == "1 av 15 gjort"
    page.goto(plain + OVERVIEW, wait_until="networkidle")
    name_plan(page, "Vår")
    page.get_by_role("button", name="Lag en kopi av planen").click()
    page.get_by_role("button", name="Del lenke").click()
    page.get_by_text("tegn lang.").wait_for()
    page.get_by_role("button", name="Kopier lenke").click()
    page.get_by_text("Nettleseren lot ikke siden kopiere.").wait_for()
    page.get_by_role("dialog").get_by_role("button", name="Lukk").click()
    with page.expect_download():
        page.get_by_role("button", name="Lagre som fil").click()
    assert sorted(plan["name"] for plan in plans(page)) == ["Vår", "Vår (kopi)"]
