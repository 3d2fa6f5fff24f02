"""veilederen.html: the whole guide and all checklists on one page that prints on A4."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from jinja2 import Environment

from ..files.templates import render
from ..model.addresses import page_url
from ..model.facts import Point, by_edition
from ..model.guide import Guide
from ..texts import Words
from .chapter import Chapter, chapter, name_of

WHOLE = Words("whole")


@dataclass(frozen=True)
class Part:
    """Chapters under one heading; `opening` is the page that comes before them, if there is one."""

    id: str
    title: str
    chapters: tuple[Chapter, ...]
    opening: Chapter | None = None


def whole_html(guide: Guide, env: Environment) -> bytes:
    """The page."""
    parts = tuple(parts_of(guide, env))
    editions = by_edition(one for one in guide.facts.values() if isinstance(one, Point))
    others = other_sources(parts, {page.url for pages in editions.values() for page in pages})
    return render(env, "whole.html", guide, parts=parts, editions=editions, others=others)


def parts_of(guide: Guide, env: Environment) -> Iterator[Part]:
    """One part for each phase, and one with the pages that the guide leans on."""
    included = [path for path in guide.page_html if part_of(path, guide)]
    anchors = {page_url(path): name_of(path) for path in included}
    names = [(phase.id, phase.title) for phase in guide.phases] + [("om", WHOLE["more"])]
    for name, title in names:
        paths = [path for path in included if part_of(path, guide) == name]
        chapters = {path: chapter(path, guide, env, anchors) for path in paths}
        opening = chapters.pop(f"{name}/index.md", None)
        if paths:
            yield Part(name, title, tuple(chapters.values()), opening)


def other_sources(parts: Iterable[Part], known: Container[str]) -> dict[str, str]:
    """What the texts build on besides the pages of the guide's editions, by address."""
    chapters = (one for part in parts for one in (part.opening, *part.chapters) if one)
    found = {url: name for one in chapters for url, name in one.sources.items()}
    return {url: name for url, name in found.items() if url not in known}


def part_of(path: str, guide: Guide) -> str:
    """The part that the page stands in, or nothing."""
    folder = path.partition("/")[0]
    if path in WHOLE["more-pages"] or any(folder == phase.id for phase in guide.phases):
        return folder
    return ""
