"""Finds everything an editor must mend in the whole guide, at once."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..files.sheets import reserved
from ..model.addresses import page_url
from ..model.guide import Checklist, Phase, Problem
from ..texts import TEXTS
from .blocks import BLOCKS, SourceBlock
from .items import HELP, SourceItem
from .own_texts import TEXTS_FILE
from .pages import PageFile
from .problems import Fault, Line, fault, in_file
from .reading import far_days
from .scanner import PageSource
from .stated import MEASURES, PHASES

ID = re.compile(r"[a-z0-9-]+(?<!" + HELP + ")")
CODE = re.compile(r"[A-ZÆØÅ]\d*(\.\d+)?")
ANCHOR = re.compile(r"[\w.-]+")
TOLD_IN = "om/nytt-i-lov-og-regelverk.md"
"""Where changes since the guide was written are told."""
# What would be dropped or flattened in a document: deep headings, code, lists in lists or quotes, HTML,
# pictures, blocks, and tables whose widths cannot be read.
UNREADABLE = re.compile(
    r"^(?:#{4,}| {4}|\t|`{3}|~{3}|<|/{3}|> *(?:[-*+>#|]|\d+[.)]) |[-: ]+\||[-|: ]+-[-|: ]*[-: ]$)|!\["
)
CHOICE = re.compile(r"\[([^\]:]+):([^\]]*)\](?!\()")


def check(
    pages: Sequence[PageFile],
    ids: Container[str] | None,
    phases: Sequence[Phase],
    measures: Iterable[Checklist] = (),
) -> list[Problem]:
    """All problems in the pages, sorted by place. Empty when the guide can be built. `ids` are what texts may
    build on, None where nobody knows; the same goes for no phases. The ids and codes of the lists of measures
    are taken."""
    problems: list[Problem] = []
    used = dict.fromkeys(reserved(), TEXTS_FILE) | {phase.id: f"docs/{PHASES}" for phase in phases}
    codes = dict.fromkeys((phase.code for phase in phases), f"docs/{PHASES}")
    for area in measures:
        taken = [(area.id, area.code), *((item.id, item.code) for item in area.items)]
        used |= {identity: f"docs/{MEASURES}" for identity, _ in taken}
        codes |= {code: f"docs/{MEASURES}" for _, code in taken}
    paths = {page.path for page in pages}
    links = change_links(pages)
    urls: dict[str, str] = {}
    for page in pages:
        file, source, url = page.file, page.source, page_url(page.path)
        faults = [*page.unread, *page.faults()]
        if urls.setdefault(url, file) != file:
            faults.append(fault(1, "same-address", other=urls[url]))
        if page.readable:
            faults += [*source.faults, *far_day(page, pages)]
            faults += unknown_points(source, ids) if ids is not None else []
            if page.is_document:
                faults += document_faults(page)
                faults += word_faults(file, [Line(1, page.name)], used, ID, "id")
            faults += word_faults(file, used_ids(source), used, ID, "id")
            faults += anchor_faults(file, source, used)
            faults += word_faults(file, used_codes(source), codes, CODE, "code")
            faults += phase_faults(page, paths, phases) if phases else []
            faults += change_faults(page, links) if ids is not None else []
        problems.extend(in_file(file, faults))
    return sorted(problems)


def far_day(page: PageFile, pages: Iterable[PageFile]) -> Iterator[Fault]:
    """A day that is years from those of all other pages, whatever day it is now."""
    others = [one.checked for one in pages if one.checked and one is not page]
    return far_days([page.meta] if page.checked else [], "kontrollert", others)


def missing_templates(pages: Iterable[PageFile], folder: Path) -> Iterator[Problem]:
    """Pages without other faults that ask to show what the folder has no template for."""
    known = sorted(file.stem for file in folder.glob("*.html"))
    for page in pages:
        name = str(page.meta.get("viser") or "")
        if name and name not in known:
            found = fault(page.meta.line_of("viser"), "no-template", name=name, names=", ".join(known))
            yield from in_file(page.file, [found])


def unknown_points(source: PageSource, ids: Container[str]) -> Iterator[Fault]:
    """Claims on points that no edition of the guide has."""
    return (
        fault(claim.number, "unknown-point", point=claim.text)
        for claim in source.all_claims()
        if claim.text not in ids
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


def phase_faults(page: PageFile, paths: Container[str], phases: Iterable[Phase]) -> Iterator[Fault]:
    """A list belongs to a phase, and the phase has a page that its code leads to."""
    folders = [phase.id for phase in phases]
    for block in page.source.blocks:
        if page.folder not in folders:
            yield fault(block.line, "no-phase", folders=", ".join(f"docs/{one}/" for one in folders))
        elif f"{page.folder}/index.md" not in paths:
            yield fault(block.line, "no-phase-page", page=f"docs/{page.folder}/index.md")


def document_faults(page: PageFile) -> Iterator[Fault]:
    """Lines that would not come out in every format, and words in brackets that nobody could replace."""
    for number, line in enumerate(page.body.split("\n"), page.first_line):
        if UNREADABLE.search(line):
            yield fault(number, "bad-document-line")
        if line.count("[") != line.count("]"):
            yield fault(number, "open-bracket")
        for name, written in CHOICE.findall(line):
            if name.startswith(TEXTS["documents"]["choice"]):
                choices = [one.strip() for one in written.split(",")]
                if not all(choices) or len({*choices}) < len(choices):
                    yield fault(number, "bad-choice", name=name)


def change_links(pages: Iterable[PageFile]) -> dict[str, str]:
    """Each claim that the page of changes tells, with the address of its section from the site's root."""
    return {
        claim.text: f"{page_url(page.path)}#{anchor.text}"
        for page in pages
        if page.path == TOLD_IN
        for anchor in page.source.anchors
        for claim in page.source.claims
        if anchor.number < claim.number
    }


def change_faults(page: PageFile, links: Mapping[str, str]) -> Iterator[Fault]:
    """Changes that the page leads to (`endret: [P-krisesenter-03]`), and that nobody tells."""
    for claim in page.changed:
        if claim not in links:
            yield fault(page.meta.line_of("endret"), "change-not-told", claim=claim, page=f"docs/{TOLD_IN}")


def compare(pages: Iterable[PageFile], found: Mapping[str, Sequence[Checklist]]) -> list[Problem]:
    """What came out on the pages (`found`, by path) must be what was written: a list that is
    silently empty, doubled or altered on the live site is the worst that can happen here."""
    problems: list[Problem] = []
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
            problems += in_file(page.file, [fault(min(lines, default=1), "not-rendered")])
    return problems


def written_item(item: SourceItem) -> tuple[object, ...]:
    """What must be the same in the item on its page."""
    return item.id, item.code, tuple(line.text for line in item.formerly), item.weighs
