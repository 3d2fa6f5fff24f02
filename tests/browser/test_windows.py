"""Work that meets other work: two windows, another plan, a page that is left while somebody types."""

from playwright.sync_api import BrowserContext, Page

from .plan_page import LIST, OVERVIEW, choose, item, progress


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


def test_undo_never_reaches_into_another_plan(context: BrowserContext, address: str) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto(address + LIST)
    one.locator("#beslutning-mandat").check()
    other.goto(address + OVERVIEW, wait_until="networkidle")
    other.get_by_role("button", name="Ny plan").click()
    one.get_by_text("0 av 15 gjort").wait_for()
    assert one.get_by_role("button", name="Angre").is_hidden()


def test_what_two_windows_write_in_one_field_is_kept(context: BrowserContext, address: str) -> None:
    one, other = context.new_page(), context.new_page()
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


def test_plan_deleted_in_one_window_is_gone_in_the_other(context: BrowserContext, address: str) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto(address + LIST)
    one.locator("#beslutning-mandat").check()
    other.goto(address + OVERVIEW, wait_until="networkidle")
    other.get_by_role("button", name="Slett svarene i denne nettleseren").click()
    choose(other, "Slett")
    one.get_by_text("0 av 15 gjort").wait_for()
    one.locator("#beslutning-leder").check()
    assert progress(one) == "1 av 15 gjort"
