"""A case for the kommunestyre is described once: the draft on the page, the pages' text and the filled-in
example follow the documents to write in."""

import re
from pathlib import Path

from lxml import html

from sjekkliste.model.document import Document, ListBlock, Paragraph
from sjekkliste.model.rich_text import Run

from .paper import squeezed
from .pdf.expected import GUIDE
from .project import DOCS

CASES = {one.id: one for one in GUIDE.documents if "saksframlegg" in one.id}
START, DECISION = CASES["saksframlegg-oppstart"], CASES["saksframlegg-vedtak"]
DRAFT = "forarbeid/interkommunal-plan/saksframlegg/index.html"


def headings(document: Document, *styles: str) -> list[str]:
    """Those of its headings that have one of the styles."""
    found = [one for one in document.blocks if isinstance(one, Paragraph) and one.style in styles]
    return ["".join(part.text for part in one.content if isinstance(part, Run)) for one in found]


def leads(document: Document) -> list[str]:
    """What each point of the proposed decision is about."""
    proposal = next(one for one in document.blocks if isinstance(one, ListBlock))
    found = [item[0] for item in proposal.items]
    return [one.text.rstrip(":") for one in found if isinstance(one, Run) and one.bold]


def section(path: str, identity: str) -> str:
    """The text of a page's section."""
    text = (DOCS / path).read_text(encoding="utf-8")
    return text.partition(f"{{#{identity}}}")[2].partition("\n## ")[0]


def in_order(some: list[str], every: list[str]) -> bool:
    """Whether all of them are there, in the same order."""
    return [one for one in every if one in some] == some


def test_every_case_has_the_same_parts() -> None:
    parts = {name: headings(one, "heading-1") for name, one in CASES.items()}
    assert len({tuple(one) for one in parts.values()}) == 1, parts


def test_draft_has_every_line_of_the_document_and_a_place_for_each_note(site: Path) -> None:
    page = html.fromstring((site / DRAFT).read_text(encoding="utf-8"))
    (draft,) = page.xpath("//article[@data-document]")
    # What fills the words in brackets stands there when the page has started.
    for blank in draft.xpath(".//*[@data-blank]"):
        blank.text = blank.get("data-empty")
    told = squeezed("".join(draft.itertext()))
    for block in START.blocks:
        if isinstance(block, Paragraph) and block.style == "guidance":
            continue
        lines = block.items if isinstance(block, ListBlock) else ()
        for line in (block.content,) if isinstance(block, Paragraph) else lines:
            for part in line:
                shown = part.text if isinstance(part, Run) else "" if part.choices else part.shown
                assert squeezed(shown) in told
    source = (DOCS.parent / "templates" / "pages" / "saksframlegg.html").read_text(encoding="utf-8")
    wanted = source.partition("{% set notes = {")[2].partition("}")[0]
    assert len(draft.xpath(".//*[@data-notes]")) == wanted.count(": ")
    assert {one.get("data-blank") for one in draft.xpath(".//*[@data-blank]")} == {
        "kommune",
        "form",
        "caseNumber",
        "period",
    }
    assert len(draft.xpath(".//*[@data-only]")) == 2
    assert len(draft.xpath(".//section[@data-with='answers']")) == 1


def test_notes_in_the_draft_are_those_of_items_that_exist(site: Path) -> None:
    page = html.fromstring((site / DRAFT).read_text(encoding="utf-8"))
    noted = [one for place in page.xpath("//*[@data-notes]/@data-notes") for one in place.split()]
    assert noted
    assert set(noted) <= {item.id for one in GUIDE.checklists for item in one.items}


def test_pages_tell_of_the_decision_in_the_words_and_order_of_the_document() -> None:
    rows = re.findall(r"^\| ([^|]+?) \|", section("forarbeid/beslutning.md", "innhold"), re.MULTILINE)
    assert leads(START)[1:7] == [one for one in rows if one != "Tema"]
    bold = re.compile(r"^(?:-|\d\.) \*\*(.+?):\*\*", re.MULTILINE)
    told = bold.findall(section("vedtak/vedtaket.md", "innhold"))
    assert told
    assert in_order(told, leads(DECISION))
    shown = bold.findall(section("vedtak/vedtaket.md", "saksframlegget"))
    assert shown
    assert in_order(shown, headings(DECISION, "heading-1", "heading-2"))


def test_example_is_filled_in_after_the_document() -> None:
    example = CASES["eksempel-fjellvik-saksframlegg"]
    assert headings(example, "heading-1", "heading-2") == headings(DECISION, "heading-1", "heading-2")
    assert leads(example) == leads(DECISION)
