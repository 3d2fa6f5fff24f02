"""Reads what is printed on the pages of a PDF: text, tables, and boxes to tick."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber

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


def read(file: Path) -> list[Page]:
    """The pages of a PDF."""
    with pdfplumber.open(file) as pdf:
        return [read_page(page) for page in pdf.pages]


def read_page(page: Any) -> Page:
    squares = boxes(page)
    found = page.find_tables({"edge_min_length": 1.5 * BOX})
    tables = [read_table(page, table, squares) for table in found]
    return Page(page.extract_text(), page.width, page.height, tables, len(squares))


def boxes(page: Any) -> list[tuple[float, float]]:
    """The middle of each square of the size of a box to tick, however it was drawn."""
    return [
        ((shape["x0"] + shape["x1"]) / 2, (shape["top"] + shape["bottom"]) / 2)
        for shape in (*page.rects, *page.curves)
        if abs(shape["width"] - BOX) < 1.5 and abs(shape["height"] - BOX) < 1.5
    ]


def read_table(page: Any, table: Any, squares: list[tuple[float, float]]) -> Table:
    head, rows = [], []
    for row in table.rows:
        cells = [squeezed(page.crop(cell, strict=False).extract_text()) if cell else "" for cell in row.cells]
        place = next((number for number, text in enumerate(cells) if CODE.fullmatch(text)), -1)
        left, top, right, bottom = row.bbox
        inside = [x for x, y in squares if left < x < right and top < y < bottom]
        if place >= 0:
            rows.append(Row(cells[place], cells[place + 1], bottom - top, len(inside)))
        else:
            head += cells
    return Table(head, rows)


def squeezed(text: str) -> str:
    """The text without spaces, since lines may break between words, after hyphens and within addresses."""
    return re.sub(r"\s", "", text)
