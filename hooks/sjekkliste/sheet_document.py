"""A sheet as a document: the same content as on the page that the browser prints."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .document import BOX, Block, Cell, Control, Document, Kind, Paragraph, Style, Table
from .model import Checklist, Guide, Item
from .rich_text import Run, runs
from .sentences import builds_on
from .sheets import Sheet
from .texts import TEXTS, trust

TEXT = TEXTS["sheets"]
COLUMNS = TEXT["columns"]
ANSWERS = tuple(answer["text"] for answer in TEXTS["checklist"]["answers"])
KOMMUNER = tuple(COLUMNS["kommune"].format(number=number) for number in range(1, 5))
# Wide enough for a click, and nothing on paper.
EMPTY = "\N{NO-BREAK SPACE}" * 6
ROW = 13
"""Millimetres to write by hand."""
LOW_ROW = 7
LOW_WIDTHS = (12, 14, 80, 34, 22, 24)
"""The same on an upright page, where everything must find room."""


def sheet_document(sheet: Sheet, guide: Guide) -> Document:
    """The sheet on A4."""
    return Document(
        id=sheet.id,
        title=sheet.title,
        description=TEXT["description"].format(title=sheet.title),
        dated=guide.checked,
        blocks=(*head(sheet, guide), *body(sheet, guide), *sources(sheet, guide)),
        landscape=not sheet.upright,
        tight=sheet.upright,
        address=guide.settings.site_url + sheet.short,
        header=f"{sheet.title} · {TEXT['subject']}",
        footer=(trust(guide.settings, guide.checked), TEXT["running"]),
    )


def head(sheet: Sheet, guide: Guide) -> Iterator[Block]:
    """What the sheet is, the way to the page, and what a meeting fills in first."""
    address = guide.settings.site_url + sheet.url
    yield Paragraph((Run(sheet.title),), "title")
    subject = (
        f"{sheet.phase} · {TEXT['subject']}" if sheet.phase not in ("", sheet.title) else TEXT["subject"]
    )
    yield Paragraph((Run(subject),), "subject")
    yield Paragraph((Run(TEXT["read-more"] + " "), Run(address, href=address)), "small")
    yield meeting(("kommuner", "case", "date") if sheet.upright else ("kommuner", "case", "date", "present"))
    yield Paragraph((Run(TEXTS["notice"].strip()),), "small")


def meeting(names: Sequence[str]) -> Table:
    """What a meeting fills in."""
    fill = TEXT["fill"]
    kinds: dict[str, Kind] = {"date": "date"}
    empty = tuple(cell(Control(kinds.get(name, "text"), fill[name], EMPTY)) for name in names)
    header = tuple(column(fill[name]) for name in names)
    return Table(
        TEXT["fill-name"], header, (empty,), (3, 2, 2, 6)[: len(names)], ROW if len(names) > 3 else LOW_ROW
    )


def body(sheet: Sheet, guide: Guide) -> Iterator[Block]:
    """Each list with its heading."""
    for number, (phase, lists) in enumerate(sheet.parts):
        if phase:
            yield Paragraph((Run(phase),), "heading-1", new_page=number > 0)
        for one in lists:
            if not sheet.upright:
                style: Style = "heading-2" if phase else "heading-1"
                yield Paragraph((Run(f"{one.code} {one.title}"),), style)
            if sheet.per_kommune:
                yield Paragraph((Run(TEXT["per_kommune"].strip()),), with_next=True)
            table = kommuner if sheet.per_kommune else questions if one.kind == "decision" else tasks
            made = table(one, guide.settings.site_url)
            yield replace(made, widths=LOW_WIDTHS, height=LOW_ROW) if sheet.upright else made


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
    names = (COLUMNS["code"], COLUMNS["question"], *ANSWERS, COLUMNS["reason"])
    rows = tuple(
        (
            cell(Run(item.code)),
            words(item, site),
            *(tick(Control("checkbox", f"{item.code} {answer}", BOX)) for answer in ANSWERS),
            write_in(item, "reason"),
        )
        for item in checklist.items
    )
    return Table(checklist.title, tuple(map(column, names)), rows, (14, 107, 16, 16, 16, 16, 84), ROW)


def kommuner(checklist: Checklist, site: str) -> Table:
    """A choice for each kommune, which is a box on paper."""
    names = [column(COLUMNS[name]) for name in ("code", "question")]
    names += [(*column(f"{one}:"), Paragraph((Control("text", one, EMPTY),), "column")) for one in KOMMUNER]
    rows = tuple(
        (
            cell(Run(item.code)),
            words(item, site),
            *(cell(Control("choice", f"{item.code} {one}", BOX, ANSWERS)) for one in KOMMUNER),
        )
        for item in checklist.items
    )
    return Table(checklist.title, tuple(names), rows, (14, 115, 35, 35, 35, 35), ROW)


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


def sources(sheet: Sheet, guide: Guide) -> Iterator[Block]:
    """What the sheet builds on, and how to reach its makers. Where there is help stands at every foot."""
    yield Paragraph(builds_on(guide.sources_of(sheet.checklists)), "small")
    if guide.settings.contact:
        yield Paragraph((Run(TEXTS["trust"]["contact"].format(contact=guide.settings.contact)),), "small")
