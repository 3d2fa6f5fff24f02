"""The line under a section that says what it builds on: `Bygger på: V17-beslutning-02`."""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

from .claims import MARKER, own_text, point_ids
from .model import Point, by_edition
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
        text = blocks.pop(0)
        if own_text(text):
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
    editions = by_edition(known)
    for place, (edition, pages) in enumerate(editions.items(), 1):
        extend(lead, TEXT["edition"].format(edition=edition) + " (")
        for left, page in zip(range(len(pages) - 1, -1, -1), pages, strict=True):
            link = SubElement(lead, "a", {"href": page.url})
            link.text = page.page
            link.tail = ")" if not left else f" {TEXT['and']} " if left == 1 else ", "
        extend(lead, "." if place == len(editions) else f" {TEXT['and']} ")
    block.append(point_list(known))
    return block


def extend(element: Element, text: str) -> None:
    """Add text behind what the element already holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


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
