"""Finds everything an editor must mend in the whole guide, at once."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from .items import Fault, Line, fault, item_faults
from .model import Problem
from .source import PageSource, read_source
from .texts import TEXTS, phases

ID = re.compile(r"[a-z0-9-]+")
CODE = re.compile(r"[A-ZÆØÅ]\d*(\.\d+)?")
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<meta>.*?\n)---[ \t]*\n", re.DOTALL)


@dataclass(frozen=True)
class PageFile:
    """A Markdown file: `path` is relative to docs/, with forward slashes."""

    path: str
    text: str

    @property
    def meta(self) -> Mapping[str, Any]:
        """The front matter. Raises yaml.YAMLError where it is not a YAML mapping, and ValueError
        where a date in it does not exist."""
        found = FRONT_MATTER.match(self.text)
        meta = yaml.safe_load(found["meta"]) or {} if found else {}
        if not isinstance(meta, dict):
            raise yaml.YAMLError
        return meta

    def source(self) -> PageSource:
        """The Markdown below the front matter, read by line."""
        found = FRONT_MATTER.match(self.text)
        start = found.end() if found else 0
        return read_source(self.text[start:], self.text.count("\n", 0, start) + 1)


def read_pages(docs: Path) -> list[PageFile]:
    """Every Markdown file below docs/, in the order of their paths."""
    files = sorted(docs.rglob("*.md"))
    return [PageFile(file.relative_to(docs).as_posix(), file.read_text(encoding="utf-8")) for file in files]


def check(pages: Iterable[PageFile], points: Container[str], docs: str = "docs") -> list[Problem]:
    """All problems in the pages, sorted by place. Empty when the guide can be built."""
    problems: list[Problem] = []
    ids: dict[str, str] = {}
    codes = {phase.code: "hooks/sjekkliste/nb.yml" for phase in phases()}
    for page in pages:
        file, source = f"{docs}/{page.path}", page.source()
        faults = [*source.faults, *meta_faults(page), *unknown_points(source, points)]
        for block in source.blocks:
            faults.extend(one for item in block.items for one in item_faults(item))
        faults.extend(word_faults(file, used_ids(source), ids, ID, "id"))
        faults.extend(anchor_faults(file, source, ids))
        faults.extend(word_faults(file, used_codes(source), codes, CODE, "code"))
        problems.extend(Problem(file, one.line, one.message) for one in faults)
    return sorted(problems)


def meta_faults(page: PageFile) -> Iterator[Fault]:
    """The front matter must say what the page is about and when it was last checked."""
    try:
        meta = page.meta
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        yield fault(mark.line + 2 if mark else 1, "bad-meta")
        return
    except ValueError:
        yield fault(1, "bad-date")
        return
    for field in ("description", "kontrollert"):
        if not meta.get(field):
            remedy = TEXTS["problems"]["remedies"][field]
            yield fault(1, "no-meta", field=field, remedy=remedy)
    if meta.get("kontrollert") and not isinstance(meta["kontrollert"], date):
        yield fault(1, "bad-date")


def unknown_points(source: PageSource, points: Container[str]) -> Iterator[Fault]:
    """Claims on points that no edition of the guide has."""
    claims = list(source.claims)
    for block in source.blocks:
        claims.extend(claim for item in block.items for claim in item.sources)
    return (
        fault(claim.number, "unknown-point", point=claim.text) for claim in claims if claim.text not in points
    )


def used_ids(source: PageSource) -> Iterator[Line]:
    """The ids that are unique in the whole site, where they stand."""
    for block in source.blocks:
        if block.option("id"):
            yield block.options["id"]
        yield from (Line(item.line, item.id) for item in block.items if item.id)


def used_codes(source: PageSource) -> Iterator[Line]:
    """The codes, where they stand."""
    for block in source.blocks:
        if block.option("kode"):
            yield block.options["kode"]
        yield from (Line(item.line, item.code) for item in block.items if item.code)


def word_faults(
    file: str, words: Iterable[Line], seen: dict[str, str], form: re.Pattern[str], what: str
) -> Iterator[Fault]:
    """Words of the wrong form, or used before; `seen` grows with the place of each new one."""
    for line in words:
        word = line.text
        if not form.fullmatch(word):
            yield fault(line.number, f"bad-{what}", **{what: word})
        elif word in seen:
            yield fault(line.number, f"{what}-twice", **{what: word}, place=seen[word])
        else:
            seen[word] = f"{file}:{line.number}"


def anchor_faults(file: str, source: PageSource, ids: Mapping[str, str]) -> Iterator[Fault]:
    """Headings' ids need only be unique on their own page, items included."""
    own = {word: place for word, place in ids.items() if place.startswith(f"{file}:")}
    yield from word_faults(file, source.anchors, own, re.compile(r"[\w.-]+"), "id")
