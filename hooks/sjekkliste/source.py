"""Reads a page's Markdown by line, to find what the Markdown parser would drop in silence.

pymdownx.blocks turns a misspelt block name or option into plain text, and an unclosed
block swallows the rest of the page; neither says so, and its tree knows no line numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from .items import (
    ALMOST_ITEM,
    MARKER,
    Fault,
    Line,
    SourceItem,
    fault,
    parse_items,
    point_ids,
)
from .model import Kind
from .texts import TEXTS

BLOCKS: dict[str, Kind] = {"sjekkliste": "checklist", "beslutning": "decision"}
OPTIONS = ("id", "kode")
START = re.compile(r"^ {0,3}(?P<slashes>/{3,})\s*(?P<name>[\wæøåÆØÅ-]+)\s*(?:\|\s*(?P<title>.*?)\s*)?$")
END = re.compile(r"^ {0,3}(?P<slashes>/{3,})\s*$")
FENCE = re.compile(r"^\s*(?P<fence>`{3,}|~{3,})")
OPTION = re.compile(r"^ {4,}(?P<name>[\wæøå-]+) *:(?P<value>.*)$")
HEADING = re.compile(r"^(?P<level>#{2,6}) +(?P<title>.*?)\s*(?:\{[^}]*#(?P<id>[\w.-]+)[^}]*\})?\s*$")


@dataclass
class SourceBlock:
    """A checklist block as written. Options keep the line they stand on."""

    line: int
    name: str
    title: str
    slashes: str
    options: dict[str, Line] = field(default_factory=dict)
    body: list[Line] = field(default_factory=list)
    items: list[SourceItem] = field(default_factory=list)

    def option(self, name: str) -> str:
        return self.options[name].text if name in self.options else ""


@dataclass
class PageSource:
    """What stands on a page: blocks, headings' ids and the points that its sections claim."""

    blocks: list[SourceBlock] = field(default_factory=list)
    anchors: list[Line] = field(default_factory=list)
    claims: list[Line] = field(default_factory=list)
    section: Line | None = None
    """The heading of a section that has not yet said what it builds on."""
    faults: list[Fault] = field(default_factory=list)


def read_source(text: str, first_line: int = 1) -> PageSource:
    """Read the Markdown below a page's front matter; `first_line` is where it begins."""
    page = PageSource()
    block: SourceBlock | None = None
    in_header = False
    for line in outside_fences(text, first_line):
        start, end = START.match(line.text), END.match(line.text)
        if block and end and end["slashes"] == block.slashes:
            close(page, block)
            block = None
        elif start:
            end_section(page)
            if block:
                page.faults.append(fault(block.line, "unclosed", name=block.name))
                close(page, block)
            block = open_block(page, line, start)
            in_header = True
        elif block and in_header and line.text.startswith("    "):
            read_option(page, block, line)
        elif block:
            in_header = False
            block.body.append(line)
        else:
            read_prose(page, line, stray_end=bool(end))
    if block:
        page.faults.append(fault(block.line, "unclosed", name=block.name))
        close(page, block)
    end_section(page)
    return page


def outside_fences(text: str, first_line: int) -> Iterator[Line]:
    """The lines that are not code."""
    fence = ""
    for number, line in enumerate(text.splitlines(), first_line):
        found = FENCE.match(line)
        if found and (not fence or found["fence"].startswith(fence)):
            fence = "" if fence else found["fence"]
        elif not fence:
            yield Line(number, line)


def open_block(page: PageSource, line: Line, start: re.Match[str]) -> SourceBlock:
    """Begin a block, and say so when no block has this name."""
    name = start["name"]
    if name not in BLOCKS:
        close_to = get_close_matches(name.lower(), BLOCKS, n=1, cutoff=0.5)
        suggestion = close_to[0] if close_to else "sjekkliste"
        page.faults.append(fault(line.number, "unknown-block", name=name, suggestion=suggestion))
    return SourceBlock(line.number, name, start["title"] or "", start["slashes"])


def read_option(page: PageSource, block: SourceBlock, line: Line) -> None:
    """One indented line right under the block's first."""
    found = OPTION.match(line.text)
    if not found:
        page.faults.append(fault(line.number, "option-form"))
    elif found["name"] not in OPTIONS:
        options = " og ".join(f"«{name}»" for name in OPTIONS)
        page.faults.append(fault(line.number, "unknown-option", option=found["name"], options=options))
    elif found["name"] in block.options:
        page.faults.append(fault(line.number, "option-twice", option=found["name"]))
    else:
        block.options[found["name"]] = Line(line.number, found["value"].strip())


def close(page: PageSource, block: SourceBlock) -> None:
    """Read the block's items and keep it, unless its name is unknown."""
    if block.name not in BLOCKS:
        return
    block.items, faults = parse_items(block.body)
    page.faults.extend(faults)
    page.blocks.append(block)


def read_prose(page: PageSource, line: Line, *, stray_end: bool) -> None:
    """A line outside the blocks."""
    if stray_end:
        page.faults.append(fault(line.number, "stray-end"))
    elif ALMOST_ITEM.match(line.text):
        page.faults.append(fault(line.number, "outside"))
    elif line.text.startswith(MARKER):
        read_claims(page, line)
    elif heading := HEADING.match(line.text):
        if heading["level"] == "##":
            end_section(page)
            page.section = Line(line.number, heading["title"])
        if heading["id"]:
            page.anchors.append(Line(line.number, heading["id"]))
        else:
            page.faults.append(fault(line.number, "no-heading-id"))


def end_section(page: PageSource) -> None:
    """A section that never said what it builds on is a fault."""
    if page.section:
        page.faults.append(fault(page.section.number, "no-section-source", title=page.section.text))
    page.section = None


def read_claims(page: PageSource, line: Line) -> None:
    """The points that the section above is said to build on, or that it is our own text."""
    page.section = None
    if line.text.removeprefix(MARKER).strip() == TEXTS["source"]["own"]:
        return
    points = point_ids(line.text)
    page.claims.extend(Line(line.number, point) for point in points)
    if not points:
        page.faults.append(fault(line.number, "no-points"))


def block_faults(block: SourceBlock) -> Iterator[Fault]:
    """What the block itself lacks; ids and codes are compared elsewhere."""
    texts = TEXTS["problems"]
    kind = texts["kinds"][block.name]
    if not block.title:
        yield fault(block.line, "no-title", Kind=kind, name=block.name)
    if not block.option("id"):
        yield fault(block.line, "no-id", What=kind, remedy=texts["remedies"]["block-id"])
    if not block.option("kode"):
        yield fault(block.line, "no-code", What=kind, remedy=texts["remedies"]["block-code"])
    if not block.items:
        yield fault(block.line, "empty", Kind=kind, title=block.title)
