"""The lines inside a checklist block: items, their help, their link and their sources.

    - [ ] F3.2 Skriv et mandat {#beslutning-mandat}
        Hva gruppen skal levere, til hvem og når.
        [Om mandatet](#mandat)
        Bygger på: V17-beslutning-02

The item line carries code, text and id. Of the indented lines below it, one that is
only a link leads to the text that explains the item, one that begins with the source
marker names its points, and the rest is help.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .texts import TEXTS

ITEM = re.compile(
    r"^- \[ \] +(?:(?P<code>[A-ZÆØÅ][0-9A-ZÆØÅa-zæøå.-]*\d[.\d]*)(?: +|$))?"
    r"(?P<text>.*?)\s*(?:\{ *#(?P<id>[^}]*?) *\})?\s*$"
)
ALMOST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s*\[[ xX]?\]")
LINK = re.compile(r"^\[(?P<text>[^\]]+)\]\((?P<href>[^)\s]+)\)$")
MARKER: str = TEXTS["source"]["marker"]


@dataclass(frozen=True)
class Line:
    """A line of the source. `number` counts from 1 at the file's top."""

    number: int
    text: str


@dataclass(frozen=True)
class Fault:
    """What is wrong on a line, and the remedy, in the editor's language."""

    line: int
    message: str


@dataclass
class SourceItem:
    """An item as written: text and help are still Markdown."""

    line: int
    code: str
    id: str
    text: str
    help: list[str] = field(default_factory=list)
    more: tuple[str, str] | None = None
    sources: list[Line] = field(default_factory=list)


def fault(line: int, key: str, **values: str) -> Fault:
    """The message that the texts file has under this key."""
    return Fault(line, TEXTS["problems"][key].format(**values).strip())


def own_text(text: str) -> bool:
    """Whether a source line says that the text is our own."""
    return bool(text.strip().removeprefix(MARKER).strip() == TEXTS["source"]["own"])


def point_ids(text: str) -> list[str]:
    """The ids after the source marker; empty where none is written."""
    return [part for part in re.split(r"[,\s]+", text.strip().removeprefix(MARKER)) if part]


def parse_items(lines: Iterable[Line]) -> tuple[list[SourceItem], list[Fault]]:
    """Read a block's body. Every line that would be lost on the page is a fault."""
    items: list[SourceItem] = []
    faults: list[Fault] = []
    blank, apart = True, False  # apart: an indented line after a blank one
    for line in lines:
        text = line.text.strip()
        if found := ITEM.match(line.text):
            if apart and not blank:
                faults.append(fault(line.number, "lost-item"))
            code, words, identity = (found[name] or "" for name in ("code", "text", "id"))
            items.append(SourceItem(line.number, code, identity, words))
            apart = False
        elif ALMOST_ITEM.match(line.text):
            faults.append(fault(line.number, "bad-item"))
        elif text and items and line.text.startswith("  "):
            add_detail(items[-1], line.number, text)
            apart = apart or blank
        elif text:
            faults.append(fault(line.number, "stray-line"))
        blank = not text
    return items, faults


def add_detail(item: SourceItem, number: int, text: str) -> None:
    """Add one indented line to the item it stands under."""
    if text.startswith(MARKER):
        points = [] if own_text(text) else point_ids(text)
        item.sources.extend(Line(number, point) for point in points)
    elif (link := LINK.match(text)) and not item.more:
        item.more = (link["text"], link["href"])
    else:
        item.help.append(text)


def item_faults(item: SourceItem) -> Iterator[Fault]:
    """What the item itself lacks; ids and codes are compared elsewhere."""
    texts = TEXTS["problems"]
    what, remedies = texts["point"], texts["remedies"]
    if not item.code:
        yield fault(item.line, "no-code", What=what, remedy=remedies["item-code"])
    if not item.id:
        yield fault(item.line, "no-id", What=what, remedy=remedies["item-id"])
    if not item.text:
        yield fault(item.line, "no-text")
    if not item.sources:
        yield fault(item.line, "no-source")
