"""A page of the guide made ready to stand among the others on one page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment

from ..model.addresses import page_url
from ..model.guide import Checklist, Guide
from ..model.page_html import Element, parse, serialize, words

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
    for folded in body.xpath("//details"):
        folded.getparent().remove(folded)
    sources = {link.get("href"): words(link) for link in body.xpath(SOURCES)}
    shift = 1 if path.endswith("/index.md") else 2
    for element in body.iter():
        lower(element, shift)
        rename(element, path)
        lead(element, anchors, guide.settings.site_url)
    title = words(heading)
    return Chapter(name_of(path), title, serialize(body), tuple(lists.values()), sources)


def put_list(section: Element, checklist: Checklist, env: Environment) -> None:
    """Boxes to tick by hand instead of the controls; what the list builds on stays below."""
    sources = section.xpath("./div[@class='source']")
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


def lead(element: Element, anchors: dict[str, str], site: str) -> None:
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
