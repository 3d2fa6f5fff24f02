"""The lines inside a checklist block: items, their help, their link and their sources.

    - [ ] F3.6 Skriv et mandat {#beslutning-mandat}
        Hva gruppen skal levere, til hvem og når.
        [Om mandatet](#mandat)
        Tidligere: beslutning-oppdrag
        Minst dette: Mandatet er det planen senere blir målt mot.
        Bygger på: V17-beslutning-02

The item line carries code, text and id. Of the indented lines below it, one that is only a
link leads to the text that explains the item. One with a marker of its own names the ids it
had before, another says why it is among the few that a kommune with little time should do,
and one that begins with an answer says where that answer to a question lands (see answers.py).
Those from the source marker on name its points, and the rest is help, in running text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..model.guide import Kind, Place
from ..texts import problem_texts
from .answers import looks_like_answer, places, read_weight, weight_faults
from .citations import ALMOST_MARKER, MARKER, POINTS, almost, own_text, point_ids
from .problems import Fault, Line, fault

ITEM = re.compile(
    r"^- \[ \] +(?:(?P<code>[A-ZÆØÅ][0-9A-ZÆØÅa-zæøå.-]*\d[.\d]*)(?:\s+|$))?"
    r"(?P<text>.*?)\s*(?:\{ *#(?P<id>[^}]*?) *\})?\s*$"
)
ALMOST_ITEM = re.compile(r"^[\s>]*(?:(?:[-*+–—•]|\d+[.)])\s*\[(?:\s*|[xX])\](?!\()|[☐☑☒□]\s)")
IMAGE = re.compile(r"!\[.*?\]\(.*?\)")
LINK = re.compile(r"^\[(?P<text>[^\]]+)\]\((?P<href>[^)\s]+)\)$")
# Lists, headings, quotes, tables, definitions and blocks: help is one paragraph.
NOT_RUNNING_TEXT = re.compile(r"^(?:[-*+] |\d+[.)] |#+ |>|\||\[[^\]]+\]: |/{3,}|`{3,}|~{3,})")

FORMERLY = "Tidligere:"
ESSENTIAL = "Minst dette:"
MISTAKES = {
    "bad-source-line": ALMOST_MARKER,
    "bad-formerly": almost(FORMERLY),
    "bad-essential": almost(ESSENTIAL),
    "bad-help": NOT_RUNNING_TEXT,
}
"""What a line below an item looks like when it is not quite what it should be."""
HELP = "-hjelp"
"""What is added to an item's id to name its help."""


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
    formerly: list[Line] = field(default_factory=list)
    essential_because: str = ""
    weights: dict[str, Line] = field(default_factory=dict)
    in_sources: bool = False

    @property
    def weighs(self) -> dict[str, Place]:
        """Where each answer lands; empty on a checklist."""
        return places(self.weights)

    def add(self, line: Line) -> Fault | None:
        """Take one indented line below the item; what cannot be shown is a fault."""
        text = line.text.strip()
        self.in_sources = text.startswith(MARKER) or (self.in_sources and bool(POINTS.match(text)))
        if self.in_sources:
            points = [] if own_text(text) else point_ids(text)
            have = {source.text for source in self.sources}
            self.sources += [Line(line.number, one) for one in dict.fromkeys(points) if one not in have]
        elif text.startswith(FORMERLY):
            return self.add_formerly(line)
        elif weight := read_weight(line):
            return self.add_weight(*weight)
        elif text.startswith(ESSENTIAL):
            return self.add_essential(line)
        elif key := next((key for key, mistake in MISTAKES.items() if mistake.match(text)), ""):
            return fault(line.number, key)
        elif looks_like_answer(text):
            return fault(line.number, "bad-answer")
        elif link := LINK.match(text):
            others, self.more = self.more, (link["text"], link["href"])
            return fault(line.number, "second-link") if others else None
        else:
            self.help.append(text)
        return None

    def add_formerly(self, line: Line) -> Fault | None:
        """Take the line with the ids that the item had before."""
        ids = line.text.strip().removeprefix(FORMERLY).replace(",", " ").split()
        self.formerly += [Line(line.number, one) for one in ids]
        return None if ids else fault(line.number, "no-formerly")

    def add_essential(self, line: Line) -> Fault | None:
        """Take the line that says why the item is among the essentials."""
        again = self.essential_because
        self.essential_because = line.text.strip().removeprefix(ESSENTIAL).strip()
        key = "essential-twice" if again else "" if self.essential_because else "bad-essential"
        return fault(line.number, key) if key else None

    def add_weight(self, answer: str, place: Line) -> Fault | None:
        """Take the line that says where an answer lands."""
        if answer in self.weights:
            return fault(place.number, "weight-twice")
        self.weights[answer] = place
        return None

    def missing(self, kind: Kind) -> Iterator[Fault]:
        """What the item lacks on a list of this kind; ids and codes are compared elsewhere."""
        yield from weight_faults(kind, self.line, self.weights)
        texts = problem_texts()
        what, remedies = texts["point"], texts["remedies"]
        if not self.code:
            yield fault(self.line, "no-code", What=what, remedy=remedies["item-code"])
        if not self.id:
            yield fault(self.line, "no-id", What=what, remedy=remedies["item-id"])
        if not re.search(r"\w", re.sub(r"<!--.*?-->|<[^>]*>", "", IMAGE.sub("", self.text))):
            yield fault(self.line, "no-text")
        if IMAGE.search(" ".join((self.text, *self.help))):
            yield fault(self.line, "image-in-item")
        if not self.sources:
            yield fault(self.line, "no-source")


def parse_items(lines: Iterable[Line]) -> tuple[list[SourceItem], list[Fault]]:
    """Read a block's body. Every line that would be lost on the page is a fault."""
    items: list[SourceItem] = []
    faults: list[Fault | None] = []
    blank, apart = True, False  # apart: an indented line after a blank one
    for line in lines:
        if found := ITEM.match(line.text):
            if apart and not blank:
                faults.append(fault(line.number, "lost-item"))
            code, identity, words = (found[name] or "" for name in ("code", "id", "text"))
            items.append(SourceItem(line.number, code, identity, words))
            apart = False
        elif ALMOST_ITEM.match(line.text):
            faults.append(fault(line.number, "bad-item"))
        elif line.text.startswith("  ") and line.text.strip() and items:
            faults.append(items[-1].add(line))
            apart = apart or blank
        elif line.text.strip():
            faults.append(fault(line.number, "stray-line"))
        blank = not line.text.strip()
    return items, [one for one in faults if one]
