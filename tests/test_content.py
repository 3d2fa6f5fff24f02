"""What the guide says: every point told, every claim true, and the words that were agreed."""

import re
from collections.abc import Mapping

import pytest

from sjekkliste.content.check import check
from sjekkliste.content.pages import PageFile, read_pages
from sjekkliste.model.facts import Point, Source

from .project import DOCS, PHASES

PAGES = read_pages(DOCS)
# Where the word stands because the page explains it.
EXPLAINED = {
    ("om/nytt-i-lov-og-regelverk.md", "rådmann"),
    ("om/ordliste.md", "rådmann"),
    ("vedtak/vedtaket.md", "rådmann"),
}


def told_points() -> dict[str, str]:
    """Every point that the running text builds on, with the page."""
    return {claim.text: page.path for page in PAGES for claim in page.source.claims}


def test_content_has_no_problems(points: Mapping[str, Source]) -> None:
    assert list(map(str, check(PAGES, points, PHASES))) == []


def test_every_point_of_both_editions_is_told_in_running_text(points: Mapping[str, Source]) -> None:
    wanted = [one.id for one in points.values() if isinstance(one, Point)]
    assert len(wanted) == 152
    assert [name for name in wanted if name not in told_points()] == []


def test_guide_has_at_least_110_items_and_10_questions() -> None:
    blocks = [block for page in PAGES for block in page.source.blocks]
    assert sum(len(block.items) for block in blocks) >= 110
    decision = next(block for block in blocks if block.option("id") == "interkommunal")
    assert len(decision.items) >= 10


def test_essentials_are_at_most_25_items_from_every_phase() -> None:
    essentials = [
        page.folder
        for page in PAGES
        for block in page.source.blocks
        for item in block.items
        if item.essential_because
    ]
    assert 0 < len(essentials) <= 25
    assert set(essentials) == {phase.id for phase in PHASES}


def test_questions_cover_all_eight_points_to_weigh() -> None:
    page = next(page for page in PAGES if page.path == "forarbeid/interkommunal-plan.md")
    asked = {source.text for item in page.source.blocks[0].items for source in item.sources}
    assert {f"V22-1.2-{number:02}" for number in range(6, 14)} <= asked


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_items_begin_with_their_lists_id_and_fit_on_two_lines(page: PageFile) -> None:
    for block in page.source.blocks:
        for item in block.items:
            assert item.id.startswith(f"{block.option('id')}-")
            assert item.code.startswith(f"{block.option('kode')}.")
            assert len(item.text) <= 110, item.text
            assert item.more, f"{item.id} leads nowhere"
            assert block.name == "sjekkliste" or item.text.endswith("?")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (r"Min plan", "Planarbeidet vårt"),
        (r"[Ss]lå sammen", "Flett inn"),
        (r"[Rr]ådmann", "kommunedirektør"),
        (r"[Ss]atsings?område|[Ss]atsningsområde", "innsatsområde"),
        (r"\bNAV\b", "Nav"),
        (r"\s-\s(?!\[)", "en dash with spaces"),
        (r'(?<=\s)"\w', "«»"),
        (r"§ ", "a hard space after the paragraph sign"),
    ],
)
def test_agreed_words_and_signs_are_used(wrong: str, right: str) -> None:
    found = [
        f"{page.path}: {match[0]}"
        for page in PAGES
        for match in re.finditer(wrong, re.sub(r"(?m)^( *)- ", r"\1", page.text))
        if (page.path, match[0]) not in EXPLAINED
    ]
    assert found == [], f"write {right}"
