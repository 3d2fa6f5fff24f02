"""Finds everything an editor must mend in the whole guide, at once."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..files.sheets import reserved
from ..model.guide import Checklist, Problem
from ..texts import TEXTS, phases
from .blocks import BLOCKS, SourceBlock
from .changes import change_faults, change_links
from .documents import document_faults, document_id, is_document
from .items import HELP, SourceItem
from .pages import PageFile
from .problems import Fault, Line, fault
from .scanner import PageSource

ID = re.compile(r"[a-z0-9-]+(?<!" + HELP + ")")
CODE = re.compile(r"[A-ZÆØÅ]\d*(\.\d+)?")
ANCHOR = re.compile(r"[\w.-]+")
TEXTS_FILE = "hooks/sjekkliste/texts/nb.yml"


def check(pages: Sequence[PageFile], points: Container[str], docs: str = "docs") -> list[Problem]:
    """All problems in the pages, sorted by place. Empty when the guide can be built."""
    problems: list[Problem] = []
    ids = dict.fromkeys(reserved(), TEXTS_FILE)
    codes = dict.fromkeys((phase.code for phase in phases()), TEXTS_FILE)
    paths = {page.path for page in pages}
    links = change_links(pages)
    for page in pages:
        file, source = f"{docs}/{page.path}", page.source
        faults = [*page.faults(), *source.faults, *unknown_points(source, points)]
        if is_document(page):
            faults.extend(document_faults(page))
            faults.extend(word_faults(file, [Line(1, document_id(page))], ids, ID, "id"))
        faults.extend(word_faults(file, used_ids(source), ids, ID, "id"))
        faults.extend(anchor_faults(file, source, ids))
        faults.extend(word_faults(file, used_codes(source), codes, CODE, "code"))
        faults.extend(phase_faults(page, paths))
        faults.extend(change_faults(page, links, docs))
        problems.extend(Problem(file, one.line, one.message) for one in faults)
    return sorted(problems)


def missing_templates(pages: Iterable[PageFile], folder: Path, docs: str = "docs") -> Iterator[Problem]:
    """Pages without other faults that ask to show what the folder has no template for, or for a template
    of the theme's, which could leave out what the page shows."""
    known = sorted(file.stem for file in folder.glob("*.html"))
    for page in pages:
        for field in ("viser", "template"):
            name = str(page.meta.get(field) or "")
            if name and (field == "template" or name not in known):
                found = fault(page.line_of(field), "no-template", name=name, names=", ".join(known))
                yield Problem(f"{docs}/{page.path}", found.line, found.message)


def unknown_points(source: PageSource, points: Container[str]) -> Iterator[Fault]:
    """Claims on points that no edition of the guide has."""
    return (
        fault(claim.number, "unknown-point", point=claim.text)
        for claim in source.all_claims()
        if claim.text not in points
    )


def used_ids(source: PageSource) -> Iterator[Line]:
    """The ids that are unique in the whole site, those of before included, where they stand."""
    for block in source.blocks:
        if block.option("id"):
            yield block.options["id"]
            yield from (Line(block.line, name) for name in part_ids(block))
        for item in block.items:
            yield from [Line(item.line, item.id)] if item.id else []
            yield from item.formerly


def part_ids(block: SourceBlock) -> list[str]:
    """The ids that a decision gets inside: of its headings and its rule."""
    texts = TEXTS["weigh"]
    parts = [*texts["parts"].values(), texts["rule"]] if BLOCKS[block.name] == "decision" else []
    return [f"{block.option('id')}-{part['id']}" for part in parts]


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
    yield from word_faults(file, source.anchors, own, ANCHOR, "id")


def phase_faults(page: PageFile, paths: Container[str]) -> Iterator[Fault]:
    """A list belongs to a phase, and the phase has a page that its code leads to."""
    folders = [phase.id for phase in phases()]
    for block in page.source.blocks:
        if page.folder not in folders:
            yield fault(block.line, "no-phase", folders=", ".join(f"docs/{one}/" for one in folders))
        elif f"{page.folder}/index.md" not in paths:
            yield fault(block.line, "no-phase-page", page=f"docs/{page.folder}/index.md")


def compare(pages: Iterable[PageFile], found: Mapping[str, Sequence[Checklist]]) -> list[Problem]:
    """What came out on the pages (`found`, by path) must be what was written: a list that is
    silently empty, doubled or altered on the live site is the worst that can happen here."""
    problems = []
    for page in pages:
        written = [
            (block.option("id"), block.option("kode"), [written_item(item) for item in block.items])
            for block in page.source.blocks
        ]
        shown = [
            (one.id, one.code, [(item.id, item.code, item.formerly, item.weighs) for item in one.items])
            for one in found.get(page.path, ())
        ]
        if written != shown:
            lines = [block.line for block in page.source.blocks]
            problems.append(Problem(f"docs/{page.path}", min(lines, default=1), not_shown()))
    return problems


def written_item(item: SourceItem) -> tuple[object, ...]:
    """What must be the same in the item on its page."""
    return item.id, item.code, tuple(line.text for line in item.formerly), item.weighs


def not_shown() -> str:
    """The message for a list that came out differently than it was written."""
    return str(TEXTS["problems"]["not-rendered"]).strip()
