"""veilederen.html: the whole guide and all checklists on one page that prints on A4."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment

from ..files.templates import render
from ..model.addresses import page_url
from ..model.facts import by_edition
from ..model.guide import Checklist, Guide
from ..model.page_html import Element, parse, serialize, words
from ..texts import Words

WHOLE, MEASURES = Words("whole"), Words("measures")
LOWEST = 6
SOURCES = "//*[@class='source']//a[contains(@href, '://')]"
# What points at an id on the same page.
POINTERS = ("for", "aria-labelledby", "aria-describedby")


@dataclass(frozen=True)
class Chapter:
    """A page of the guide as it stands on the one page, with the lists that it has.

    `sources` are the addresses that its text builds on, each with its name."""

    id: str
    title: str
    html: str
    checklists: tuple[Checklist, ...]
    sources: Mapping[str, str]


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
    editions = by_edition(guide.facts.values())
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
    return path.partition("/")[0] if path in WHOLE["more-pages"] else guide.phase_of(path)


def name_of(path: str) -> str:
    """What the page's id is, and what its own ids begin with."""
    return page_url(path).strip("/").replace("/", "-")


def anchor(path: str, identity: str) -> str:
    """An id of the page, made unique among all pages."""
    return f"{name_of(path)}--{identity}"


def chapter(path: str, guide: Guide, env: Environment, anchors: dict[str, str]) -> Chapter:
    """The page with its heading taken out, ready to stand among the others."""
    body = parse(guide.page_html[path])
    heading = next(body.iter("h1"))
    heading.getparent().remove(heading)
    lists = {one.id: one for one in guide.checklists if one.url == page_url(path)}
    for section in body.xpath("//section[@data-checklist]"):
        put_list(section, lists[section.get("aria-labelledby")], env)
    for one in guide.measures if page_url(path) == MEASURES["url"] else ():
        body.extend(parse(env.get_template("whole-list.html").render(checklist=one)))
    for link in body.xpath("//p[@class='source']/a"):
        put_sources(link, body)
    for folded in body.xpath("//details"):
        folded.getparent().remove(folded)
    sources = {link.get("href"): words(link) for link in body.xpath(SOURCES)}
    shift = 1 if path.endswith("/index.md") else 2
    for element in body.iter():
        lower(element, shift)
        rename(element, path)
        relink(element, anchors, guide.settings.site_url)
    title = words(heading)
    return Chapter(name_of(path), title, serialize(body), tuple(lists.values()), sources)


def put_sources(link: Element, body: Element) -> None:
    """What a section builds on, back below it, where one reads it on paper."""
    line = link.getparent()
    (entry,) = body.xpath("//li[@id=$id]", id=link.get("href").partition("#")[2])
    line.tag = "div"
    line[:] = [*entry.xpath("./p"), *line.xpath("./span")]


def put_list(section: Element, checklist: Checklist, env: Environment) -> None:
    """Boxes to tick by hand instead of the controls; what the list builds on stays below."""
    sources = section.xpath("./p[@class='source']")
    paper = parse(env.get_template("whole-list.html").render(checklist=checklist))
    section[:] = [*paper, *sources]
    section.getparent().tag = "div"


def lower(element: Element, shift: int) -> None:
    """A heading moves down, below those of the whole page."""
    if found := re.fullmatch(r"h([1-6])", str(element.tag)):
        element.tag = f"h{min(int(found[1]) + shift, LOWEST)}"


def rename(element: Element, path: str) -> None:
    """The element's id, and those it points at, become unique."""
    for name in ("id", *POINTERS):
        if name in element.attrib:
            element.set(name, " ".join(anchor(path, one) for one in element.get(name).split()))


def relink(element: Element, anchors: dict[str, str], site: str) -> None:
    """A link to a page that stands here leads there; others carry their address, for paper."""
    href = element.get("href")
    if href is None or href.startswith(("tel:", "mailto:")):
        return
    url, _, fragment = href.partition("#")
    if url in anchors:
        element.set("href", f"#{anchors[url]}--{fragment}" if fragment else f"#{anchors[url]}")
        return
    within = "://" not in href
    element.set("data-address", f"{site}{href}" if within else href)
    if within:
        element.set("href", f"../{href}")
