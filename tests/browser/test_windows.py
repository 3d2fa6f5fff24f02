"""Work that meets other work: two windows, another plan, a page that is left while somebody types."""

from datetime import UTC, datetime

from playwright.sync_api import BrowserContext, Page

from .plan_page import LIST, OVERVIEW, choose, item, name_plan, progress
from .storage import plans


def test_undo_leaves_what_another_window_has_written(context: BrowserContext, address: str) -> None:
    one, other = context.new_page(), context.new_page()
    for window, label, text in ((one, "Ansvarlig", "Rådgiver"), (other, "Merknad", "Fra det andre")):
        window.goto(address + LIST)
        entry = item(window, "beslutning-mandat")
        entry.locator("summary").click()
        entry.get_by_label(label).fill(text)
        entry.get_by_label(label).blur()
    entry = item(one, "beslutning-mandat")
    one.locator("#beslutning-mandat ~ .fields .fields__summary", has_text="Merknad").wait_for()
    one.get_by_role("button", name="Angre").click()
    assert entry.get_by_label("Ansvarlig").input_value() == ""
    assert entry.get_by_label("Merknad").input_value() == "Fra det andre"


def test_page_stays_with_its_plan_when_another_window_turns_to_another(
    context: BrowserContext, address: str
) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto(address + LIST)
    one.locator("#beslutning-mandat").check()
    other.goto(address + OVERVIEW, wait_until="networkidle")
    name_plan(other, "Første")
    one.get_by_text("Plan: Første.").wait_for()
    item(one, "beslutning-mandat").locator("summary").click()
    note = item(one, "beslutning-mandat").get_by_label("Merknad")
    note.press_sequentially("Halvferdig")
    other.get_by_role("button", name="Ny plan").click()
    name_plan(other, "Andre")
    note.blur()
    assert progress(one) == "1 av 15 gjort"
    one.get_by_role("button", name="Angre").click()
    assert note.input_value() == ""
    note.fill("Ferdig")
    note.blur()
    assert other.get_by_label("Plan", exact=True).locator("option").count() == 2
    assert other.get_by_label("Navn på planen").input_value() == "Andre"
    stored = {plan["name"]: plan for plan in plans(one)}
    assert stored["Første"]["items"]["beslutning-mandat"]["note"] == "Ferdig"
    assert stored["Andre"]["items"] == {}


def test_next_page_shows_the_plan_of_the_page_that_the_reader_is_on(
    context: BrowserContext, address: str
) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto(address + LIST)
    one.locator("#beslutning-mandat").check()
    other.goto(address + OVERVIEW, wait_until="networkidle")
    other.get_by_role("button", name="Ny plan").click()
    name_plan(other, "Andre")
    one.evaluate("dispatchEvent(new Event('focus'))")
    one.reload()
    assert progress(one) == "1 av 15 gjort"


def test_what_two_windows_write_in_one_field_is_kept(context: BrowserContext, address: str) -> None:
    one, other = context.new_page(), context.new_page()
    other.clock.install()
    other.clock.pause_at(datetime(2100, 1, 1, tzinfo=UTC))  # No pause in the typing is long.
    for window in (one, other):
        window.goto(address + LIST)
        item(window, "beslutning-mandat").locator("summary").click()
    typing = item(other, "beslutning-mandat").get_by_label("Merknad")
    typing.press_sequentially("B")
    note = item(one, "beslutning-mandat").get_by_label("Merknad")
    note.fill("A skrev dette")
    note.blur()
    other.get_by_text("Lagret her i nettleseren").wait_for()
    typing.blur()
    assert typing.input_value() == "A skrev dette\nB"


def test_what_is_being_typed_is_kept_when_the_page_is_left(page: Page, address: str) -> None:
    page.goto(address + LIST)
    entry = item(page, "beslutning-mandat")
    entry.locator("summary").click()
    entry.get_by_label("Merknad").press_sequentially("Nesten ferdig")
    page.reload()
    entry.locator("summary").click()
    assert entry.get_by_label("Merknad").input_value() == "Nesten ferdig"


def test_date_typed_digit_by_digit_is_one_change(page: Page, address: str) -> None:
    page.goto(address + LIST)
    entry = item(page, "beslutning-mandat")
    entry.locator("summary").click()
    entry.get_by_label("Frist").focus()
    page.keyboard.type("01152027")
    page.keyboard.press("Tab")
    assert entry.get_by_label("Frist").input_value() == "2027-01-15"
    page.get_by_role("button", name="Angre").click()
    assert entry.get_by_label("Frist").input_value() == ""


def test_what_is_deleted_is_gone_in_the_other_window_and_can_be_undone(
    context: BrowserContext, address: str
) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto(address + LIST)
    one.locator("#beslutning-mandat").check()
    other.goto(address + OVERVIEW, wait_until="networkidle")
    other.get_by_role("button", name="Slett svarene i denne nettleseren").click()
    choose(other, "Slett")
    one.get_by_text("0 av 15 gjort").wait_for()
    one.locator("#beslutning-leder").check()
    assert progress(one) == "1 av 15 gjort"
    other.get_by_text("Sjekkliste for beslutningen: 1 av 15 gjort").wait_for(state="attached")
    other.get_by_role("button", name="Angre").click()
    one.get_by_text("2 av 15 gjort").wait_for()
    assert one.locator("#beslutning-mandat").is_checked()
    one.reload()
    assert progress(one) == "2 av 15 gjort"


def test_what_is_being_typed_is_kept_when_the_page_is_hidden(page: Page, address: str) -> None:
    page.goto(address + LIST)
    entry = item(page, "beslutning-mandat")
    entry.locator("summary").click()
    entry.get_by_label("Merknad").press_sequentially("Nesten")
    page.evaluate("""() => {
        Object.defineProperty(document, "hidden", {value: true, configurable: true});
        Object.defineProperty(document, "visibilityState", {value: "hidden", configurable: true});
        document.dispatchEvent(new Event("visibilitychange"));
    }""")
    assert plans(page)[0]["items"]["beslutning-mandat"]["note"] == "Nesten"
    entry.get_by_label("Merknad").press_sequentially(" ferdig")
    assert entry.get_by_label("Merknad").input_value() == "Nesten ferdig"


def test_what_is_being_typed_is_kept_in_pauses_and_undone_as_one(page: Page, address: str) -> None:
    page.clock.install()
    page.goto(address + LIST)
    entry = item(page, "beslutning-mandat")
    entry.locator("summary").click()
    note = entry.get_by_label("Merknad")
    for text in ("Først ", "og så"):
        note.press_sequentially(text)
        page.clock.fast_forward(1500)
        assert plans(page)[0]["items"]["beslutning-mandat"]["note"].endswith(text)
        assert note.evaluate("field => field === document.activeElement")
    assert page.locator(".tools [role=status]").inner_text() == ""
    page.get_by_role("button", name="Angre").click()
    assert note.input_value() == ""
    assert page.get_by_role("button", name="Angre").is_hidden()


def test_pauses_in_typing_never_wipe_what_another_window_writes(
    context: BrowserContext, address: str
) -> None:
    one, other = context.new_page(), context.new_page()
    other.clock.install()
    for window in (one, other):
        window.goto(address + LIST)
        item(window, "beslutning-mandat").locator("summary").click()
    typing = item(other, "beslutning-mandat").get_by_label("Merknad")
    note = item(one, "beslutning-mandat").get_by_label("Merknad")
    typing.press_sequentially("B")
    note.fill("A skrev dette")
    note.blur()
    other.get_by_text("Lagret her i nettleseren").wait_for()
    other.clock.fast_forward(1500)
    assert typing.input_value() == "A skrev dette\nB"
    typing.press_sequentially("C")
    other.clock.fast_forward(1500)
    typing.blur()
    assert typing.input_value() == "A skrev dette\nBC"
    other.get_by_role("button", name="Angre").click()
    assert typing.input_value() == "A skrev dette"


def test_deadline_is_kept_until_another_whole_date_stands_there(page: Page, address: str) -> None:
    page.goto(address + LIST)
    entry = item(page, "beslutning-mandat")
    entry.locator("summary").click()
    due, told = entry.get_by_label("Frist"), entry.get_by_text("Datoen som står i feltet, er ikke lagret.")
    due.fill("2027-01-31")
    due.blur()
    assert told.is_hidden()
    for typed in ("02", "Backspace", "01011999"):
        due.focus()
        for key in [typed] if typed == "Backspace" else typed:
            page.keyboard.press(key)
        due.blur()
        assert told.is_visible()
        assert due.evaluate(
            "field => document.getElementById(field.getAttribute('aria-describedby')).textContent"
        )
        assert plans(page)[0]["items"]["beslutning-mandat"]["due"] == "2027-01-31"
    page.locator("#beslutning-mandat").check()
    assert told.is_visible()
    assert due.input_value() == "1999-01-01"
    due.focus()
    page.keyboard.type("02282028")
    due.blur()
    assert told.is_hidden()
    assert due.get_attribute("aria-describedby") is None
    assert plans(page)[0]["items"]["beslutning-mandat"]["due"] == "2028-02-28"
    due.fill("")
    due.blur()
    assert "due" not in plans(page)[0]["items"]["beslutning-mandat"]
