"""The tables of a sheet as a document: a row for each item, and what a meeting fills in."""

from collections.abc import Sequence
from dataclasses import replace

from ..model.document import BOX, Cell, Control, Kind, Paragraph, Table
from ..model.guide import Checklist, Item
from ..model.rich_text import Run, runs
from ..texts import TEXTS, Words
from .sheets import Sheet

SHEETS, COLUMNS = Words("sheets"), Words("sheets", "columns")
# Wide enough for a click, and nothing on paper.
EMPTY = "\N{NO-BREAK SPACE}" * 6
ROW = 13
"""Millimetres to write by hand."""
LOW_ROW = 7
LOW_WIDTHS = (12, 14, 80, 34, 22, 24)
"""The same on an upright page, where everything must find room."""


def meeting(names: Sequence[str]) -> Table:
    """What a meeting fills in, by the names of the fields."""
    fill = SHEETS["fill"]
    kinds: dict[str, Kind] = {"date": "date"}
    empty = tuple(cell(Control(kinds.get(name, "text"), fill[name], EMPTY)) for name in names)
    header = tuple(column(fill[name]) for name in names)
    return Table(
        SHEETS["fill-name"], header, (empty,), (3, 2, 2, 6)[: len(names)], ROW if len(names) > 3 else LOW_ROW
    )


def list_table(checklist: Checklist, sheet: Sheet, site: str) -> Table:
    """The list as it stands on this sheet; `site` is the address that links start from."""
    make = kommuner if sheet.per_kommune else questions if checklist.kind == "decision" else tasks
    made = make(checklist, site)
    return replace(made, widths=LOW_WIDTHS, height=LOW_ROW) if sheet.upright else made


def tasks(checklist: Checklist, site: str) -> Table:
    """A box, and room for who, when and a note."""
    names = ("done", "code", "item", "owner", "due", "note")
    rows = tuple(
        (
            tick(Control("checkbox", f"{item.code} {COLUMNS['done']}", BOX)),
            cell(Run(item.code)),
            words(item, site),
            write_in(item, "owner"),
            cell(Control("date", f"{item.code} {COLUMNS['due']}", EMPTY)),
            write_in(item, "note"),
        )
        for item in checklist.items
    )
    header = tuple(column(COLUMNS[name]) for name in names)
    return Table(checklist.title, header, rows, (12, 14, 107, 46, 26, 64), ROW)


def questions(checklist: Checklist, site: str) -> Table:
    """A box for each answer, and room for a reason."""
    names = (COLUMNS["code"], COLUMNS["question"], *answers(), COLUMNS["reason"])
    rows = tuple(
        (
            cell(Run(item.code)),
            words(item, site),
            *(tick(Control("checkbox", f"{item.code} {answer}", BOX)) for answer in answers()),
            write_in(item, "reason"),
        )
        for item in checklist.items
    )
    return Table(checklist.title, tuple(map(column, names)), rows, (14, 107, 16, 16, 16, 16, 84), ROW)


def kommuner(checklist: Checklist, site: str) -> Table:
    """A choice for each kommune, which is a box on paper."""
    names = [column(COLUMNS[name]) for name in ("code", "question")]
    numbered = [COLUMNS["kommune"].format(number=number) for number in range(1, 5)]
    names += [(*column(f"{one}:"), Paragraph((Control("text", one, EMPTY),), "column")) for one in numbered]
    rows = tuple(
        (
            cell(Run(item.code)),
            words(item, site),
            *(cell(Control("choice", f"{item.code} {one}", BOX, answers())) for one in numbered),
        )
        for item in checklist.items
    )
    return Table(checklist.title, tuple(names), rows, (14, 115, 35, 35, 35, 35), ROW)


def answers() -> tuple[str, ...]:
    """The answers to a question, in their order."""
    return tuple(answer["text"] for answer in TEXTS["checklist"]["answers"])


def words(item: Item, site: str) -> Cell:
    """The item's text, and below it the help."""
    text = Paragraph(runs(item.html, site), "cell")
    return (text, Paragraph(runs(item.help_html, site), "hint")) if item.help else (text,)


def cell(*content: Run | Control) -> Cell:
    """A cell of one line, empty to write in where nothing is given."""
    return (Paragraph(content, "cell"),)


def tick(box: Control) -> Cell:
    """A cell with a box in its middle."""
    return (Paragraph((box,), "tick"),)


def write_in(item: Item, name: str) -> Cell:
    """A cell to write in, named by the item and the column."""
    return cell(Control("text", f"{item.code} {COLUMNS[name]}", EMPTY))


def column(name: str) -> Cell:
    """A cell of the header."""
    return (Paragraph((Run(name),), "column"),)
