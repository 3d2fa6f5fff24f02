"""What another window writes while the reader looks at what is in a file."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from .decision_page import JOINT, open_files, write_kommune
from .plan_page import LIST, choose, fill_some, item, write_plan
from .storage import mend, plans, refuse
from .test_joint import FIRST, add
from .test_workbook_in import edit, export


def write_note(page: Page, address: str, text: str) -> None:
    page.bring_to_front()
    page.goto(address + LIST)
    entry = item(page, "beslutning-vedtak")
    entry.locator("summary").click()
    entry.get_by_label("Merknad").fill(text)
    entry.get_by_label("Merknad").blur()


def open_list(page: Page, address: str, file: Path) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("dialog").wait_for()


def stored_note(page: Page) -> str | None:
    (plan,) = plans(page)
    note: str | None = plan["items"].get("beslutning-vedtak", {}).get("note")
    return note


def test_it_stays_when_the_file_is_merged(context: BrowserContext, address: str, tmp_path: Path) -> None:
    one, other = context.new_page(), context.new_page()
    open_list(one, address, write_plan(tmp_path, items={"beslutning-gruppe": {"state": "done"}}))
    write_note(other, address, "Langt notat")
    one.bring_to_front()
    choose(one, "Flett inn")
    assert one.locator("#beslutning-gruppe").is_checked()
    assert stored_note(one) == "Langt notat"


def test_it_is_asked_about_when_the_file_has_another(
    context: BrowserContext, address: str, tmp_path: Path
) -> None:
    one, other = context.new_page(), context.new_page()
    open_list(one, address, write_plan(tmp_path, items={"beslutning-vedtak": {"note": "Filens"}}))
    write_note(other, address, "Mitt")
    one.bring_to_front()
    dialog = one.get_by_role("dialog")
    dialog.get_by_role("button", name="Flett inn").click()
    dialog.get_by_text("Planen ble endret i et annet vindu mens du så på dette.").wait_for()
    assert stored_note(one) == "Mitt"
    dialog.get_by_label("I filen").check()
    choose(one, "Flett inn")
    assert stored_note(one) == "Filens"
    one.get_by_role("button", name="Angre").click()
    assert stored_note(one) == "Mitt"


def test_it_stays_when_a_spreadsheet_is_merged(context: BrowserContext, address: str, tmp_path: Path) -> None:
    one, other = context.new_page(), context.new_page()
    one.bring_to_front()
    fill_some(one, address)
    changed = edit(
        export(one, address, tmp_path), lambda text: text.replace("Kommuneoverlege", "Enhetsleder")
    )
    open_list(one, address, changed)
    write_note(other, address, "Langt notat")
    one.bring_to_front()
    choose(one, "Flett inn")
    assert stored_note(one) == "Langt notat"
    (plan,) = plans(one)
    assert plan["items"]["beslutning-leder"]["owner"] == "Enhetsleder"


def test_it_stays_when_another_kommune_stands_twice(
    context: BrowserContext, address: str, tmp_path: Path
) -> None:
    one, other = context.new_page(), context.new_page()
    one.bring_to_front()
    one.goto(address + JOINT, wait_until="networkidle")
    add(one, "Bø", "Ås")
    one.get_by_label("Svar fra Bø på F2.1", exact=True).select_option("Ja")
    open_files(one, write_kommune(tmp_path, "Bø", {FIRST: {"answer": "nei"}}))
    one.get_by_role("dialog").wait_for()
    other.bring_to_front()
    other.goto(address + JOINT, wait_until="networkidle")
    other.get_by_label("Svar fra Ås på F2.1", exact=True).select_option("Delvis")
    one.bring_to_front()
    one.get_by_role("dialog").get_by_role("button", name="Bruk det som er valgt").click()
    one.get_by_role("dialog").wait_for(state="detached")
    assert one.get_by_label("Svar fra Ås på F2.1", exact=True).input_value() == "delvis"
    (plan,) = plans(one)
    answers = {each["kommune"]: each["answers"][FIRST]["answer"] for each in plan["kommuneAnswers"]}
    assert answers == {"Bø": "ja", "Ås": "delvis"}
    # Nothing of the file was taken, so the newest change is still Bø's answer.
    one.get_by_role("button", name="Angre").click()
    assert one.get_by_label("Svar fra Bø på F2.1", exact=True).input_value() == ""


def test_it_stays_when_a_full_storage_has_room_again(context: BrowserContext, address: str) -> None:
    one, other = context.new_page(), context.new_page()
    one.bring_to_front()
    one.goto(address + LIST)
    one.locator("#beslutning-mandat").check()
    # Full for this window alone, as it is for the one that writes most.
    refuse(one)
    one.locator("#beslutning-gruppe").check()
    assert "beslutning-gruppe" not in plans(one)[0]["items"]
    write_note(other, address, "Langt notat")
    one.bring_to_front()
    mend(one)
    one.locator("#beslutning-leder").check()
    assert stored_note(one) == "Langt notat"
    assert {"beslutning-mandat", "beslutning-gruppe", "beslutning-leder"} <= plans(one)[0]["items"].keys()
    assert item(one, "beslutning-vedtak").get_by_label("Merknad").input_value() == "Langt notat"


def test_what_came_while_an_empty_plan_waited_is_asked_about(
    context: BrowserContext, address: str, tmp_path: Path
) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto(address + LIST)
    file = write_plan(tmp_path, items={"beslutning-gruppe": {"state": "done"}})
    one.locator("input[type=file]").set_input_files(file)
    dialog = one.get_by_role("dialog")
    dialog.get_by_role("button", name="Åpne planen").wait_for()
    write_note(other, address, "Mitt")
    one.bring_to_front()
    dialog.get_by_role("button", name="Åpne planen").click()
    dialog.get_by_text("Planen ble endret i et annet vindu mens du så på dette.").wait_for()
    choose(one, "Flett inn")
    one.locator("#beslutning-gruppe:checked").wait_for()
    assert stored_note(one) == "Mitt"
