"""The lists of a phase as a workbook: the same as «Planarbeidet vårt» writes, not yet filled in.

docs/assets/js/formats/xlsx/read.js finds the columns by their headers, so that a notice may stand
above them, and the hidden sheet by its name for the format.
"""

from itertools import groupby
from typing import Any

from jinja2 import Environment

from ...model.guide import Checklist, Guide
from ...texts import TEXTS
from .. import Keep
from ..sheet_tables import OWN
from ..sheets import Sheet
from ..workbooks.about import add_about
from ..workbooks.book import WORKBOOKS, Book, Column, choice

WIDTHS = {"id": 12, "code": 7, "list": 20, "text": 46, "status": 14, "owner": 24, "due": 12, "note": 32}
STYLE = {"id": "line", "status": "entered", "owner": "entered", "due": "date", "note": "entered"}
FORMAT = {"format": "sjekkliste-plan", "version": "1"}
HEADER = 1


def xlsx_sheet(sheet: Sheet, guide: Guide, _env: Environment, _keep: Keep) -> bytes:
    """The workbook, with a row for each item and question."""
    book = Book(guide, sheet.title)
    add_lists(book, sheet)
    add_about(book, sheet.url, WORKBOOKS["phase"], sheet.checklists)
    add_details(book)
    return book.content()


def add_lists(book: Book, sheet: Sheet) -> None:
    """The sheet that people work in."""
    words = TEXTS["plan"]["workbook"]
    rows = [(one.kind, row) for one in sheet.checklists for row in rows_of(one)]
    page = book.add_sheet(sheet.title)
    columns = [
        Column(words["columns"][name], width, hint=words["hints"].get(name, ""), hidden=name == "id")
        for name, width in WIDTHS.items()
    ]
    book.write(page, 0, 1, f"{TEXTS['notice'].strip()} {WORKBOOKS['owner']}", "line")
    # From the hidden column on: sorted without its id, a row would speak of another item.
    book.head_list(page, columns, HEADER, HEADER + len(rows))
    page.freeze_panes(HEADER + 1, 2)
    for number, (_, row) in enumerate(rows, HEADER + 1):
        for place, (name, text) in enumerate(row.items()):
            book.write(page, number, place, text, STYLE.get(name, "fixed" if row["text"] else "entered"))
        book.make_room(page, number)
    add_choices(page, [kind for kind, _ in rows])


def rows_of(checklist: Checklist) -> list[dict[str, str]]:
    """What stands in the rows, by column. Tasks end with empty rows for the kommune's own, which
    docs/assets/js/plan/own-items.js knows by their ids."""
    words = TEXTS["plan"]
    items = [(item.id, item.code, item.text) for item in checklist.items]
    status = ""
    if checklist.kind == "checklist":
        items += [(f"eget-{checklist.id}-ny", words["own"]["code"], "")] * OWN
        status = words["workbook"]["statuses"]["open"]
    return [
        dict.fromkeys(WIDTHS, "")
        | {"id": identity, "code": code, "list": checklist.title, "text": text, "status": status}
        for identity, code, text in items
    ]


def add_choices(page: Any, kinds: list[str]) -> None:
    """The drop-downs of the status column: an item's, or the answers to a question."""
    words = TEXTS["plan"]["workbook"]
    choices = {"checklist": words["statuses"], "decision": words["answers"]}
    column = list(WIDTHS).index("status")
    row = HEADER + 1
    for kind, run in groupby(kinds):
        last = row + len(list(run)) - 1
        page.data_validation(row, column, last, column, choice(choices[kind].values()))
        row = last + 1


def add_details(book: Book) -> None:
    """The hidden sheet that tells what kind of file this is."""
    page = book.file.add_worksheet(FORMAT["format"])
    for row, pair in enumerate(FORMAT.items()):
        for column, text in enumerate(pair):
            book.write(page, row, column, text, "line")
    page.hide()
