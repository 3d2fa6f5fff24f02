"""The sheets as they come out of a real browser's printer."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as OpenPage

from sjekkliste.files.sheets import Sheet

from ..paper import LEAST_ROW, MM, Page, read, squeezed, texts
from ..pdf.expected import boxes, own_rows
from .addresses import SHEETS

Printed = tuple[Sheet, list[Page]]
LOW_ROW = 7 * MM  # On a sheet where everything must stand on one upright page.


@pytest.fixture(params=SHEETS, ids=lambda sheet: sheet.id, scope="module")
def printed(
    request: pytest.FixtureRequest, browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory
) -> Printed:
    """A sheet printed to PDF as Ctrl+P does it, without background graphics."""
    file = tmp_path_factory.mktemp("printed") / "sheet.pdf"
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}utskrift/{request.param.id}.html")
    page.pdf(path=file, prefer_css_page_size=True, print_background=False)
    context.close()
    return request.param, read(file)


def test_two_boxes_per_item_and_four_per_question(printed: Printed) -> None:
    sheet, pages = printed
    wanted = sum(len(one.items) * boxes(one, sheet) + 2 * own_rows(one, sheet) for one in sheet.checklists)
    assert sum(page.boxes for page in pages) == wanted


def test_every_item_stands_whole_on_one_page(printed: Printed) -> None:
    sheet, pages = printed
    rows = {row.code: row for page in pages for row in page.rows}
    assert len(rows) == sum(len(page.rows) for page in pages)
    for one in sheet.checklists:
        for item in one.items:
            assert squeezed(item.text) in rows[item.code].words
            assert rows[item.code].height >= (LOW_ROW if sheet.upright else LEAST_ROW) - 1


def test_every_printed_page_is_numbered_and_says_where_to_get_help(printed: Printed) -> None:
    sheet, pages = printed
    for number, page in enumerate(pages, 1):
        assert f"Side {number} av {len(pages)}" in page.text
        assert "VO-linjen: 116 006" in page.text
        assert page.is_a4_landscape is not sheet.upright


def test_sheet_has_room_for_the_meeting_and_its_source(printed: Printed) -> None:
    sheet, pages = printed
    first = " ".join(pages[0].text.split())
    for label in ("Kommune(r)", "Saksnummer", "Dato", *([] if sheet.upright else ["Til stede"])):
        assert label in first
    assert "Bygger på veilederen fra 20" in first
    assert "Sist kontrollert" in first


def test_upright_sheet_stands_on_one_page(printed: Printed) -> None:
    sheet, pages = printed
    assert len(pages) == 1 or not sheet.upright


def test_browser_prints_as_many_pages_as_the_file_has(printed: Printed, site: Path) -> None:
    sheet, pages = printed
    assert abs(len(pages) - len(texts(site / "utskrift" / f"{sheet.id}.pdf"))) <= 1


def test_last_page_has_more_than_the_footer(printed: Printed) -> None:
    _, pages = printed
    assert pages[-1].boxes or pages[-1].rows


def test_heading_never_stands_alone_at_the_foot_of_a_page(printed: Printed) -> None:
    sheet, pages = printed
    for one in sheet.checklists if not sheet.upright else ():
        page = next(page for page in pages if f"{one.code} {one.title[:20]}" in page.text)
        assert one.items[0].code in [row.code for row in page.rows]


def test_sheet_on_the_screen_is_printed_by_its_button(page: OpenPage, address: str) -> None:
    page.goto(f"{address}utskrift/forarbeid.html")
    page.evaluate("() => { window.print = () => document.documentElement.toggleAttribute('data-asked') }")
    page.get_by_role("button", name="Skriv ut").click()
    page.locator("html[data-asked]").wait_for(state="attached")
    page.emulate_media(media="print")
    assert page.get_by_role("button", name="Skriv ut").is_hidden()
