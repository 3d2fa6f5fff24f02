"""Reads what is printed on a PDF page: rows of a table, and boxes to tick."""

import re
from dataclasses import dataclass
from typing import Any

MM = 72 / 25.4
BOX = 5 * MM
LEAST_ROW = 12 * MM
CODE = re.compile(r"[A-ZÆØÅ]\d+\.\d+")


@dataclass(frozen=True)
class Row:
    """A row of an item: its code, its longest cell without spaces, its height in points, and its boxes."""

    code: str
    words: str
    height: float
    boxes: int


def squeezed(text: str) -> str:
    """The text without spaces, since lines may break anywhere between words and after hyphens."""
    return re.sub(r"\s", "", text)


def boxes(page: Any) -> list[Any]:
    """Squares of the size of a box to tick, however they were drawn."""
    shapes = [*page.rects, *page.curves]
    return [s for s in shapes if abs(s["width"] - BOX) < 1.5 and abs(s["height"] - BOX) < 1.5]


@dataclass(frozen=True)
class Table:
    """A table on a page: its column headings without spaces, and the rows of items."""

    head: list[str]
    rows: list[Row]


def tables(page: Any) -> list[Table]:
    """The tables on the page, from the top."""
    return [read_table(page, table) for table in page.find_tables({"edge_min_length": 1.5 * BOX})]


def read_table(page: Any, table: Any) -> Table:
    squares = [((s["x0"] + s["x1"]) / 2, (s["top"] + s["bottom"]) / 2) for s in boxes(page)]
    head, rows = [], []
    for row in table.rows:
        cells = [squeezed(page.crop(cell).extract_text()) if cell else "" for cell in row.cells]
        code = next((text for text in cells if CODE.fullmatch(text)), "")
        left, top, right, bottom = row.bbox
        inside = [x for x, y in squares if left < x < right and top < y < bottom]
        if code:
            rows.append(Row(code, max(cells, key=len), bottom - top, len(inside)))
        else:
            head += cells
    return Table(head, rows)


def item_rows(page: Any) -> list[Row]:
    """The rows of items on the page, from the top."""
    return [row for table in tables(page) for row in table.rows]
