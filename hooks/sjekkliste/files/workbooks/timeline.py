"""tidsplan.xlsx: counts back from the meeting of the kommunestyre, one column for each kommune.

A date is never moved closer to the next step than its lead time: where it would fall on a day off,
it goes to the working day before. A step whose lead time is 0 is not used, and has no date.
"""

from typing import Any

from jinja2 import Environment
from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from ...model.guide import Guide
from ...texts import TEXTS, Words
from .about import add_about, stated
from .book import LINE_HEIGHT, Book, choice, hint
from .days_off import DAYS_OFF, YEARS, add_days_off
from .fixed_points import add_fixed_points

WORDS = Words("workbooks", "timeline")
KOMMUNER = 8
LEAD, UNIT, BASIS, FIRST = 1, 2, 3, 4
EARLIEST = FIRST + KOMMUNER
OWN_HEADER = 2


def timeline_xlsx(guide: Guide, env: Environment) -> bytes:
    """The workbook. Until a date is typed, every computed cell is empty."""
    return Timeline(Book(guide, TEXTS["files"]["tidsplan.xlsx"]["title"])).content()


class Timeline:
    """The workbook and its first sheet: how to use it, the header, the dates of the meetings, a row for
    each step, and last the meeting itself."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.page = book.add_sheet(WORDS["sheet"])
        self.steps: list[dict[str, Any]] = WORDS["steps"]
        self.header = len(WORDS["how"]) + 2
        self.meeting = self.header + 1
        self.start = self.meeting + 1
        self.end = self.start + len(self.steps)

    def content(self) -> bytes:
        """The file."""
        self.set_up()
        for row, step in enumerate(self.steps, self.start):
            self.add_step(row, step)
        self.add_end()
        self.add_own_times()
        self.book.protect(self.page)
        add_fixed_points(self.book)
        meetings = xl_range_abs(self.meeting, FIRST, self.meeting, EARLIEST - 1)
        add_days_off(self.book, f"'{WORDS['sheet']}'!{meetings}")
        add_about(self.book, "utskrift/", stated(self.book.guide, "tidsplan"))
        return self.book.content()

    def set_up(self) -> None:
        """How to use it, the header, and the row for the dates of the meetings."""
        book, page, header, meeting = self.book, self.page, self.header, self.meeting
        for column, width in enumerate([36, 9, 12, 13, *[13] * KOMMUNER, 13]):
            book.set_width(page, column, width)
        book.write(page, 0, 0, book.title, "title")
        for row, text in enumerate(WORDS["how"], 1):
            book.write(page, row, 0, text, "line")
        for column, text in enumerate(WORDS["columns"]):
            book.write(page, header, column, text, "header")
        book.write(page, header, EARLIEST, WORDS["earliest"], "header")
        book.write(page, meeting, 0, WORDS["meeting"], "header")
        for column in (LEAD, UNIT, BASIS, EARLIEST):
            book.write(page, meeting, column, "", "fixed")
        for number in range(KOMMUNER):
            text = WORDS["kommune"].format(number=number + 1)
            book.write(page, header, FIRST + number, text, "input-header")
            book.write(page, meeting, FIRST + number, "", "input-date")
        hint(page, header, FIRST, header, WORDS["hints"]["name"], EARLIEST - 1)
        book.ask_date(page, meeting, FIRST, EARLIEST - 1, WORDS["hints"]["meeting"])
        page.freeze_panes(meeting + 1, 1)
        page.repeat_rows(header)

    def add_step(self, row: int, step: dict[str, Any]) -> None:
        """A step with its lead time, and its date for each kommune."""
        book, page, ours = self.book, self.page, WORDS["ours"]
        page.set_row(row, 1.5 * LINE_HEIGHT)
        book.write(page, row, 0, step["text"], "fixed")
        page.write_number(row, LEAD, step["time"], book.styles["number"])
        page.data_validation(row, LEAD, row, LEAD, whole_number())
        book.write(page, row, UNIT, step["unit"], "entered")
        page.data_validation(row, UNIT, row, UNIT, choice(WORDS["units"].values(), error_type="stop"))
        unchanged = f'AND(B{row + 1}={step["time"]},C{row + 1}="{step["unit"]}")'
        page.write_formula(
            row, BASIS, f'=IF({unchanged},"{ours}","{WORDS["theirs"]}")', book.styles["computed"], ours
        )
        for column in range(FIRST, EARLIEST):
            book.compute(page, row, column, self.step_formula(row, column), "computed")
        self.add_earliest(row)

    def step_formula(self, row: int, column: int) -> str:
        """The step's date: the lead time before the first of all below, on a working day. A row that is
        deleted or set in changes nothing for the others."""
        letter, own = xl_col_to_name(column), xl_col_to_name(column - FIRST + 1)
        units = WORDS["units"]
        common, unit = f"$B{row + 1}", f"$C{row + 1}"
        after = f"MIN({letter}{row + 2}:{letter}{self.end + 1})"
        own_cell = f"'{WORDS['own']['sheet']}'!{own}{row - self.start + OWN_HEADER + 2}"
        time = f'IF({own_cell}="",{common},{own_cell})'
        by_calendar = f'WORKDAY({after}-{time}*IF({unit}="{units["week"]}",7,1)+1,-1,{DAYS_OFF})'
        by_working_days = f"WORKDAY({after},-{time},{DAYS_OFF})"
        date = f'IF({unit}="{units["working"]}",{by_working_days},{by_calendar})'
        return f'=IF(AND(ISNUMBER({letter}${self.meeting + 1}),{time}<>0),{date},"")'

    def add_end(self) -> None:
        """The meeting itself as the last step, and below it what may be wrong with the date."""
        book, page, end = self.book, self.page, self.end
        book.write(page, end, 0, WORDS["end"], "fixed")
        book.write(page, end + 1, 0, WORDS["check"]["title"], "fixed")
        for row, columns in {end: (LEAD, UNIT, BASIS), end + 1: (LEAD, UNIT, BASIS, EARLIEST)}.items():
            for column in columns:
                book.write(page, row, column, "", "fixed")
        for column in range(FIRST, EARLIEST):
            letter = xl_col_to_name(column)
            meeting, steps = f"{letter}${self.meeting + 1}", f"{letter}{self.start + 1}:{letter}{end + 1}"
            book.compute(page, end, column, f'=IF(ISNUMBER({meeting}),{meeting},"")', "computed")
            formula = check_formula(meeting, steps, len(self.steps) + 1)
            book.compute(page, end + 1, column, formula, "computed")
        self.add_earliest(end)
        page.set_row(end, 1.5 * LINE_HEIGHT)
        page.set_row(end + 1, 6 * LINE_HEIGHT)

    def add_earliest(self, row: int) -> None:
        """The first of the kommuner's dates for the step, which binds the work they do together."""
        dates = f"{xl_col_to_name(FIRST)}{row + 1}:{xl_col_to_name(EARLIEST - 1)}{row + 1}"
        formula = f'=IF(COUNT({dates})=0,"",MIN({dates}))'
        self.book.compute(self.page, row, EARLIEST, formula, "computed-bold")

    def add_own_times(self) -> None:
        """A sheet for kommuner whose lead times differ; an empty cell means the common one."""
        book, words = self.book, WORDS["own"]
        page = book.add_sheet(words["sheet"])
        for column, width in enumerate([36, *[15] * KOMMUNER]):
            book.set_width(page, column, width)
        book.write(page, 0, 0, words["how"], "line")
        book.write(page, OWN_HEADER, 0, WORDS["columns"][0], "header")
        for number in range(KOMMUNER):
            name = f"='{WORDS['sheet']}'!{xl_col_to_name(FIRST + number)}{self.header + 1}"
            text = WORDS["kommune"].format(number=number + 1)
            page.write_formula(OWN_HEADER, number + 1, name, book.styles["computed-bold"], text)
        for number, step in enumerate(self.steps, OWN_HEADER + 1):
            book.write(page, number, 0, step["text"], "fixed")
            for column in range(1, KOMMUNER + 1):
                book.write(page, number, column, "", "number")
        page.data_validation(OWN_HEADER + 1, 1, OWN_HEADER + len(self.steps), KOMMUNER, whole_number())
        page.freeze_panes(OWN_HEADER + 1, 1)
        book.protect(page)


def check_formula(meeting: str, steps: str, rows: int) -> str:
    """Words on what is wrong with the meeting or the steps' dates, of which there are so many rows: the first
    that is true, the graver first."""
    says = WORDS["check"]
    first, day = f"MIN({steps})", f'TEXT({steps},"mmdd")'
    tests = {
        "date": f"NOT(ISNUMBER({meeting}))",
        "time": f"SUMPRODUCT(--ISERROR({steps}))>0",
        "rows": f"ROWS({steps})<>{rows}",
        "years": f"OR(YEAR({first})<MIN({YEARS}),YEAR({meeting})>MAX({YEARS}))",
        "closed": f"WORKDAY({meeting}+1,-1,{DAYS_OFF})<>INT({meeting})",
        "past": f"{first}<TODAY()",
        "summer": f'SUMPRODUCT(--(LEFT({day},2)="07"))>0',
        "christmas": f'SUMPRODUCT(({day}>="1224")*({day}<="1231"))>0',
    }
    formula = f'"{says["fine"]}"'
    for name, test in reversed(tests.items()):
        formula = f'IF({test},"{says[name]}",{formula})'
    return f'=IF({meeting}="","",{formula})'


def whole_number() -> dict[str, Any]:
    """What a lead time may be."""
    rule = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 999}
    return {**rule, "error_message": WORDS["hints"]["number"]}
