"""The sheet with the days off of the years concerned, Easter computed by formula.

The years begin five before the first meeting: long enough for any lead time that makes sense.
"""

from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from ...texts import Words
from .book import Book

WORDS = Words("workbooks", "days-off")
# The names by which formulas call the cells with the days and with the years.
DAYS_OFF, YEARS = "fridager", "aar"
COLUMNS = 10
BEFORE = 5
YEAR, REST, EARLY, MOON, EASTER = 3, 4, 5, 6, 7
OWN_ROWS = 8
LONGEST = 45
"""Days of a period without meetings that are counted."""
# Days after Easter Sunday, and days of the year as month and day.
MOVABLE = {
    "maundy": -3,
    "good": -2,
    "easter-monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "pentecost-monday": 50,
}
FIXED = {
    "new-year": (1, 1),
    "may-1": (5, 1),
    "may-17": (5, 17),
    "christmas-eve": (12, 24),
    "christmas": (12, 25),
    "boxing": (12, 26),
    "new-years-eve": (12, 31),
}


def add_days_off(book: Book, meetings: str) -> None:
    """The sheet. `meetings` are the cells with the dates that decide which years it shows."""
    page = book.add_sheet(WORDS["sheet"])
    for column, width in enumerate([46, *[12] * COLUMNS]):
        book.set_width(page, column, width)
    for row, text in enumerate(WORDS["how"]):
        book.write(page, row, 0, text, "line")
    labels = ["year", "rest", "early", "moon", "easter", *MOVABLE, *FIXED]
    for row, name in enumerate(labels, YEAR):
        book.write(page, row, 0, WORDS["days"][name], "header" if row == YEAR else "fixed")
    for column in range(1, COLUMNS + 1):
        add_year(book, page, column, meetings)
    end = YEAR + len(labels)
    add_own(book, page, end)
    last = add_periods(book, page, end + OWN_ROWS)
    book.protect(page)
    page.freeze_panes(YEAR + 1, 1)
    name = f"='{WORDS['sheet']}'!"
    book.file.define_name(DAYS_OFF, name + xl_range_abs(EASTER, 1, last, COLUMNS))
    book.file.define_name(YEARS, name + xl_range_abs(YEAR, 1, YEAR, COLUMNS))


def add_year(book: Book, page: Any, column: int, meetings: str) -> None:
    """A year's column: the year, the way to Easter Sunday, and every day off."""
    letter = xl_col_to_name(column)
    year, rest, early, moon, easter = (f"{letter}{row + 1}" for row in (YEAR, REST, EARLY, MOON, EASTER))
    first = f'=IF(COUNT({meetings})=0,"",YEAR(MIN({meetings}))-{BEFORE})'
    following = f'=IF($B{YEAR + 1}="","",{xl_col_to_name(column - 1)}{YEAR + 1}+1)'
    book.compute(page, YEAR, column, first if column == 1 else following, "year")
    full_moon = f"DATE({year},3,21)+{moon}"
    formulas = {
        REST: (f"MOD({year},19)", "year"),
        EARLY: (f"MOD(19*{rest}+24,30)", "year"),
        MOON: (f"{early}-IF(OR({early}=29,AND({early}=28,{rest}>10)),1,0)", "year"),
        EASTER: (f"{full_moon}+8-WEEKDAY({full_moon})", "computed"),
    }
    days = [f"{easter}+{days}" for days in MOVABLE.values()]
    days += [f"DATE({year},{month},{day})" for month, day in FIXED.values()]
    formulas |= {row: (day, "computed") for row, day in enumerate(days, EASTER + 1)}
    for row, (formula, style) in formulas.items():
        book.compute(page, row, column, f'=IF({year}="","",{formula})', style)


def add_own(book: Book, page: Any, row: int) -> None:
    """Cells for the kommune's own days without meetings and deadlines."""
    for number in range(OWN_ROWS):
        book.write(page, row + number, 0, "" if number else WORDS["own"], "fixed")
        for column in range(1, COLUMNS + 1):
            book.write(page, row + number, column, "", "date")
    book.ask_date(page, row, 1, COLUMNS, WORDS["hint"], row + OWN_ROWS - 1)


def add_periods(book: Book, page: Any, row: int) -> int:
    """Cells for the first and the last day of periods without meetings, and hidden below them every day
    between. Returns the last row."""
    words = WORDS["period"]
    for number, name in enumerate(("first", "last")):
        book.write(page, row + number, 0, words[name], "fixed")
        for column in range(1, COLUMNS + 1):
            book.write(page, row + number, column, "", "date")
    book.ask_date(page, row, 1, COLUMNS, WORDS["hint"])
    letter = xl_col_to_name(1)
    first, last = f"{letter}{row + 1}", f"{letter}{row + 2}"
    rule = {"validate": "custom", "value": f"=AND(ISNUMBER({last}),{last}>={first},{last}<{first}+{LONGEST})"}
    texts = {"input_message": words["hint"], "error_message": words["error"]}
    page.data_validation(row + 1, 1, row + 1, COLUMNS, {**rule, **texts})
    for number in range(LONGEST):
        page.set_row(row + 2 + number, None, None, {"hidden": True})
        for column in range(1, COLUMNS + 1):
            letter = xl_col_to_name(column)
            first, last = f"{letter}${row + 1}", f"{letter}${row + 2}"
            known = f"AND(ISNUMBER({first}),ISNUMBER({last}),{first}+{number}<={last})"
            formula = f'=IF({known},{first}+{number},"")'
            book.compute(page, row + 2 + number, column, formula, "computed")
    return row + 1 + LONGEST
