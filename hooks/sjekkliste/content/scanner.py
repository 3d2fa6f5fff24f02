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
ALMOST_HEADING = re.compile(r"^[ >*+-]*#{2,6}[^#]|^#[^# ]|^#+ +\{")
UNDERLINE = re.compile(r"^(?:-{3,}|={3,}) *$")
CODE_INDENT = "    "
CODE_IN_LIST = 2 * CODE_INDENT
LIST = re.compile(r"^ {0,3}(?:[-*+]|\d+\.) +\S")
DASHES = re.compile(r"^\|? *:?-+:? *(?:\| *:?-+:? *)*\|?$")
CELL = re.compile(r"(?<!\\)\|")
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
MARKS = {
    "unclosed-comment": re.compile(r"^<!--"),
    "html": re.compile(r"(?<!\\)<(?!https?://|mailto:)[a-zA-Z/!?]"),
    "box": re.compile(r"^ *(?:!!!|\?\?\?)"),
    "footnote": re.compile(r"\[\^"),
    "braces": re.compile(r"^(?!#|///).*(?<!\\)\{(?! *#[^}]*\} *$)"),
    "image-words": re.compile(r"!\[\s*\]\("),
    "link-words": re.compile(r"\[\s*\]\("),
    "link-form": re.compile(r"(?<!\\)\](?: \((?=\S*(?:/|\.\w|#))|\([^)]*$|\[)|\)\[\S+\]"),
    "list-form": re.compile(r"^ {0,3}(?:[•·▪◦‣]|-(?=[^\W\d_])|\d+\) )"),
    "signs": re.compile(r"~~|(?<![\w:]):[a-z_]+:(?![\w:])"),
}
"""What would stand as signs in the text, lead nowhere or be taken for something else, outside code."""


@dataclass
class PageSource:
    """What stands on a page: blocks, headings' ids, and the points that its sections claim."""

    blocks: list[SourceBlock] = field(default_factory=list)
    titles: list[Line] = field(default_factory=list)
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

    def __init__(self, *, intro: bool) -> None:
        self.page = PageSource()
        self.intro = intro
        self.block: SourceBlock | None = None
        self.section: Line | None = None
        self.early: Line | None = None
        self.header: Line | None = None
        self.columns = 0
        self.level = 0
        self.prose = False
        self.above = ""
        self.claiming = self.in_list = False

    def read(self, line: Line) -> None:
        """Take the next line."""
        bare = CODE.sub("", line.text)
        if found := next((key for key, mark in MARKS.items() if mark.search(bare)), None):
            self.blame(line, found)
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
        self.break_off()

    def break_off(self) -> None:
        """What stands above is no longer part of what comes."""
        if self.header:
            self.blame(self.header, "no-dashes")
        self.header, self.columns = None, 0
        self.above, self.claiming, self.in_list = "", False, False

    def read_code(self, line: Line, *, closed: bool) -> None:
        """Take the first line of a code block; inside a checklist there is no place for one."""
        if self.block:
            self.block.add(line)
        elif not closed:
            self.blame(line, "unclosed-fence")
        self.break_off()

    def finish(self) -> PageSource:
        """The page, when every line is read."""
        self.end_block(complete=False)
        self.end_section()
        self.break_off()
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
        if self.section and (self.prose or self.level > 1):
            self.blame(self.section, "no-section-source", title=self.section.text)
        self.section = None

    def read_prose(self, line: Line) -> None:
        text = line.text.strip()
        if text and not self.page.titles and not line.text.startswith("# "):
            self.early = self.early or line
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
        elif (heading := HEADING.match(line.text)) and heading["title"]:
            self.read_heading(line, heading)
            text = ""
        elif ALMOST_HEADING.match(line.text) or (self.above and UNDERLINE.match(line.text)):
            self.blame(line, "bad-heading")
        else:
            self.prose = self.prose or bool(text)
            self.read_layout(line, text)
        self.above = text

    def read_layout(self, line: Line, text: str) -> None:
        """Lists and indents, which become something else where a line is not quite right."""
        self.read_row(line, text)
        entry = bool(LIST.match(line.text) or MARKS["list-form"].match(line.text))
        if entry and self.above and not (self.in_list or self.columns):
            self.blame(line, "list-not-apart")
        elif text and not self.above and line.text.startswith(CODE_IN_LIST if self.in_list else CODE_INDENT):
            self.blame(line, "set-in")
        if text and (entry or not (self.above or line.text.startswith(" "))):
            self.in_list = entry

    def read_row(self, line: Line, text: str) -> None:
        """A table has a line of dashes below its header, and as many cells in each row."""
        if self.header:
            if not DASHES.match(text):
                self.blame(self.header, "no-dashes")
            self.columns, self.header = count_cells(self.header.text.strip()), None
        elif text.startswith("|") and not self.columns:
            self.header = line
            if self.above:
                self.blame(line, "table-not-apart")
        if not text:
            self.columns = 0
        elif self.columns and (cells := count_cells(text)) != self.columns:
            self.blame(line, "row-cells", cells=str(cells), columns=str(self.columns))

    def read_heading(self, line: Line, heading: re.Match[str]) -> None:
        level = len(heading["level"])
        self.break_off()
        if level == 1:
            if self.early and not self.page.titles:
                self.blame(self.early, "text-above-title")
            if re.search(r"[*_`\[\]]", heading["title"]):
                self.blame(line, "title-markup")
            self.page.titles.append(Line(line.number, heading["title"]))
            self.section, self.prose = self.page.titles[-1] if self.intro else None, False
        elif self.level and level > self.level + 1:
            self.blame(line, "heading-level", right="#" * (self.level + 1))
        if level == 2:
            self.end_section()
            self.section = Line(line.number, heading["title"])
        self.level = level
        if heading["id"]:
            self.page.anchors.append(Line(line.number, heading["id"]))
        elif level > 1:
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


def count_cells(text: str) -> int:
    """How many cells the row has."""
    row = CODE.sub("", text).removeprefix("|")
    return len(CELL.findall(row)) + (not re.search(r"(?<!\\)\|$", row))


def read_source(text: str, first_line: int = 1, *, intro: bool = True) -> PageSource:
    """Read the Markdown below a page's front matter; `first_line` is where it begins, and `intro` tells
    whether what stands above the first section must say what it builds on.

    Code blocks and HTML comments are passed over, as they are when the page is made.
    """
    reader = SourceReader(intro=intro)
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
        if FENCE.match(line.text) or not (last > place or (is_comment(line) and "-->" in line.text)):
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
