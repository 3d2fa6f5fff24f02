"""The sheet with the year's fixed points, with the source of each."""

from typing import Any

from ...model.facts import Claim, Source
from ...model.guide import FixedPoint
from ...texts import TEXTS, Words, dated
from .book import Book

WORDS = Words("workbooks", "fixed-points")
HEADER = 2
POINT, ASKED, GIVEN, MONTHS, RESULT, KNOWN, SOURCE = range(7)
WIDTHS = (24, 26, 13, 9, 13, 56, 46)


def add_fixed_points(book: Book) -> None:
    """The sheet: type a date, and the deadline is so many months after or before it."""
    page = book.add_sheet(WORDS["sheet"])
    for column, width in enumerate(WIDTHS):
        book.set_width(page, column, width)
    book.write(page, 0, 0, WORDS["how"], "line")
    for column, text in enumerate(WORDS["columns"]):
        book.write(page, HEADER, column, text, "header")
    points = book.guide.fixed_points
    for row, point in enumerate(points, HEADER + 1):
        add_point(book, page, row, point)
    book.ask_date(page, HEADER + 1, GIVEN, GIVEN, WORDS["hint"], HEADER + len(points))
    page.freeze_panes(HEADER + 1, 1)
    page.repeat_rows(HEADER)


def add_point(book: Book, page: Any, row: int, point: FixedPoint) -> None:
    """One row. A point without months has the typed date itself as its deadline."""
    for column, text in {POINT: point.name, ASKED: point.asked, KNOWN: point.known}.items():
        book.write(page, row, column, text, "fixed")
    book.write(page, row, GIVEN, "", "date")
    page.write_number(row, MONTHS, point.months or 0, book.styles["number"])
    given, months = f"C{row + 1}", f"D{row + 1}"
    book.compute(page, row, RESULT, f'=IF(ISNUMBER({given}),EDATE({given},{months}),"")', "computed")
    source = book.guide.facts[point.sources[0]]
    book.write(page, row, SOURCE, source_name(source), "fixed")
    page.write_url(row, SOURCE, source.url, book.styles["source"], source_name(source))


def source_name(source: Source) -> str:
    """How the sheets name a source in one line."""
    if isinstance(source, Claim):
        return f"{source.title} ({dated(source.dated)})"
    return f"{TEXTS['whole']['edition'].format(edition=source.edition)}, {source.page}"
