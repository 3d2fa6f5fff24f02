"""All that our text may build on: the points of the national guide's editions, and claims from elsewhere."""

from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from ..model.facts import Claim, Point, Source
from ..model.guide import Problem
from ..texts import TEXTS
from ..texts.yaml import Entry
from .problems import Fault, fault, in_file
from .reading import (
    Entries,
    far_days,
    field_faults,
    read_entries,
    read_text,
    read_value,
    table,
    twice,
    values,
)

NAME = "pastander.yml"
CLAIM = table(
    "id=claim! sier=text kilde=text url=address dato=dated sikkerhet=certainty sett=seen "
    "kontrollert=day kontroller_igjen=day"
)
EDITION = table("utgave=text sider=entries")
PAGE = table("nummer=text? tittel=text url=address dekning=text mangler=text? punkter=entries")
POINT = table("id=point! sier=text")
LONGEST = timedelta(5 * 366)
"""How long a claim may stand until somebody must look at it again."""


class Facts(NamedTuple):
    """What is sound, by id; what must be mended; and every id that is written, sound or not: None where a
    file cannot be read, so that nobody knows."""

    facts: dict[str, Source]
    problems: list[Problem]
    ids: Container[str] | None


def read_facts(folder: Path, days: Collection[date] = ()) -> Facts:
    """The points and claims in the folder; `days` are those of the pages."""
    shown = f"{folder.parent.name}/{folder.name}"
    read = read_entries(folder / NAME, CLAIM)
    facts: dict[str, Source] = {one["id"]: as_claim(one) for one in read.sound}
    problems = list(in_file(f"{shown}/{NAME}", [*read.faults, *claim_faults(read.sound, days)]))
    written = [read.written]
    for file in sorted(folder.glob("veileder-*.yml")):
        points = read_points(file)
        facts = {**{one.id: one for one in points.sound}, **facts}
        problems += in_file(f"{shown}/{file.name}", points.faults)
        written.append(points.written)
    ids = {str(one.get("id")) for entries in written for one in entries or []}
    return Facts(facts, problems, None if None in written else ids)


def as_claim(entry: Entry) -> Claim:
    """The entry as a value."""
    claim = Claim(*values(entry, CLAIM))
    return replace(claim, dated=str(claim.dated))


def claim_faults(claims: Sequence[Entry], days: Collection[date]) -> Iterator[Fault]:
    """What is wrong with claims that are sound by themselves."""
    yield from far_days(claims, "kontrollert", days)
    for claim in claims:
        yield from day_faults(claim)


def day_faults(entry: Entry) -> Iterator[Fault]:
    """Days that cannot be right beside each other."""
    checked, again, dated = entry["kontrollert"], entry["kontroller_igjen"], str(entry["dato"])
    if not checked < again < checked + LONGEST:
        yield fault(entry.line_of("kontroller_igjen"), "bad-check-by")
    if dated[0].isdigit() and dated > str(checked):
        yield fault(entry.line_of("dato"), "dated-later")


def read_points(file: Path) -> Entries[Point]:
    """The points of one edition."""
    text, faults = read_text(file)
    edition, more = read_value(text) if text is not None else (None, [])
    faults += more
    if not isinstance(edition, Entry):
        return Entries([], None, faults or [fault(1, "unreadable")])
    pages = [one for one in edition.get("sider") or [] if isinstance(one, Entry)]
    faults += [*field_faults(edition, EDITION), *(one for page in pages for one in field_faults(page, PAGE))]
    if faults:
        return Entries([], None, faults)
    points = [(page, point) for page in pages for point in page["punkter"]]
    entries = [point for _, point in points]
    faults = [*(one for point in entries for one in point_faults(point, edition)), *twice(entries, POINT)]
    sound = [] if faults else [as_point(point, page, edition) for page, point in points]
    return Entries(sound, entries, faults)


def point_faults(point: Entry, edition: Entry) -> Iterator[Fault]:
    """What is wrong with a point by itself and in this edition."""
    yield from field_faults(point, POINT)
    start = f"V{str(edition.get('utgave'))[-2:]}-"
    if not str(point.get("id", start)).startswith(start):
        yield fault(point.line_of("id"), "other-edition", id=str(point["id"]), start=start)


def as_point(point: Entry, page: Entry, edition: Entry) -> Point:
    """The entry as a value; its page is named by its number, if it has one."""
    name = "page-number" if page.get("nummer") else "page-title"
    shown = TEXTS["source"][name].format(number=page.get("nummer"), title=page["tittel"])
    return Point(point["id"], point["sier"], edition["utgave"], shown, page["url"])
