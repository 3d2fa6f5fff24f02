"""Reads a page's Markdown by line, to find what the Markdown parser would drop in silence.

pymdownx.blocks turns a misspelt block name or option into plain text, and an unclosed
block swallows the rest of the page; neither says so, and its tree knows no line numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .blocks import DISPLACED_START, END, START, SourceBlock
from .citations import ALMOST_MARKER, MARKER, POINTS, own_text, point_ids
from .items import ALMOST_ITEM
from .problems import Fault, Line, fault

FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[^`]*$")
HEADING = re.compile(r"^(?P<level>#{1,6}) +(?P<title>[^{]*?)(?: +\{[^}]*#(?P<id>[\w.-]+)[^}]*\})?[ #]*$")
ALMOST_HEADING = re.compile(r"^[ >*+-]*#{2,6}[^#]|^#[^# ]")
UNDERLINE = re.compile(r"^(?:-{3,}|={3,}) *$")


@dataclass
class PageSource:
    """What stands on a page: blocks, headings' ids, and the points that its sections claim."""

    blocks: list[SourceBlock] = field(default_factory=list)
    anchors: list[Line] = field(default_factory=list)
    claims: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def all_claims(self) -> Iterator[Line]:
        """What sections and items build on, where it stands."""
        yield from self.claims
        for block in self.blocks:
            for item in block.items:
                yield from item.sources


class SourceReader:
    """Goes through the lines once. Between them it remembers the open block, the section that
    has not yet said what it builds on, and the text that the line must stand apart from."""

    def __init__(self) -> None:
        self.page = PageSource()
        self.block: SourceBlock | None = None
        self.section: Line | None = None
        self.above = ""
        self.claiming = False

    def read(self, line: Line) -> None:
        """Take the next line."""
        end = END.match(line.text)
        if self.block and end and end["slashes"] == self.block.slashes:
            self.end_block(complete=True)
        elif start := START.match(line.text):
            self.start_block(line, start)
        elif self.block:
            self.block.add(line)
        elif end:
            self.blame(line, "stray-end")
        else:
            self.read_prose(line)
            return
        self.above, self.claiming = "", False

    def read_code(self, line: Line, *, closed: bool) -> None:
        """Take the first line of a code block; inside a checklist there is no place for one."""
        if self.block:
            self.block.add(line)
        elif not closed:
            self.blame(line, "unclosed-fence")
        self.above, self.claiming = "", False

    def finish(self) -> PageSource:
        """The page, when every line is read."""
        self.end_block(complete=False)
        self.end_section()
        return self.page

    def start_block(self, line: Line, start: re.Match[str]) -> None:
        self.end_section()
        self.end_block(complete=False)
        if self.above:
            self.blame(line, "block-not-apart")
        self.block = SourceBlock(
            line.number, start["name"], start["title"], start["slashes"], bool(start["bar"])
        )

    def end_block(self, *, complete: bool) -> None:
        if self.block:
            self.block.close(complete=complete)
            self.page.faults.extend(self.block.all_faults())
            if self.block.known:
                self.page.blocks.append(self.block)
        self.block = None

    def end_section(self) -> None:
        if self.section:
            self.blame(self.section, "no-section-source", title=self.section.text)
        self.section = None

    def read_prose(self, line: Line) -> None:
        text = line.text.strip()
        if self.claiming and text and not POINTS.match(text):
            self.blame(line, "text-under-source")
        self.claiming &= bool(POINTS.match(text))
        if DISPLACED_START.match(line.text):
            self.blame(line, "displaced-block")
        elif ALMOST_ITEM.match(line.text):
            self.blame(line, "outside")
        elif line.text.startswith(MARKER) or self.claiming:
            self.read_claims(line)
        elif ALMOST_MARKER.match(line.text):
            self.blame(line, "bad-source-line")
        elif heading := HEADING.match(line.text):
            self.read_heading(line, heading)
            text = ""
        elif ALMOST_HEADING.match(line.text) or (self.above and UNDERLINE.match(line.text)):
            self.blame(line, "bad-heading")
        self.above = text

    def read_heading(self, line: Line, heading: re.Match[str]) -> None:
        if heading["level"] == "##":
            self.end_section()
            self.section = Line(line.number, heading["title"])
        if heading["id"]:
            self.page.anchors.append(Line(line.number, heading["id"]))
        elif heading["level"] != "#":
            self.blame(line, "no-heading-id")

    def read_claims(self, line: Line) -> None:
        if self.above and not self.claiming:
            self.blame(line, "source-not-apart")
        self.section, self.claiming = None, True
        points = [] if own_text(line.text) else point_ids(line.text)
        self.page.claims.extend(Line(line.number, point) for point in points)
        if not points and not own_text(line.text):
            self.blame(line, "no-points")

    def blame(self, line: Line, key: str, **values: str) -> None:
        self.page.faults.append(fault(line.number, key, **values))


def read_source(text: str, first_line: int = 1) -> PageSource:
    """Read the Markdown below a page's front matter; `first_line` is where it begins.

    Code blocks and HTML comments are passed over, as they are when the page is made.
    """
    reader = SourceReader()
    for line, closed in outside_comments(text, first_line):
        if FENCE.match(line.text):
            reader.read_code(line, closed=closed)
        else:
            reader.read(line)
    return reader.finish()


def readable_lines(text: str, first_line: int) -> Iterator[Line]:
    """The lines that are neither code nor comments."""
    return (line for line, _ in outside_comments(text, first_line) if not FENCE.match(line.text))


def outside_comments(text: str, first_line: int) -> Iterator[tuple[Line, bool]]:
    """The lines outside comments; of a code block only the first, and whether the block ends."""
    lines = [Line(number, one) for number, one in enumerate(text.expandtabs(4).split("\n"), first_line)]
    place = 0
    while place < len(lines):
        line, last = lines[place], closing(lines, place)
        if FENCE.match(line.text) or not (last > place or is_comment(line)):
            yield line, last > place
        place = last + 1


def is_comment(line: Line) -> bool:
    """Whether the line is an HTML comment, or the beginning of one."""
    return line.text.startswith("<!--")


def closing(lines: list[Line], place: int) -> int:
    """Where the code block or comment that begins at this place ends; the same place where none
    begins, or where it never ends."""
    text = lines[place].text
    if fence := FENCE.match(text):
        ends = (n for n in range(place + 1, len(lines)) if lines[n].text.rstrip() == fence["fence"])
    elif is_comment(lines[place]):
        ends = (n for n in range(place, len(lines)) if "-->" in lines[n].text)
    else:
        return place
    return next(ends, place)
