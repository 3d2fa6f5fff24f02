"""Items that a kommune adds to a list: added, named, ticked, deleted, and in all that leaves the browser."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page

from .axe import faults
from .plan_page import LIST, OVERVIEW, choose, progress

ADD = "Legg til eget punkt"


def own(page: Page) -> Locator:
    return page.locator("li.item--own")


def add(page: Page, name: str) -> Locator:
    page.get_by_role("button", name=ADD).first.click()
    page.locator("[data-field=text]:focus").wait_for()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    return own(page).last


def test_one_is_added_ticked_kept_counted_and_deleted_again(page: Page, address: str) -> None:
    page.goto(address + LIST)
    row = add(page, "Ring krisesenteret")
    assert progress(page) == "0 av 16 gjort"
    row.get_by_label("Ring krisesenteret", exact=True).check()
    assert progress(page) == "1 av 16 gjort"
    page.reload()
    assert own(page).get_by_label("Ring krisesenteret", exact=True).is_checked()
    assert "Ring krisesenteret" in page.locator("ul.items > li").last.inner_text()
    own(page).locator("summary").click()
    assert own(page).locator("[data-field=text]").input_value() == "Ring krisesenteret"
    own(page).get_by_role("button", name="Slett punktet").click()
    assert own(page).count() == 0
    assert page.evaluate("document.activeElement.innerText") == ADD
    assert progress(page) == "0 av 15 gjort"
    page.get_by_role("button", name="Angre").click()
    assert own(page).get_by_label("Ring krisesenteret", exact=True).is_checked()


def test_nothing_is_stored_before_it_is_named_and_a_list_without_any_shows_none(
    page: Page, address: str
) -> None:
    page.goto(address + LIST)
    page.get_by_role("button", name=ADD).click()
    page.locator("[data-field=text]:focus").wait_for()
    assert page.evaluate("Object.keys(localStorage)") == []
    own(page).get_by_role("button", name="Slett punktet").click()
    assert own(page).count() == 0
    assert page.evaluate("Object.keys(localStorage)") == []


def test_an_own_measure_stands_in_the_table_of_the_chosen(page: Page, address: str) -> None:
    page.goto(address + "kartlegging/tiltak/")
    row = add(page, "Egen møteplass for fedre")
    row.get_by_label("Ansvarlig").fill("Leder, helsestasjonen")
    row.get_by_label("Egen møteplass for fedre", exact=True).check()
    cells = page.locator("[data-table] tbody tr").first.locator("td").all_inner_texts()
    assert cells[2] == "Egen møteplass for fedre (Eget)"
    assert cells[4] == "Leder, helsestasjonen"
    page.get_by_label("Målgruppe").select_option(index=1)
    assert row.is_visible()


def test_another_window_and_the_plan_show_it_and_lead_to_it(page: Page, address: str) -> None:
    page.goto(address + LIST)
    other = page.context.new_page()
    other.goto(address + LIST)
    row = add(page, "Spør nabokommunen")
    row.get_by_label("Frist").fill("2020-05-05")
    row.get_by_label("Frist").blur()
    own(other).get_by_text("Spør nabokommunen").wait_for()
    other.goto(address + OVERVIEW)
    other.get_by_role("link", name="Eget Spør nabokommunen").first.click()
    own(other).filter(has=other.locator(":target")).get_by_text("Spør nabokommunen").wait_for()


def test_it_goes_through_a_file_a_link_and_a_workbook(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + LIST)
    add(page, "Ring krisesenteret")
    page.goto(address + OVERVIEW, wait_until="networkidle")
    with page.expect_download() as download:
        page.get_by_role("button", name="Regneark").click()
    file = tmp_path / "ark.xlsx"
    download.value.save_as(file)
    book = load_workbook(file)
    sheet = book.worksheets[0]
    rows = {row[3].value: row for row in sheet.iter_rows() if row[1].value == "Eget" and row[2].value}
    rows["Ring krisesenteret"][4].value = "Gjort"
    [blank] = [
        row
        for row in sheet.iter_rows()
        if str(row[0].value).startswith("eget-beslutning-") and not row[3].value
    ][:1]
    blank[3].value = "Avtal møte med fylket"
    book.save(file)
    page.goto(address + LIST)
    page.locator("input[type=file]").set_input_files(file)
    shown = page.get_by_role("dialog").inner_text()
    assert "Eget Ring krisesenteret – Status: Ikke fylt ut → Gjort" in shown
    assert "Eget Avtal møte med fylket – Punkt: Ikke fylt ut → Avtal møte med fylket" in shown
    choose(page, "Flett inn")
    assert own(page).count() == 2
    assert progress(page) == "1 av 17 gjort"


def test_an_empty_workbook_takes_own_items_in(page: Page, address: str, site: Path, tmp_path: Path) -> None:
    book = load_workbook(site / "utskrift" / "forarbeid.xlsx")
    sheet = book.worksheets[0]
    [blank, *_] = [row for row in sheet.iter_rows() if row[0].value == "eget-beslutning-ny"]
    blank[3].value, blank[4].value = "Avtal møte med fylket", "Gjort"
    file = tmp_path / "ark.xlsx"
    book.save(file)
    page.goto(address + LIST)
    page.locator("input[type=file]").set_input_files(file)
    assert "Nytt: 2." in page.get_by_role("dialog").inner_text()
    choose(page, "Åpne planen")
    assert own(page).get_by_label("Avtal møte med fylket", exact=True).is_checked()


@pytest.mark.parametrize("width", [320, 1280])
def test_it_has_no_fault_that_axe_finds(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + LIST)
    add(page, "Ring krisesenteret")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
