"""Reads docs/dokumenter/<id>.md: the documents that people write in.

    ## Bakgrunn {#bakgrunn}

    > Skriv her: Hvorfor saken kommer nå.

    Bygger på: V22-1.1-05

    [Navn på kommunen] har ikke noen plan i dag.

A document that is filled in says so at the foot of each page (`bunntekst`), and may be published to be read
and printed too (`skrives_ut`). A quote is guidance, and words in brackets are to be replaced: [stilling],
[dato for vedtaket], [Velg status: Ikke startet, Pågår]. A line of *** begins a page, and the dashes below a
table's header give the widths of its columns.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from ..content.citations import MARKER, own_text, point_ids
from ..content.pages import PageFile
from ..model.document import Block, Cell, Control, Document, Inline, Kind, ListBlock, Paragraph, Style, Table
from ..model.facts import Source
from ..model.guide import Settings
from ..model.page_html import plain
from ..model.rich_text import Run, runs
from ..texts import TEXTS, Words, trust
from ..texts.sentences import builds_on
from .elements import inline_html

DOCUMENTS = Words("documents")
WRITTEN_ON = "skriving/malen/"
"""The page that documents which are to be read, not written in, belong to."""
HEADINGS: Mapping[str, Style] = {"h1": "title", "h2": "heading-1", "h3": "heading-2"}
WIDTHS = re.compile(r"^\|?(?:[ :]*-[ :-]*\|)+[ :-]*$", re.MULTILINE)
ROW = 10
"""Millimetres to write in, in tables with empty cells."""
PLACEHOLDER = re.compile(r"(\[[^\]]+\])")
ALIAS = 64
"""The most signs that Word takes in the name of a control."""
SMALL = 6
"""The most rows of a table that is kept on one page."""


def documents(
    pages: Iterable[PageFile], points: Mapping[str, Source], settings: Settings
) -> tuple[Document, ...]:
    """The documents among the pages, in the order that their front matter gives."""
    found = [page for page in pages if page.is_document]
    found.sort(key=lambda page: (page.meta.get("nummer", 0), page.path))
    return tuple(DocumentReader(page, points, settings).read() for page in found)


class Tree(Treeprocessor):
    """Keeps the finished tree of a page."""

    root: Element

    def run(self, root: Element) -> None:
        self.root = root


class DocumentReader:
    """Goes through a page's blocks once, remembering the heading and a break between pages."""

    def __init__(self, page: PageFile, points: Mapping[str, Source], settings: Settings) -> None:
        self.page, self.points, self.settings = page, points, settings
        self.markdown = Markdown(extensions=["attr_list", "tables"])
        self.widths = [tuple(map(len, found.strip(" |").split("|"))) for found in WIDTHS.findall(page.body)]
        self.new_page = False
        self.heading = str(page.meta["title"])

    def read(self) -> Document:
        """The whole document, with what the reader must know below its title."""
        tree = Tree()
        self.markdown.treeprocessors.register(tree, "tree", -1)
        self.markdown.convert(self.page.body)
        blocks = [block for element in tree.root for block in self.blocks(element)]
        return Document(
            id=self.page.name,
            title=str(self.page.meta["title"]),
            description=str(self.page.meta["description"]),
            dated=self.page.meta["kontrollert"],
            blocks=tuple(with_guidance((blocks[0], *self.preface(), *blocks[1:]))),
            landscape=self.page.meta.get("liggende", False),
            printed=self.page.meta.get("skrives_ut", False),
            url=WRITTEN_ON if self.page.meta.get("skrives_ut") else "",
            footer=(str(said),) if (said := self.page.meta.get("bunntekst")) else (),
        )

    def preface(self) -> Iterator[Block]:
        """What the marks mean, what must never be written, and who made this."""
        checked = self.page.meta["kontrollert"]
        filled = self.page.meta.get("bunntekst")
        for text in (filled or DOCUMENTS["marks"], TEXTS["notice"], trust(self.settings, checked)):
            yield Paragraph((Run(text.strip()),), "guidance")

    def blocks(self, element: Element) -> Iterator[Block]:
        if element.tag == "hr":
            self.new_page = True
        elif element.tag == "blockquote":
            yield from (self.paragraph(child, "guidance") for child in element)
        elif element.tag in ("ul", "ol"):
            items = tuple(self.inline(item) for item in element)
            yield ListBlock(items, numbered=element.tag == "ol")
        elif element.tag == "table":
            yield self.table(element)
        elif (element.text or "").startswith(MARKER):
            yield Paragraph(self.source(element.text or ""), "guidance")
        else:
            yield self.paragraph(element, HEADINGS.get(element.tag, "text"))

    def paragraph(self, element: Element, style: Style) -> Paragraph:
        made = Paragraph(self.inline(element), style, self.new_page)
        if style != "guidance":
            self.new_page = False
        if style in HEADINGS.values():
            self.heading = plain(inline_html(element, self.markdown, self.page.path))
        return made

    def source(self, text: str) -> Inline:
        """What a section builds on: pages of the guide, or nothing but ourselves."""
        if own_text(text):
            return (Run(DOCUMENTS["own"], bold=True),)
        return builds_on(self.points[one] for one in point_ids(text) if one in self.points)

    def table(self, element: Element) -> Table:
        header, *rows = (tuple(self.cells(row)) for row in element.iter("tr"))
        empty = any(not cell[0].content for row in rows for cell in row)
        height = ROW if empty else 0
        return Table(self.heading, header, tuple(rows), self.widths.pop(0), height, len(rows) <= SMALL)

    def cells(self, row: Element) -> Iterator[Cell]:
        for cell in row:
            yield (Paragraph(self.inline(cell), "column" if cell.tag == "th" else "cell"),)

    def inline(self, element: Element) -> Inline:
        html = inline_html(element, self.markdown, self.page.path)
        return tuple(
            part for run in runs(html, self.settings.site_url, line_break="\n") for part in fields(run)
        )


def with_guidance(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; guidance stays on the page of what it leads to, but not what ends a section."""
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        ends = after is None or (isinstance(after, Paragraph) and after.style in HEADINGS.values())
        if isinstance(block, Paragraph) and block.style == "guidance" and not ends:
            block = replace(block, with_next=True)
        yield block


def fields(run: Run) -> Iterator[Run | Control]:
    """The run with a control for each word in brackets."""
    for part in PLACEHOLDER.split(run.text):
        if PLACEHOLDER.fullmatch(part):
            yield field(part)
        elif part:
            yield Run(part, run.bold, run.italic, run.href)


def field(shown: str) -> Control:
    """What is filled in where these words stand, brackets included."""
    name, _, choices = shown.strip("[]").partition(":")
    if choices and name.startswith(DOCUMENTS["choice"]):
        return Control("choice", name[:ALIAS], f"[{name}]", tuple(one.strip() for one in choices.split(",")))
    kind: Kind = "date" if name.startswith(DOCUMENTS["date"]) else "text"
    return Control(kind, shown.strip("[]")[:ALIAS], shown)
