"""What can be made of a plan for others: a spreadsheet, a calendar, a link."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page

from .plan_page import LIST, OVERVIEW, choose, fill_some, item
from .storage import stored


def test_spreadsheet_and_calendar_hold_the_plan(page: Page, address: str) -> None:
    page.goto(address + OVERVIEW, wait_until="networkidle")
    assert page.get_by_role("button", name="Frister til kalender").is_hidden()
    fill_some(page, address)
    page.goto(address + OVERVIEW, wait_until="networkidle")
    with page.expect_download() as download:
        page.get_by_role("button", name="Regneark").click()
    with zipfile.ZipFile(download.value.path()) as workbook:
        sheet = workbook.read("xl/worksheets/sheet1.xml").decode()
    assert download.value.suggested_filename.endswith(".xlsx")
    assert "Kommuneoverlege" in sheet
    with page.expect_download() as download:
        page.get_by_role("button", name="Frister til kalender").click()
    events = Calendar.from_ical(Path(download.value.path()).read_bytes()).walk("VEVENT")
    assert [(str(event["SUMMARY"]), event.decoded("DTSTART")) for event in events] == [
        ("F3.8 Avklar hvem som skal lede arbeidet", date(2027, 5, 5))
    ]


@pytest.mark.parametrize("mangle", [str, lambda link: link.replace("#", "%23").replace("=", "%3D")])
def test_link_carries_the_plan_in_the_fragment_alone(
    browser: Browser, page: Page, address: str, mangle: Callable[[str], str]
) -> None:
    fill_some(page, address)
    page.goto(address + OVERVIEW, wait_until="networkidle")
    page.get_by_role("button", name="Del lenke").click()
    field = page.get_by_label("Lenke", exact=True)
    page.get_by_text("tegn lang.").wait_for()
    short = field.input_value()
    page.get_by_label("Ta med merknader og begrunnelser").check()
    page.wait_for_function("text => document.querySelector('#lenke-felt').value !== text", arg=short)
    link = field.input_value()
    assert link.startswith(f"{address}{OVERVIEW}#plan=")
    choose(page, "Lukk")
    other = browser.new_page()
    other.goto(mangle(link))
    choose(other, "Flett inn")
    other.wait_for_url(address + OVERVIEW)
    other.goto(address + LIST)
    assert other.locator("#beslutning-mandat").is_checked()
    entry = item(other, "beslutning-leder")
    entry.locator("summary").click()
    assert entry.get_by_label("Merknad").input_value() == "Å, «æ»"
    other.close()


def test_cut_off_link_is_explained_and_changes_nothing(page: Page, address: str) -> None:
    fill_some(page, address)
    page.goto(address + OVERVIEW, wait_until="networkidle")
    page.get_by_role("button", name="Del lenke").click()
    page.get_by_text("tegn lang.").wait_for()
    link = page.get_by_label("Lenke", exact=True).input_value()
    before = stored(page)
    for cut in (link[:-12], link.partition("n=")[0]):
        page.goto("about:blank")
        page.goto(cut)
        page.get_by_text("Lenken er kuttet av på veien.").wait_for()
    assert stored(page) == before
