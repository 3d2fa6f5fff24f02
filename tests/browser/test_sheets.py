"""The sheets as they come out of a real browser's printer."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from playwright.sync_api import Browser

SHEETS = ("forarbeid", "interkommunal", "alle")
MM = 72 / 25.4
BOX = 5 * MM
LEAST_ROW = 12 * MM


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


def boxes(page: Any) -> list[Any]:
    """Squares of the size of a box to tick, however the browser drew them."""
    shapes = [*page.rects, *page.curves]
    return [s for s in shapes if abs(s["width"] - BOX) < 1.5 and abs(s["height"] - BOX) < 1.5]


def test_one_box_per_item_and_four_per_question(sheet: tuple[str, Any], site: Path) -> None:
    name, pdf = sheet
    wanted = sum(len(one["items"]) * (4 if one["kind"] == "decision" else 1) for one in lists_on(name, site))
    assert sum(len(boxes(page)) for page in pdf.pages) == wanted


def test_every_item_stands_whole_on_one_page(sheet: tuple[str, Any], site: Path) -> None:
    name, pdf = sheet
    pages = [" ".join(word["text"] for word in page.extract_words()) for page in pdf.pages]
    cells = [table_cells(page) for page in pdf.pages]
    assert all(pages)
    for one in lists_on(name, site):
        for item in one["items"]:
            found = [row for rows in cells for row in rows if row[0] == item["code"]]
            assert len(found) == 1, item["code"]
            assert item["text"] in found[0][1]
            assert found[0][2] >= LEAST_ROW - 1


def table_cells(page: Any) -> list[tuple[str, str, float]]:
    """Code, text and height in points of each row on the page."""
    rows = []
    for table in page.find_tables():
        for row in table.rows:
            texts = [
                " ".join(word["text"] for word in page.crop(cell).extract_words()) if cell else ""
                for cell in row.cells
            ]
            code = next((text for text in texts if text[:1] == "F" and text[1:2].isdigit()), "")
            words = max(texts, key=len)
            rows.append((code, words, row.bbox[3] - row.bbox[1]))
    return rows


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
    assert any(row[0] for row in table_cells(pdf.pages[-1]))


def test_heading_never_stands_alone_at_the_foot_of_a_page(sheet: tuple[str, Any], site: Path) -> None:
    name, pdf = sheet
    for one in lists_on(name, site):
        first = one["items"][0]["code"]
        page = next(page for page in pdf.pages if f"{one['code']} {one['title'][:20]}" in page.extract_text())
        assert any(row[0] == first for row in table_cells(page))
