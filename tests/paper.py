"""Reads what is printed on the pages of a PDF: text, tables, and boxes to tick.

Text by pdfium, which is fast; lines and boxes by pdfplumber, which finds the tables they make.
"""

import re
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
from pypdfium2 import PdfDocument

MM = 72 / 25.4
BOX = 5 * MM
LEAST_ROW = 12 * MM
CODE = re.compile(r"[A-ZÆØÅ]\d+\.\d+")


@dataclass(frozen=True)
class Row:
    """A row of an item: its code, its text without spaces, its height in points, and its boxes."""

    code: str
    words: str
    height: float
    boxes: int


@dataclass(frozen=True)
class Table:
    """A table on a page: its column headings without spaces, and the rows of items."""

    head: list[str]
    rows: list[Row]


@dataclass(frozen=True)
class Page:
    """A printed page; `boxes` counts those outside tables too."""

    text: str
    width: float
    height: float
    tables: list[Table]
    boxes: int

    @property
    def is_a4_landscape(self) -> bool:
        return abs(self.width - 297 * MM) < 1 and abs(self.height - 210 * MM) < 1

    @property
    def rows(self) -> list[Row]:
        return [row for table in self.tables for row in table.rows]


def texts(file: Path) -> list[tuple[str, tuple[int, int]]]:
    """The text of each page, and its width and height in points."""
    with closing(PdfDocument(file)) as pdf:
        return [
            (words(page.get_textpage()), (round(page.get_width()), round(page.get_height()))) for page in pdf
        ]


def read(file: Path) -> list[Page]:
    """The pages of a PDF."""
    with pdfplumber.open(file) as drawn, closing(PdfDocument(file)) as written:
        return [read_page(*both) for both in zip(drawn.pages, written, strict=True)]


def read_page(page: Any, written: Any) -> Page:
    squares = boxes(page)
    text = written.get_textpage()
    found = page.find_tables({"edge_min_length": 1.5 * BOX})
    tables = [read_table(page.height, text, table, squares) for table in found]
    return Page(words(text), page.width, page.height, tables, len(squares))


def words(text: Any, *bounds: float) -> str:
    """All of a page's text, or what stands within the left, bottom, right and top."""
    told: str = text.get_text_bounded(*bounds) if bounds else text.get_text_range()
    # pdfium's sign for a hyphen where a line ends.
    return told.replace("\r\n", "\n").replace("\x02", "-")


def boxes(page: Any) -> list[tuple[float, float]]:
    """The middle of each square of the size of a box to tick, however it was drawn."""
    return [
        ((shape["x0"] + shape["x1"]) / 2, (shape["top"] + shape["bottom"]) / 2)
        for shape in (*page.rects, *page.curves)
        if abs(shape["width"] - BOX) < 1.5 and abs(shape["height"] - BOX) < 1.5
    ]


def read_table(height: float, text: Any, table: Any, squares: list[tuple[float, float]]) -> Table:
    head, rows = [], []
    for row in table.rows:
        cells = [
            squeezed(words(text, cell[0], height - cell[3], cell[2], height - cell[1])) if cell else ""
            for cell in row.cells
        ]
        place = next((number for number, told in enumerate(cells) if CODE.fullmatch(told)), -1)
        left, top, right, bottom = row.bbox
        inside = [x for x, y in squares if left < x < right and top < y < bottom]
        if place >= 0:
            rows.append(Row(cells[place], cells[place + 1], bottom - top, len(inside)))
        elif not inside:  # Rows for what a kommune adds have boxes, but no code.
            head += cells
    return Table(head, rows)


def squeezed(text: str) -> str:
    """The text without spaces, since lines may break between words, after hyphens and within addresses."""
    return re.sub(r"\s", "", text)
