"""The sheets as they come out of a real browser's printer."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from playwright.sync_api import Browser

from ..paper import LEAST_ROW, MM, boxes, item_rows, squeezed

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


@pytest.fixture(params=SHEETS)
def sheet(request: pytest.FixtureRequest, printed: dict[str, Path]) -> Iterator[tuple[str, Any]]:
    with pdfplumber.open(printed[request.param]) as pdf:
        yield request.param, pdf


def lists_on(name: str, site: Path) -> list[Any]:
    data = json.loads((site / "data" / "sjekklister.json").read_bytes())
    return [one for one in data["checklists"] if name in ("alle", one["phase"], one["id"])]


def test_one_box_per_item_and_four_per_question(sheet: tuple[str, Any], site: Path) -> None:
    name, pdf = sheet
    wanted = sum(len(one["items"]) * (4 if one["kind"] == "decision" else 1) for one in lists_on(name, site))
    assert sum(len(boxes(page)) for page in pdf.pages) == wanted


def test_every_item_stands_whole_on_one_page(sheet: tuple[str, Any], site: Path) -> None:
    name, pdf = sheet
    rows = {row.code: row for page in pdf.pages for row in item_rows(page)}
    assert len(rows) == sum(len(item_rows(page)) for page in pdf.pages)
    for one in lists_on(name, site):
        for item in one["items"]:
            assert squeezed(item["text"]) in rows[item["code"]].words
            assert rows[item["code"]].height >= LEAST_ROW - 1


def test_every_printed_page_is_numbered_and_says_where_to_get_help(sheet: tuple[str, Any]) -> None:
    _, pdf = sheet
    for number, page in enumerate(pdf.pages, 1):
        text = page.extract_text()
        assert f"Side {number} av {len(pdf.pages)}" in text
        assert "VO-linjen: 116 006" in text
        assert (page.width, page.height) == (pytest.approx(297 * MM, abs=1), pytest.approx(210 * MM, abs=1))


def test_sheet_has_room_for_the_meeting_and_its_source(sheet: tuple[str, Any]) -> None:
    _, pdf = sheet
    first, last = pdf.pages[0].extract_text(), pdf.pages[-1].extract_text()
    for label in ("Kommune(r)", "Saksnummer", "Dato", "Til stede"):
        assert label in first
    assert "Bygger på veilederen fra 20" in last
    assert "Sist kontrollert" in last
    assert "Disse sidene er for planarbeid." in last


def test_last_page_has_more_than_the_footer(sheet: tuple[str, Any]) -> None:
    _, pdf = sheet
    assert item_rows(pdf.pages[-1])


def test_heading_never_stands_alone_at_the_foot_of_a_page(sheet: tuple[str, Any], site: Path) -> None:
    name, pdf = sheet
    for one in lists_on(name, site):
        first = one["items"][0]["code"]
        page = next(page for page in pdf.pages if f"{one['code']} {one['title'][:20]}" in page.extract_text())
        assert first in [row.code for row in item_rows(page)]
