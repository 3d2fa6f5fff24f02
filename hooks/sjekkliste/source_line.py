"""The line under a section that says what it builds on: `Bygger på: V17-beslutning-02`."""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

from .items import MARKER, point_ids
from .model import Point
from .texts import TEXTS

TEXT = TEXTS["source"]


class SourceLines(BlockProcessor):
    """Turns the paragraph with the point ids into links to the editions they stand in."""

    def __init__(self, parser: BlockParser, points: Mapping[str, Point]) -> None:
        super().__init__(parser)
        self.points = points

    def test(self, parent: Element, block: str) -> bool:
        return block.startswith(MARKER)

    def run(self, parent: Element, blocks: list[str]) -> None:
        text = blocks.pop(0).removeprefix(MARKER).strip()
        if text == TEXT["own"]:
            SubElement(parent, "p", {"class": "source"}).text = TEXT["own-shown"]
        elif (line := source_line(point_ids(text), self.points)) is not None:
            parent.append(line)


def source_line(ids: Sequence[str], points: Mapping[str, Point]) -> Element | None:
    """One line that names and links each edition's page, with the points folded below.

    Unknown ids are passed over: the check has named them and stopped the build.
    """
    known = [points[one] for one in ids if one in points]
    if not known:
        return None
    block = Element("div", {"class": "source", "data-search-exclude": ""})
    lead = SubElement(block, "p")
    lead.text = TEXT["lead"] + " "
    pages = list({(point.edition, point.page): point for point in known}.values())
    for left, point in zip(range(len(pages) - 1, -1, -1), pages, strict=True):
        link = SubElement(lead, "a", {"href": point.url})
        link.text = TEXT["edition"].format(edition=point.edition, page=point.page)
        link.tail = "." if not left else f" {TEXT['and']} " if left == 1 else ", "
    block.append(point_list(known))
    return block


def point_list(points: Sequence[Point]) -> Element:
    """The points written out, folded until somebody asks."""
    one, many = TEXT["points"]
    folded = Element("details")
    summary = SubElement(folded, "summary")
    summary.text = one if len(points) == 1 else many.format(count=len(points))
    entries = SubElement(folded, "ul")
    for point in points:
        entry = SubElement(entries, "li")
        SubElement(entry, "span", {"class": "code"}).text = point.id
        entry[-1].tail = " " + point.says
    return folded
