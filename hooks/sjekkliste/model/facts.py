"""All that our text may build on, as frozen values: the guide's points, and claims from elsewhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Certainty = Literal["høy", "middels", "lav"]
Seen = Literal["kopi", "levende"]
"""Whether the source was read in a stored copy, or at its own address."""


@dataclass(frozen=True)
class Point:
    """One thing that an edition of the national guide says."""

    id: str
    says: str
    edition: str
    page: str
    """How the page is named in running text, such as «side 1.2» or «Beslutning»."""
    url: str


@dataclass(frozen=True)
class Claim:
    """One thing known from elsewhere than the guide, and how sure we are of it."""

    id: str
    says: str
    title: str
    """The source's title."""
    url: str
    dated: str
    """The source's own date: a year, a month or a day, or that it shows none."""
    certainty: Certainty
    seen: Seen
    checked: date
    """When somebody last read the source."""
    check_by: date


Source = Point | Claim


def by_edition(facts: Iterable[Source]) -> dict[str, list[Point]]:
    """For each edition, oldest first, one point for each of its pages, sorted as people count."""
    pages = {(point.edition, point.page): point for point in facts if isinstance(point, Point)}
    editions: dict[str, list[Point]] = {edition: [] for edition, _ in sorted(pages)}
    for point in sorted(pages.values(), key=lambda one: counted(one.page)):
        editions[point.edition].append(point)
    return editions


def counted(name: str) -> list[tuple[int, str]]:
    """A key that sorts numbers in a name by their size, behind names without any: side 1.2, side 1.10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.findall(r"\d+|\D+", name)]


def by_address(facts: Iterable[Source]) -> list[Claim]:
    """One claim for each source, in the order they come; the one that was checked first."""
    found: dict[str, Claim] = {}
    for claim in facts:
        if isinstance(claim, Claim):
            found[claim.url] = min(found.get(claim.url, claim), claim, key=lambda one: one.checked)
    return list(found.values())
