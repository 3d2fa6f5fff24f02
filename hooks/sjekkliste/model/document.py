"""A document to write in, as frozen values: what every format of a sheet or a document is made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from .rich_text import Run

Style = Literal[
    "text",
    "title",
    "subject",
    "heading-1",
    "heading-2",
    "guidance",
    "small",
    "cell",
    "code",
    "tick",
    "hint",
    "column",
    "tick-column",
]
Kind = Literal["checkbox", "choice", "date", "text"]
BOX = "☐"


@dataclass(frozen=True)
class Control:
    """What the reader fills in on the screen. `name` tells what it is for, in at most 64 signs;
    `shown` stands there until it is filled in."""

    kind: Kind
    name: str
    shown: str
    choices: tuple[str, ...] = ()


Inline = tuple[Run | Control, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in one of the document's styles, on a new page if need be. `id` is its anchor, where it
    has one."""

    content: Inline
    style: Style = "text"
    new_page: bool = False
    with_next: bool = False
    id: str = ""
    kind: ClassVar[str] = "paragraph"


@dataclass(frozen=True)
class ListBlock:
    """A list with bullets or numbers."""

    items: tuple[Inline, ...]
    numbered: bool = False
    kind: ClassVar[str] = "list"


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True)
class Table:
    """A table whose header is repeated on every page. `widths` are shares of the page's width;
    no row is lower than `height` millimetres. A `whole` table is not divided between pages. The cells of
    column number `head` tell what their row is about, if any do."""

    name: str
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    height: int = 0
    whole: bool = False
    head: int | None = None
    kind: ClassVar[str] = "table"


Block = Paragraph | ListBlock | Table


@dataclass(frozen=True)
class Document:
    """A file on A4 paper. `header` stands on every page but the first, `footer` on every page
    with the page's number. `dated` is when its text was last checked, `address` what a QR code at the
    top leads to, if there is one, and `url` the page that it belongs to, seen from the site's root. A
    `tight` document has small margins, so that more can stand on a page. A `printed` one is made to be
    printed, too, not only to be written in."""

    id: str
    title: str
    description: str
    dated: date
    blocks: tuple[Block, ...]
    landscape: bool = False
    tight: bool = False
    printed: bool = False
    address: str = ""
    url: str = ""
    header: str = ""
    footer: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """What the file is called when it is open: by its own heading, not by what we call the template."""
        first = self.blocks[0]
        parts = first.content if isinstance(first, Paragraph) else ()
        return "".join(part.text if isinstance(part, Run) else part.shown for part in parts)

    @property
    def margin(self) -> int:
        """The margin at the top and the sides, in millimetres."""
        return 12 if self.tight else 14 if self.landscape else 19

    @property
    def bottom(self) -> int:
        """The margin below, with room for the footer."""
        return 16 if self.tight else 18

    @property
    def size(self) -> tuple[int, int]:
        """The paper's width and height, in millimetres."""
        return (297, 210) if self.landscape else (210, 297)

    def columns(self, table: Table) -> list[float]:
        """The widths of the table's columns, in millimetres."""
        room = self.size[0] - 2 * self.margin
        return [room * width / sum(table.widths) for width in table.widths]

    def links(self) -> list[str]:
        """Every address that the document leads to, once."""
        found = (part.href for part in self.inlines() if isinstance(part, Run) and part.href)
        return list(dict.fromkeys(found))

    def inlines(self) -> Iterator[Run | Control]:
        """Everything that stands in paragraphs, lists and cells."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield from block.content
            elif isinstance(block, ListBlock):
                for item in block.items:
                    yield from item
            elif isinstance(block, Table):
                for cell in (*block.header, *(cell for row in block.rows for cell in row)):
                    for paragraph in cell:
                        yield from paragraph.content
