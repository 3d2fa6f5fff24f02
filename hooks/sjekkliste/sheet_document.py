"""A sheet as a document: the same content as on the page that the browser prints."""

from collections.abc import Iterator
from dataclasses import replace

from .document import BOX, Block, Cell, Control, Document, Paragraph, Table
from .model import Checklist, Guide, Item
from .rich_text import Run, runs
from .sentences import builds_on, help_line
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
LOW_ROW = 6
LOW_WIDTHS = (12, 14, 100, 32, 16, 18)
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
    if not sheet.upright:
        yield Paragraph((Run(subject),), "subject")
    yield Paragraph((Run(TEXT["read-more"] + " "), Run(address, href=address)), "small")
    if not sheet.upright:
        fill = TEXT["fill"]
        empty = (cell(), cell(), cell(Control("date", fill["date"], EMPTY)), cell())
        yield Table(TEXT["fill-name"], tuple(map(column, fill.values())), (empty,), (3, 2, 2, 6), ROW)
    yield Paragraph((Run(TEXTS["notice"].strip()),), "small")


def body(sheet: Sheet, guide: Guide) -> Iterator[Block]:
    """Each list with its heading."""
    for one in sheet.checklists:
        if not sheet.upright:
            yield Paragraph((Run(f"{one.code} {one.title}"),), "heading-1")
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
            cell(Control("checkbox", f"{item.code} {COLUMNS['done']}", BOX)),
            cell(Run(item.code)),
            words(item, site),
            cell(),
            cell(Control("date", f"{item.code} {COLUMNS['due']}", EMPTY)),
            cell(),
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
            *(cell(Control("checkbox", f"{item.code} {answer}", BOX)) for answer in ANSWERS),
            cell(),
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


def column(name: str) -> Cell:
    """A cell of the header."""
    return (Paragraph((Run(name),), "column"),)


def sources(sheet: Sheet, guide: Guide) -> Iterator[Block]:
    """What the sheet builds on, how to reach its makers, and where there is help."""
    yield Paragraph(builds_on(guide.sources_of(sheet.checklists)), "small")
    if guide.settings.contact:
        yield Paragraph((Run(TEXTS["trust"]["contact"].format(contact=guide.settings.contact)),), "small")
    if not sheet.upright:  # Its foot has the same numbers.
        yield Paragraph(help_line(), "small")
