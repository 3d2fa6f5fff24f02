"""The sheets as they come out of a real browser's printer."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from ..paper import LEAST_ROW, Page, read, squeezed

SHEETS = ("forarbeid", "interkommunal", "alle")


@pytest.fixture(scope="module")
def printed(browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each sheet printed to PDF as Ctrl+P does it, without background graphics."""
    folder = tmp_path_factory.mktemp("printed")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name in SHEETS:
        page.goto(f"{address}utskrift/{name}.html")
        page.pdf(path=folder / f"{name}.pdf", prefer_css_page_size=True, print_background=False)
    context.close()
    return {name: folder / f"{name}.pdf" for name in SHEETS}


@pytest.fixture(params=SHEETS, scope="module")
def sheet(request: pytest.FixtureRequest, printed: dict[str, Path]) -> tuple[str, list[Page]]:
    return request.param, read(printed[request.param])


def lists_on(name: str, site: Path) -> list[Any]:
    data = json.loads((site / "data" / "sjekklister.json").read_bytes())
    return [one for one in data["checklists"] if name in ("alle", one["phase"], one["id"])]


def test_one_box_per_item_and_four_per_question(sheet: tuple[str, list[Page]], site: Path) -> None:
    name, pages = sheet
    wanted = sum(len(one["items"]) * (4 if one["kind"] == "decision" else 1) for one in lists_on(name, site))
    assert sum(page.boxes for page in pages) == wanted


def test_every_item_stands_whole_on_one_page(sheet: tuple[str, list[Page]], site: Path) -> None:
    name, pages = sheet
    rows = {row.code: row for page in pages for row in page.rows}
    assert len(rows) == sum(len(page.rows) for page in pages)
    for one in lists_on(name, site):
        for item in one["items"]:
            assert squeezed(item["text"]) in rows[item["code"]].words
            assert rows[item["code"]].height >= LEAST_ROW - 1


def test_every_printed_page_is_numbered_and_says_where_to_get_help(sheet: tuple[str, list[Page]]) -> None:
    _, pages = sheet
    for number, page in enumerate(pages, 1):
        assert f"Side {number} av {len(pages)}" in page.text
        assert "VO-linjen: 116 006" in page.text
        assert page.is_a4_landscape


def test_sheet_has_room_for_the_meeting_and_its_source(sheet: tuple[str, list[Page]]) -> None:
    _, pages = sheet
    first, last = pages[0].text, pages[-1].text
    for label in ("Kommune(r)", "Saksnummer", "Dato", "Til stede"):
        assert label in first
    assert "Bygger på veilederen fra 20" in last
    assert "Sist kontrollert" in last
    assert "Disse sidene er for planarbeid." in last


def test_last_page_has_more_than_the_footer(sheet: tuple[str, list[Page]]) -> None:
    _, pages = sheet
    assert pages[-1].rows


def test_heading_never_stands_alone_at_the_foot_of_a_page(sheet: tuple[str, list[Page]], site: Path) -> None:
    name, pages = sheet
    for one in lists_on(name, site):
        first = one["items"][0]["code"]
        page = next(page for page in pages if f"{one['code']} {one['title'][:20]}" in page.text)
        assert first in [row.code for row in page.rows]
