"""Reads a page's Markdown by line, to find what the Markdown parser would drop in silence.

pymdownx.blocks turns a misspelt block name or option into plain text, and an unclosed
block swallows the rest of the page; neither says so, and its tree knows no line numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .blocks import END, START, SourceBlock
from .items import ALMOST_ITEM, MARKER, Fault, Line, fault, own_text, point_ids

FENCE = re.compile(r"^ *(?P<fence>`{3,}|~{3,})")
HEADING = re.compile(r"^(?P<level>#{2,6}) +(?P<title>.*?)\s*(?:\{[^}]*#(?P<id>[\w.-]+)[^}]*\})?[ #]*$")


@dataclass
class PageSource:
    """What stands on a page: blocks, headings' ids, and the points that its sections claim."""

    blocks: list[SourceBlock] = field(default_factory=list)
    anchors: list[Line] = field(default_factory=list)
    claims: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


class SourceReader:
    """Goes through the lines once. Between them it remembers the open block, the section that
    has not yet said what it builds on, and what the line above was."""

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
            self.end_section()
            self.end_block(complete=False)
            self.block = SourceBlock(line.number, start["name"], start["title"] or "", start["slashes"])
        elif self.block:
            self.block.add(line)
        elif end:
            self.blame(line, "stray-end")
        else:
            self.read_prose(line)
        self.above = line.text.strip()

    def finish(self) -> PageSource:
        """The page, when every line is read."""
        self.end_block(complete=False)
        self.end_section()
        return self.page

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
        self.claiming &= bool(line.text.strip())
        if ALMOST_ITEM.match(line.text):
            self.blame(line, "outside")
        elif line.text.startswith(MARKER) or self.claiming:
            self.read_claims(line)
        elif heading := HEADING.match(line.text):
            self.read_heading(line, heading)

    def read_heading(self, line: Line, heading: re.Match[str]) -> None:
        if heading["level"] == "##":
            self.end_section()
            self.section = Line(line.number, heading["title"])
        if heading["id"]:
            self.page.anchors.append(Line(line.number, heading["id"]))
        else:
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
    """Read the Markdown below a page's front matter; `first_line` is where it begins."""
    reader = SourceReader()
    for line in outside_fences(text, first_line):
        reader.read(line)
    return reader.finish()


def outside_fences(text: str, first_line: int) -> Iterator[Line]:
    """The lines that are not code, with tabs as the spaces that Markdown takes them for."""
    fence = ""
    for number, line in enumerate(text.expandtabs(4).splitlines(), first_line):
        found = FENCE.match(line)
        if found and (not fence or found["fence"].startswith(fence)):
            fence = "" if fence else found["fence"]
        elif not fence:
            yield Line(number, line)
