"""tiltak.xlsx: the table of the plan's measures, with empty rows to fill in."""

from jinja2 import Environment

from ...model.guide import Guide
from ...texts import TEXTS
from .about import add_about, stated
from .book import LINE_HEIGHT, WORKBOOKS, Book, Column, choice

WIDTHS = {
    "number": 5,
    "area": 18,
    "goal": 22,
    "measure": 26,
    "group": 15,
    "kommune": 13,
    "owner": 18,
    "due": 11,
    "milestone": 15,
    "money": 18,
    "indicator": 18,
    "status": 13,
}
HEADER = 1
ROWS = 40


def measures_xlsx(guide: Guide, env: Environment) -> bytes:
    """The workbook."""
    words = WORKBOOKS["measures"]
    book = Book(guide, TEXTS["files"]["tiltak.xlsx"]["title"])
    page = book.add_sheet(words["sheet"])
    columns = [
        Column(words["columns"][name], width, "date" if name == "due" else "entered", words["hints"][name])
        for name, width in WIDTHS.items()
    ]
    last = HEADER + ROWS
    book.set_width(page, 0, WIDTHS["number"])
    book.write(page, 0, 0, TEXTS["notice"], "line")
    book.head_list(page, columns, HEADER, last)
    page.freeze_panes(HEADER + 1, 1)
    for row in range(HEADER + 1, last + 1):
        page.set_row(row, 2 * LINE_HEIGHT)
        for place, column in enumerate(columns):
            book.write(page, row, place, "", column.style)
    status = list(WIDTHS).index("status")
    page.data_validation(HEADER + 1, status, last, status, choice(TEXTS["measures"]["statuses"]))
    add_about(book, "utskrift/", [*words["about"], *stated(guide, "tiltak")])
    return book.content()
