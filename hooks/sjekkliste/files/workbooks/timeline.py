"""tidsplan.xlsx: counts back from the meeting of the kommunestyre, one column for each kommune.

A date is never moved closer to the next step than its lead time: where it would fall on a day off,
it goes to the working day before.
"""

from typing import Any

from jinja2 import Environment
from xlsxwriter.utility import xl_col_to_name

from ...model.guide import Guide
from ...texts import TEXTS
from .about import add_about
from .book import LINE_HEIGHT, Book, choice, hint
from .days_off import add_days_off
from .fixed_points import add_fixed_points
from .timeline_formulas import (
    BASIS,
    EARLIEST,
    END,
    FIRST,
    HEADER,
    KOMMUNER,
    LEAD,
    MEETING,
    MEETINGS,
    OWN_HEADER,
    START,
    STEPS,
    TEXT,
    UNIT,
    check_formula,
    step_formula,
)


def timeline_xlsx(guide: Guide, env: Environment) -> bytes:
    """The workbook. Until a date is typed, every computed cell is empty."""
    book = Book(guide, TEXTS["files"]["tidsplan.xlsx"]["title"])
    page = book.add_sheet(TEXT["sheet"])
    set_up(book, page)
    for number, step in enumerate(STEPS):
        add_step(book, page, START + number, step)
    add_end(book, page)
    add_own_times(book)
    add_fixed_points(book)
    add_days_off(book, f"'{TEXT['sheet']}'!{MEETINGS}")
    add_about(book, "utskrift/", TEXT["about"])
    return book.content()


def set_up(book: Book, page: Any) -> None:
    """How to use it, the header, and the row for the dates of the meetings."""
    for column, width in enumerate([36, 9, 12, 13, *[13] * KOMMUNER, 13]):
        book.set_width(page, column, width)
    book.write(page, 0, 0, book.title, "title")
    for row, text in enumerate(TEXT["how"], 1):
        book.write(page, row, 0, text, "line")
    for column, text in enumerate(TEXT["columns"]):
        book.write(page, HEADER, column, text, "header")
    book.write(page, HEADER, EARLIEST, TEXT["earliest"], "header")
    book.write(page, MEETING, 0, TEXT["meeting"], "header")
    for column in (LEAD, UNIT, BASIS, EARLIEST):
        book.write(page, MEETING, column, "", "fixed")
    for number in range(KOMMUNER):
        book.write(page, HEADER, FIRST + number, TEXT["kommune"].format(number=number + 1), "input-header")
        book.write(page, MEETING, FIRST + number, "", "input-date")
    hint(page, HEADER, FIRST, HEADER, TEXT["hints"]["name"], EARLIEST - 1)
    book.ask_date(page, MEETING, FIRST, EARLIEST - 1, TEXT["hints"]["meeting"])
    page.freeze_panes(MEETING + 1, 1)
    page.repeat_rows(HEADER)


def add_step(book: Book, page: Any, row: int, step: dict[str, Any]) -> None:
    """A step with its lead time, and its date for each kommune."""
    page.set_row(row, 1.5 * LINE_HEIGHT)
    book.write(page, row, 0, step["text"], "fixed")
    page.write_number(row, LEAD, step["time"], book.styles["number"])
    page.data_validation(row, LEAD, row, LEAD, whole_number())
    book.write(page, row, UNIT, step["unit"], "entered")
    page.data_validation(row, UNIT, row, UNIT, choice(TEXT["units"].values(), error_type="stop"))
    basis = (
        f'=IF(AND(B{row + 1}={step["time"]},C{row + 1}="{step["unit"]}"),"{TEXT["ours"]}","{TEXT["theirs"]}")'
    )
    page.write_formula(row, BASIS, basis, book.styles["computed"], TEXT["ours"])
    for column in range(FIRST, EARLIEST):
        book.compute(page, row, column, step_formula(row, column), "computed")
    add_earliest(book, page, row)


def add_end(book: Book, page: Any) -> None:
    """The meeting itself as the last step, and below it what may be wrong with the date."""
    book.write(page, END, 0, TEXT["end"], "fixed")
    book.write(page, END + 1, 0, TEXT["check"]["title"], "fixed")
    for row, columns in {END: (LEAD, UNIT, BASIS), END + 1: (LEAD, UNIT, BASIS, EARLIEST)}.items():
        for column in columns:
            book.write(page, row, column, "", "fixed")
    for column in range(FIRST, EARLIEST):
        meeting = f"{xl_col_to_name(column)}${MEETING + 1}"
        book.compute(page, END, column, f'=IF(ISNUMBER({meeting}),{meeting},"")', "computed")
        first = f"{xl_col_to_name(column)}{START + 1}"
        book.compute(page, END + 1, column, check_formula(meeting, first), "computed")
    add_earliest(book, page, END)
    page.set_row(END, 1.5 * LINE_HEIGHT)
    page.set_row(END + 1, 6 * LINE_HEIGHT)


def add_earliest(book: Book, page: Any, row: int) -> None:
    """The first of the kommuner's dates for the step, which binds the work they do together."""
    dates = f"{xl_col_to_name(FIRST)}{row + 1}:{xl_col_to_name(EARLIEST - 1)}{row + 1}"
    book.compute(page, row, EARLIEST, f'=IF(COUNT({dates})=0,"",MIN({dates}))', "computed-bold")


def add_own_times(book: Book) -> None:
    """A sheet for kommuner whose lead times differ; an empty cell means the common one."""
    words = TEXT["own"]
    page = book.add_sheet(words["sheet"])
    for column, width in enumerate([36, *[15] * KOMMUNER]):
        book.set_width(page, column, width)
    book.write(page, 0, 0, words["how"], "line")
    book.write(page, OWN_HEADER, 0, TEXT["columns"][0], "header")
    for number in range(KOMMUNER):
        name = f"='{TEXT['sheet']}'!{xl_col_to_name(FIRST + number)}{HEADER + 1}"
        text = TEXT["kommune"].format(number=number + 1)
        page.write_formula(OWN_HEADER, number + 1, name, book.styles["computed-bold"], text)
    for number, step in enumerate(STEPS, OWN_HEADER + 1):
        book.write(page, number, 0, step["text"], "fixed")
        for column in range(1, KOMMUNER + 1):
            book.write(page, number, column, "", "number")
    last = OWN_HEADER + len(STEPS)
    page.data_validation(OWN_HEADER + 1, 1, last, KOMMUNER, whole_number())
    page.freeze_panes(OWN_HEADER + 1, 1)


def whole_number() -> dict[str, Any]:
    """What a lead time may be."""
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": 0,
        "maximum": 999,
        "error_message": TEXT["hints"]["number"],
    }
