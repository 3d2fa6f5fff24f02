"""The line under a section that says what it builds on: `Bygger på: V17-beslutning-02`."""

from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from ..content.citations import MARKER, own_text, point_ids
from ..model.facts import Claim, Source, by_address, by_edition
from ..model.rich_text import Run
from ..texts import Words, long_date
from ..texts.sentences import claims_sentence, guide_sentence

SOURCES = Words("source")


class SourceLines(BlockProcessor):
    """Turns the paragraph with the ids into links to what they stand in."""

    def __init__(self, parser: BlockParser, points: Mapping[str, Source]) -> None:
        super().__init__(parser)
        self.points = points

    def test(self, parent: Element, block: str) -> bool:
        return block.startswith(MARKER)

    def run(self, parent: Element, blocks: list[str]) -> None:
        text = blocks.pop(0)
        if own_text(text):
            SubElement(parent, "p", {"class": "source"}).text = SOURCES["own-shown"]
        elif (line := source_line(point_ids(text), self.points)) is not None:
            parent.append(line)


class SourcesAside(Treeprocessor):
    """Leaves a short link below each section, and gathers what the sections build on in a fold at the end of
    the page. That is put aside as finished HTML: none of it is Markdown, and inline Markdown is what takes
    most of a page's time."""

    def run(self, root: Element) -> None:
        assert self.md is not None
        entries = Element("ol")
        for parent in list(root.iter()):
            for number, child in enumerate(parent):
                if child.tag == "div" and child.get("class") == "source":
                    entries.append(child)
                    parent[number] = self.aside(short(child, len(entries)))
        if len(entries):
            root.append(self.aside(fold(entries)))

    def aside(self, element: Element) -> Element:
        """A place that the finished element comes back to."""
        assert self.md is not None
        place = Element("p")
        place.text = AtomicString(self.md.htmlStash.store(self.md.serializer(element)))
        return place


def short(entry: Element, number: int) -> Element:
    """What stands below the section: the way to the entry, and what we are not sure of, which moves here."""
    line = Element("p", {"class": "source"})
    entry.tag, entry.attrib["id"] = "li", f"kilde-{number}"
    link = SubElement(line, "a", {"href": f"#kilde-{number}"})
    link.text = SOURCES["short"].format(number=number, value=entry.attrib.pop("data-short"))
    for unsure in entry.findall("p[@class='source__unsure']"):
        entry.remove(unsure)
        unsure.tag = "span"
        line.append(unsure)
        link.tail = " "
    return line


def fold(entries: Element) -> Element:
    """All that the page builds on, folded until somebody asks."""
    folded = Element("details", {"class": "sources", "id": "kildeliste"})
    SubElement(folded, "summary").text = SOURCES["fold"].format(count=len(entries))
    folded.append(entries)
    return folded


def source_line(ids: Sequence[str], points: Mapping[str, Source]) -> Element | None:
    """What names and links each source, with what they say folded below.

    Unknown ids are passed over: the check has named them and stopped the build.
    """
    known = [points[one] for one in ids if one in points]
    if not known:
        return None
    claims = [one for one in known if isinstance(one, Claim)]
    block = Element("div", {"class": "source", "data-short": in_short(known)})
    if len(claims) < len(known):
        block.append(paragraph(guide_sentence(known)))
    if claims:
        block.append(claims_line(claims))
    if unsure := by_address(claim for claim in claims if claim.certainty != "høy"):
        block.append(unsure_line(unsure))
    block.append(fact_list(known))
    return block


def in_short(known: Sequence[Source]) -> str:
    """The editions of the guide, and how many other sources there are: `2017, 2022 og 2 andre`."""
    editions, others = [*by_edition(known)], len(by_address(known))
    words = SOURCES["more" if editions else "alone"][others > 1]
    parts = [*editions, *([words.format(count=others)] if others else ())]
    return f" {SOURCES['and']} ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)


def claims_line(claims: Sequence[Claim]) -> Element:
    """The other sources with their dates, and how and when the one that has waited longest was read."""
    line = paragraph(claims_sentence(claims))
    read = SOURCES["read"][min(claim.seen for claim in claims)]
    extend(line, " " + read.format(date=long_date(min(claim.checked for claim in claims))))
    return line


def unsure_line(sources: Sequence[Claim]) -> Element:
    """Asks the reader to look at the sources that we are not sure of."""
    line = Element("p", {"class": "source__unsure"})
    SubElement(line, "strong").text = SOURCES["unsure"]
    for place, claim in enumerate(sources):
        extend(line, "; " if place else " ")
        add_link(line, claim.url, claim.title)
    extend(line, ".")
    return line


def paragraph(runs: Iterable[Run]) -> Element:
    """Running text with its links."""
    element = Element("p")
    for run in runs:
        if run.href:
            add_link(element, run.href, run.text)
        else:
            extend(element, run.text)
    return element


def add_link(parent: Element, href: str, text: str) -> None:
    """A link last in the element."""
    SubElement(parent, "a", {"href": href}).text = text


def extend(element: Element, text: str) -> None:
    """Add text behind what the element already holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def fact_list(facts: Sequence[Source]) -> Element:
    """Points and claims written out."""
    entries = Element("ul")
    for fact in facts:
        entry = SubElement(entries, "li")
        SubElement(entry, "span", {"class": "code"}).text = fact.id
        extend(entry, f" {fact.says}")
        if isinstance(fact, Claim):
            until = SOURCES["certainty"].format(certainty=fact.certainty, date=long_date(fact.check_by))
            extend(entry, f" {until}")
    return entries
