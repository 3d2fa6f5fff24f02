"""The sheet for a meeting: who was there, what was decided last time and today, and who follows it up."""

from collections.abc import Iterator

from ..model.document import BOX, Block, Control, Document, Paragraph, Table
from ..model.guide import Guide
from ..model.rich_text import Run
from ..texts import TEXTS, Words, trust
from .sheet_tables import EMPTY, LOW_ROW, cell, column, meeting, tick, write_in
from .sheets import MEETING as NAME

MEETING, SHEETS = Words("meeting"), Words("sheets")
PLAN = "planarbeidet/"
WIDTHS = {
    "what": 8,
    "role": 6,
    "code": 2,
    "item": 8,
    "owner": 4,
    "due": 2,
    "done": 2,
    "place": 6,
    "caller": 6,
}


def meeting_sheet(guide: Guide) -> Document:
    """The sheet on one upright A4 page."""
    return Document(
        id=NAME,
        title=MEETING["title"],
        description=MEETING["use"],
        dated=guide.checked,
        blocks=tuple(blocks(guide)),
        tight=True,
        printed=True,
        address=guide.settings.site_url + PLAN,
        url=PLAN,
        header=f"{MEETING['title']} · {SHEETS['subject']}",
        footer=(trust(guide.settings, guide.checked), SHEETS["running"]),
    )


def blocks(guide: Guide) -> Iterator[Block]:
    """The head, and a table below each heading."""
    address = guide.settings.site_url + PLAN
    yield Paragraph((Run(MEETING["title"]),), "title")
    yield Paragraph((Run(SHEETS["subject"]),), "subject")
    yield Paragraph((Run(MEETING["filled"] + " "), Run(address, href=address)), "small")
    yield meeting(("kommuner", "case", "date"))
    yield Paragraph((Run(TEXTS["notice"].strip()),), "small")
    for part in MEETING["parts"]:
        yield Paragraph((Run(part["title"]),), "heading-1")
        yield part_table(part["title"], part["columns"], part["rows"])


def part_table(title: str, columns: list[str], rows: int) -> Table:
    """A table of this many empty rows."""
    row = tuple(
        tick(Control("checkbox", f"{title}: {MEETING['columns'][name]}", BOX))
        if name == "done"
        else cell(Control("date", MEETING["columns"][name], EMPTY))
        if name == "due"
        else write_in(f"{title}: {MEETING['columns'][name]}")
        for name in columns
    )
    header = tuple(
        column(MEETING["columns"][name], "tick-column" if name == "done" else "column") for name in columns
    )
    return Table(title, header, (row,) * rows, tuple(WIDTHS[name] for name in columns), LOW_ROW, whole=True)
