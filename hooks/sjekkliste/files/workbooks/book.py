"""What every workbook has in common: print set-up, rows as high as their text, and how cells are written.

The same guide gives the same bytes: nothing here asks the clock.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from textwrap import wrap
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from ...model.guide import Guide
from ...texts import TEXTS, Words, long_date, trust

WORKBOOKS = Words("workbooks")
A4 = 9
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
LINE_HEIGHT = 15
# How many letters there are to a digit, which the widths are counted in.
LETTERS = 1.15
GREY = {"bg_color": "#E7E6E6"}
# As text, what is typed stays as it was typed, also if it begins with "=".
CELL = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#808080", "num_format": "@"}
# Where one writes also on a sheet whose formulas are protected.
OPEN = {"locked": False}
# All that spoils no formula.
ALLOWED = dict.fromkeys(("format_cells", "format_columns", "format_rows", "sort", "autofilter"), True)
DAY = {"num_format": "dd.mm.yyyy", "align": "left"}
STYLES: dict[str, dict[str, Any]] = {
    "plain": {"valign": "top", "text_wrap": True},
    "line": {},
    "title": {"bold": True, "font_size": 16},
    "header": {**CELL, **GREY, "bold": True},
    "fixed": {**CELL, **GREY},
    "entered": {**CELL, **OPEN},
    "date": {**CELL, **DAY, **OPEN},
    "number": {**CELL, "num_format": "0", "align": "left", **OPEN},
    "computed": {**CELL, **GREY, **DAY},
    "computed-bold": {**CELL, **GREY, **DAY, "bold": True},
    "year": {**CELL, **GREY, "num_format": "0", "align": "left"},
    # Where something is typed among what is computed.
    "input-header": {**CELL, "bold": True, "bg_color": "#FFF2CC", **OPEN},
    "input-date": {**CELL, **DAY, "bg_color": "#FFF2CC", **OPEN},
    "source": {**CELL, **GREY, "font_color": "#0563C1", "underline": 1},
    "link": {"valign": "top", "text_wrap": True, "font_color": "#0563C1", "underline": 1},
}


@dataclass(frozen=True)
class Column:
    """A column of a list to fill in: its header, its width in characters, its cells' style, and
    what is said beside the one in hand."""

    header: str
    width: float
    style: str = "entered"
    hint: str = ""
    hidden: bool = False


class Page(Worksheet):
    """A sheet whose rows grow when somebody writes more in them; the library fixes every height."""

    def _xml_start_tag_unencoded(self, tag: str, attributes: list[tuple[str, object]]) -> None:
        super()._xml_start_tag_unencoded(tag, [one for one in attributes if one[0] != "customHeight"])


class Book:
    """A workbook in the making; `content` ends it."""

    def __init__(self, guide: Guide, title: str) -> None:
        self.guide = guide
        self.title = title
        self.buffer = BytesIO()
        self.file = Workbook(self.buffer, {"in_memory": True})
        created = datetime.combine(guide.checked, time())
        comments = trust(guide.settings, guide.checked)
        self.file.set_properties({"title": title, "created": created, "comments": comments})
        self.styles = {name: self.file.add_format(style) for name, style in STYLES.items()}
        self.widths: dict[tuple[str, int], float] = {}
        self.lines: dict[tuple[str, int], int] = {}

    def add_sheet(self, name: str) -> Any:
        """A new sheet, A4 landscape, as wide as the paper, with page numbers when printed."""
        sheet = self.file.add_worksheet(name, Page)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        side, of = TEXTS["sheets"]["page"]
        # As large as it says, however much the sheet shrinks to fit the paper.
        as_it_is = {"scale_with_doc": False}
        sheet.set_header(f"&L&8{escaped(self.title)} · {TEXTS['sheets']['subject']} · &A", as_it_is)
        age = TEXTS["trust"]["checked"].format(date=long_date(self.guide.checked))
        sheet.set_footer(f"&L&8{age}\n{TEXTS['sheets']['running']}&R&8{side} &P {of} &N", as_it_is)
        return sheet

    def set_width(self, sheet: Any, column: int, width: float, **more: Any) -> None:
        """The column's width in characters; before its cells are written."""
        self.widths[sheet.name, column] = width
        sheet.set_column(column, column, width, None, more)

    def write(self, sheet: Any, row: int, column: int, text: str, style: str) -> None:
        """The text as text, also where it looks like a formula, a number or an address.

        The row becomes high enough for it: not every program sees to that."""
        if not text:
            sheet.write_blank(row, column, None, self.styles[style])
            return
        sheet.write_string(row, column, text, self.styles[style])
        if STYLES[style].get("text_wrap"):
            lines = len(wrap(text, int(self.widths[sheet.name, column] * LETTERS)))
            if lines > self.lines.get((sheet.name, row), 1):
                self.lines[sheet.name, row] = lines
                sheet.set_row(row, lines * LINE_HEIGHT)

    def make_room(self, sheet: Any, row: int, lines: int = 2) -> None:
        """The row gets at least so many lines, for those who write by hand."""
        if self.lines.get((sheet.name, row), 1) < lines:
            self.lines[sheet.name, row] = lines
            sheet.set_row(row, lines * LINE_HEIGHT)

    def compute(self, sheet: Any, row: int, column: int, formula: str, style: str) -> None:
        """A formula that gives nothing until somebody has typed in a date."""
        sheet.write_formula(row, column, formula, self.styles[style], "")

    def ask_date(
        self, sheet: Any, row: int, column: int, last: int, text: str, last_row: int | None = None
    ) -> None:
        """Takes only dates in these cells: with other years the days off would be wrong."""
        rule = {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
        words = {"input_message": text, "error_message": WORKBOOKS["date-error"]}
        sheet.data_validation(row, column, row if last_row is None else last_row, last, {**rule, **words})

    def protect(self, sheet: Any) -> None:
        """Keeps formulas from being written over by a slip; there is no password."""
        sheet.protect("", ALLOWED)

    def head_list(self, sheet: Any, columns: Sequence[Column], row: int, last: int) -> None:
        """The header in this row: it stays in sight, is printed on every page, and filters the rows
        down to `last`."""
        for place, column in enumerate(columns):
            self.set_width(sheet, place, column.width, hidden=column.hidden)
            self.write(sheet, row, place, column.header, "header")
            if column.hint:
                hint(sheet, row + 1, place, last, column.hint)
        sheet.repeat_rows(row)
        sheet.autofilter(row, 0, last, len(columns) - 1)

    def content(self) -> bytes:
        """The finished file."""
        self.file.close()
        return self.buffer.getvalue()


def escaped(text: str) -> str:
    """The text as it stands in a header, where & begins a code. ECMA-376-1, 18.3.1.46"""
    return text.replace("&", "&&")


def hint(sheet: Any, row: int, column: int, last: int, text: str, last_column: int | None = None) -> None:
    """Says the text beside the cells while one of them is in hand."""
    end = column if last_column is None else last_column
    sheet.data_validation(row, column, last, end, {"validate": "any", "input_message": text})


def choice(words: Iterable[str], **more: Any) -> dict[str, Any]:
    """A drop-down with these words. Others give a warning only: the kommune may have its own."""
    return {"validate": "list", "source": list(words), "error_type": "warning", **more}
