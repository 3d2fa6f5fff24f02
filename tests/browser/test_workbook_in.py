"""A spreadsheet that others have worked in, opened again: only what they changed changes."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .plan_page import LIST, OVERVIEW, choose, fill_some, fill_workbook, item, write_plan
from .storage import stored

SHEET = "xl/worksheets/sheet1.xml"


def export(page: Page, address: str, folder: Path) -> Path:
    page.goto(address + OVERVIEW, wait_until="networkidle")
    with page.expect_download() as download:
        page.get_by_role("button", name="Regneark").click()
    file = folder / "ark.xlsx"
    download.value.save_as(file)
    return file


def edit(file: Path, change: Callable[[str], str]) -> Path:
    """The workbook with its first sheet changed, as somebody would in Excel."""
    edited = file.with_name("endret.xlsx")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(edited, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, change(text) if name == SHEET else text)
    return edited


@pytest.fixture
def exported(page: Page, address: str, tmp_path: Path) -> Path:
    """The spreadsheet of a plan, after which the plan itself has moved on."""
    fill_some(page, address)
    file = export(page, address, tmp_path)
    page.goto(address + LIST)
    page.locator("#beslutning-gruppe").check()
    return file


def test_only_changed_cells_change_and_can_be_undone(page: Page, exported: Path) -> None:
    page.locator("input[type=file]").set_input_files(
        edit(exported, lambda text: text.replace("Kommuneoverlege", "Enhetsleder").replace("Å, «æ»", ""))
    )
    dialog = page.get_by_role("dialog", name="Dette er endret i regnearket")
    shown = dialog.inner_text()
    assert "F3.8 Avklar hvem som skal lede arbeidet – Ansvarlig: Kommuneoverlege → Enhetsleder" in shown
    assert "Merknad: Å, «æ» → Ikke fylt ut" in shown
    assert dialog.locator("[data-clear] li").count() == 2
    choose(page, "Flett inn")
    entry = item(page, "beslutning-leder")
    entry.locator("summary").click()
    assert entry.get_by_label("Ansvarlig").input_value() == "Enhetsleder"
    assert entry.get_by_label("Merknad").input_value() == ""
    assert page.locator("#beslutning-gruppe").is_checked()
    page.get_by_role("button", name="Angre").click()
    assert entry.get_by_label("Ansvarlig").input_value() == "Kommuneoverlege"


@pytest.mark.parametrize(("side", "owner"), [("Hos dere", "Rådgiver"), ("I filen", "Enhetsleder")])
def test_what_both_have_changed_is_for_the_reader_to_choose(
    page: Page, exported: Path, side: str, owner: str
) -> None:
    entry = item(page, "beslutning-leder")
    entry.locator("summary").click()
    entry.get_by_label("Ansvarlig").fill("Rådgiver")
    entry.get_by_label("Ansvarlig").blur()
    page.locator("input[type=file]").set_input_files(
        edit(exported, lambda text: text.replace("Kommuneoverlege", "Enhetsleder"))
    )
    page.get_by_role("dialog").get_by_label(side).check()
    choose(page, "Flett inn")
    assert entry.get_by_label("Ansvarlig").input_value() == owner


def test_an_unchanged_spreadsheet_changes_nothing(page: Page, exported: Path) -> None:
    before = stored(page)
    page.locator("input[type=file]").set_input_files(exported)
    dialog = page.get_by_role("dialog")
    assert "Ingenting i regnearket er endret" in dialog.inner_text()
    assert dialog.get_by_role("button", name="Flett inn").is_hidden()
    choose(page, "Avbryt")
    assert stored(page) == before


def test_cells_and_rows_that_cannot_be_used_are_named(page: Page, exported: Path) -> None:
    change: dict[str, Any] = {
        "Kommuneoverlege": "Enhetsleder",
        ">F3.6<": ">Egen<",
        "beslutning-mandat": "annet",
        ">Gjort<": ">Kanskje<",
    }

    def spoil(text: str) -> str:
        for old, new in change.items():
            text = text.replace(old, new)
        return text

    page.locator("input[type=file]").set_input_files(edit(exported, spoil))
    shown = page.get_by_role("dialog").inner_text()
    assert "Rader som ikke hører til noe punkt: Forarbeid 38." in shown
    choose(page, "Avbryt")


def test_a_sheet_that_lost_its_header_is_named(page: Page, exported: Path) -> None:
    before = stored(page)
    lost = r'<row r="1">.*?</row>'
    page.locator("input[type=file]").set_input_files(edit(exported, lambda text: re.sub(lost, "", text)))
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Arket «Forarbeid» mangler overskriftene, eller kolonnen med koder").wait_for()
    assert dialog.get_by_text("Ingenting i regnearket er endret").is_hidden()
    assert dialog.get_by_text("Ellers er ingenting endret.").is_visible()
    choose(page, "Avbryt")
    assert stored(page) == before


def test_a_workbook_that_is_not_filled_in_is_said_to_be_so(page: Page, address: str, site: Path) -> None:
    page.goto(address + LIST)
    page.locator("input[type=file]").set_input_files(site / "utskrift" / "forarbeid.xlsx")
    told = page.get_by_role("alert")
    told.wait_for()
    assert told.inner_text() == "Regnearket forarbeid.xlsx er ikke fylt ut ennå. Ingenting er endret."
    assert page.get_by_role("dialog").count() == 0
    assert stored(page) == {}


def test_a_workbook_that_says_no_date_is_shown_without_one(
    page: Page, address: str, site: Path, tmp_path: Path
) -> None:
    page.goto(address + LIST)
    file = fill_workbook(site, tmp_path, "beslutning-leder", "Ansvarlig", "Enhetsleder")
    page.locator("input[type=file]").set_input_files(file)
    dialog = page.get_by_role("dialog", name="Dette kommer inn")
    dialog.get_by_text("Nytt: 1.").wait_for()
    assert dialog.get_by_text("Sist endret").is_hidden()
    choose(page, "Flett inn")
    assert "Enhetsleder" in str(stored(page))


def test_the_spreadsheet_of_another_plan_is_shown_as_a_plan(
    browser: Browser, page: Page, exported: Path, address: str
) -> None:
    other = browser.new_page()
    other.goto(address + LIST)
    other.locator("#beslutning-budsjett").check()
    other.locator("input[type=file]").set_input_files(exported)
    assert "Nytt: 4." in other.get_by_role("dialog", name="Dette kommer inn").inner_text()
    choose(other, "Flett inn")
    assert other.locator("#beslutning-mandat").is_checked()
    assert other.locator("#beslutning-budsjett").is_checked()
    other.close()


def test_a_file_that_is_no_spreadsheet_is_explained_and_changes_nothing(
    page: Page, exported: Path, tmp_path: Path
) -> None:
    before = stored(page)
    (tmp_path / "feil.xlsx").write_bytes(exported.read_bytes()[:200])
    page.locator("input[type=file]").set_input_files(tmp_path / "feil.xlsx")
    page.locator("[role=alert]").get_by_text("Ingenting er endret").wait_for()
    assert stored(page) == before


def test_preview_names_what_the_lists_no_longer_have(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + LIST)
    items = {"beslutning-utgatt": {"note": "Tas vare på"}}
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, items=items))
    assert "utgåtte punkter: beslutning-utgatt." in page.get_by_role("dialog").inner_text()
    choose(page, "Flett inn")
    page.goto(address + OVERVIEW)
    page.get_by_text("Utgåtte punkter").click()
    page.get_by_text("beslutning-utgatt · Tas vare på").wait_for()


def test_preview_says_no_more_than_a_reader_can_take_in(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + LIST)
    items = {f"beslutning-utgatt-{number}": {"note": "Tas vare på"} for number in range(25)}
    name = "navn" * 2100
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, items=items, name=name))
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("og 5 til.").wait_for()
    assert dialog.inner_text().count("beslutning-utgatt-") == 20
    assert dialog.inner_text().count("navn") < 100
    assert dialog.evaluate("element => element.scrollWidth <= element.clientWidth")
