"""The tables of a sheet as a document: a row for each item, and what a meeting fills in."""

from collections.abc import Sequence
from dataclasses import replace

from ..model.document import BOX, Cell, Control, Kind, Paragraph, Style, Table
from ..model.guide import Checklist, Item
from ..model.rich_text import Run, runs
from ..texts import TEXTS, Words
from .sheets import Sheet

SHEETS, COLUMNS = Words("sheets"), Words("sheets", "columns")
# Wide enough for a click, and nothing on paper.
EMPTY = "\N{NO-BREAK SPACE}" * 6
ROW = 12
"""Millimetres to write by hand."""
FIELD = 10
"""The same for what a meeting fills in."""
TALL_ROW = 16
"""The same for an answer and its reason."""
LOW_ROW = 7
LOW_WIDTHS = (11, 14, 13, 76, 30, 18, 24)
"""The same on an upright page, where everything must find room."""
OWN = 2
"""Rows for what a kommune adds."""


def meeting(names: Sequence[str]) -> Table:
    """What a meeting fills in, by the names of the fields."""
    fill = SHEETS["fill"]
    kinds: dict[str, Kind] = {"date": "date"}
    empty = tuple(cell(Control(kinds.get(name, "text"), fill[name], EMPTY)) for name in names)
    header = tuple(column(fill[name]) for name in names)
    height = FIELD if len(names) > 3 else LOW_ROW
    return Table(SHEETS["fill-name"], header, (empty,), (3, 2, 2, 6)[: len(names)], height)


def list_table(checklist: Checklist, sheet: Sheet, site: str) -> Table:
    """The list as it stands on this sheet; `site` is the address that links start from."""
    if sheet.upright:
        return replace(tasks(checklist, site, 0), widths=LOW_WIDTHS, height=LOW_ROW)
    if sheet.per_kommune:
        return kommuner(checklist, site)
    return questions(checklist, site) if checklist.kind == "decision" else tasks(checklist, site, OWN)


def tasks(checklist: Checklist, site: str, own: int) -> Table:
    """A box for what is done and one for what does not apply, and room for who, when and a note; last as many
    rows as this for the kommune's own."""
    rows = [task(item.code, words(item, site)) for item in checklist.items]
    rows += [task("", write_in(COLUMNS["own"], f"{COLUMNS['own']}: "))] * own
    header = (
        *(column(COLUMNS[name], "tick-column") for name in ("done", "na")),
        *(column(COLUMNS[name]) for name in ("code", "item", "owner", "due", "note")),
    )
    return Table(checklist.title, header, tuple(rows), (12, 16, 14, 101, 46, 26, 54), ROW, head=3)


def task(code: str, text: Cell) -> tuple[Cell, ...]:
    """A row for an item, or for one that is still to be written."""
    name = code or COLUMNS["own"]
    return (
        *(tick(Control("checkbox", f"{name} {COLUMNS[box]}", BOX)) for box in ("done", "na")),
        coded(code),
        text,
        write_in(f"{name} {COLUMNS['owner']}"),
        cell(Control("date", f"{name} {COLUMNS['due']}", EMPTY)),
        write_in(f"{name} {COLUMNS['note']}"),
    )


def questions(checklist: Checklist, site: str) -> Table:
    """A box for each answer, and room for a reason."""
    header = (
        *(column(COLUMNS[name]) for name in ("code", "question")),
        *(column(answer, "tick-column") for answer in answers()),
        column(COLUMNS["reason"]),
    )
    rows = tuple(
        (
            coded(item.code),
            words(item, site),
            *(tick(Control("checkbox", f"{item.code} {answer}", BOX)) for answer in answers()),
            write_in(f"{item.code} {COLUMNS['reason']}"),
        )
        for item in checklist.items
    )
    return Table(checklist.title, header, rows, (14, 107, 16, 16, 16, 16, 84), ROW, head=1)


def kommuner(checklist: Checklist, site: str) -> Table:
    """For each kommune a choice, and below it room for the reason."""
    numbered = [COLUMNS["kommune"].format(number=number) for number in range(1, 5)]
    header = (
        *(column(COLUMNS[name]) for name in ("code", "question")),
        *((*column(f"{one}:"), Paragraph((Control("text", one, EMPTY),), "column")) for one in numbered),
    )
    rows = tuple(
        (coded(item.code), words(item, site), *(answer(item, one) for one in numbered))
        for item in checklist.items
    )
    return Table(checklist.title, header, rows, (14, 87, 42, 42, 42, 42), TALL_ROW, head=1)


def answer(item: Item, kommune: str) -> Cell:
    """The answer of one kommune, and its reason."""
    name = f"{item.code} {kommune}"
    return (
        *cell(Control("choice", name, EMPTY, answers())),
        *write_in(f"{name} {COLUMNS['reason']}"),
    )


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


def coded(code: str) -> Cell:
    """A cell with the item's code, or without one."""
    return (Paragraph((Run(code),) if code else (), "code"),)


def tick(box: Control) -> Cell:
    """A cell with a box in its middle."""
    return (Paragraph((box,), "tick"),)


def write_in(name: str, label: str = "") -> Cell:
    """A cell to write in, behind a label if there is one; `name` tells what it is for."""
    return cell(*[Run(label)] if label else [], Control("text", name, EMPTY))


def column(name: str, style: Style = "column") -> Cell:
    """A cell of the header."""
    return (Paragraph((Run(name),), style),)
