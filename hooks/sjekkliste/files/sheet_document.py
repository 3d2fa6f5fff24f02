"""A sheet as a document, which each format draws: what stands on it, in which order, and where it breaks."""

from collections.abc import Iterator

from ..model.document import Block, Document, Paragraph, Style
from ..model.guide import Guide
from ..model.rich_text import Run
from ..texts import TEXTS, Words, trust
from ..texts.sentences import closing
from .sheet_tables import list_table, meeting
from .sheets import Sheet

SHEETS = Words("sheets")


def sheet_document(sheet: Sheet, guide: Guide) -> Document:
    """The sheet on A4."""
    return Document(
        id=sheet.id,
        title=sheet.title,
        description=sheet.description,
        dated=guide.checked,
        blocks=(*head(sheet, guide), *body(sheet, guide)),
        landscape=not sheet.upright,
        tight=sheet.upright,
        address=guide.settings.site_url + sheet.short,
        url=sheet.url,
        header=f"{sheet.title} · {SHEETS['subject']}",
        footer=(trust(guide.settings, guide.checked), SHEETS["running"]),
    )


def head(sheet: Sheet, guide: Guide) -> Iterator[Block]:
    """What the sheet is, the way to the page, and what a meeting fills in first."""
    address = guide.settings.site_url + sheet.url
    yield Paragraph((Run(sheet.title),), "title")
    subject = f"{sheet.phase} · {SHEETS['subject']}" if sheet.phase else SHEETS["subject"]
    yield Paragraph((Run(subject),), "subject")
    yield Paragraph((Run(SHEETS["read-more"] + " "), Run(address, href=address)), "small")
    yield meeting(("kommuner", "case", "date") if sheet.upright else ("kommuner", "case", "date", "present"))
    yield Paragraph((Run(TEXTS["notice"].strip()),), "small")
    # The sources stand first, where they cannot end up alone on a last page.
    yield Paragraph(closing(guide.sources_of(sheet.checklists), guide), "small")


def body(sheet: Sheet, guide: Guide) -> Iterator[Block]:
    """Each list with its heading."""
    for number, (phase, lists) in enumerate(sheet.parts):
        if phase:
            yield Paragraph((Run(phase),), "heading-1", new_page=number > 0)
        for one in lists:
            if not sheet.upright:
                style: Style = "heading-2" if phase else "heading-1"
                yield Paragraph((Run(f"{one.code} {one.title}"),), style, id=one.id)
            if sheet.per_kommune:
                yield Paragraph((Run(SHEETS["per_kommune"].strip()),), with_next=True)
            yield list_table(one, sheet, guide.settings.site_url)
