"""Reads a finished checklist element back as a frozen value."""

from functools import partial
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown

from ..model.addresses import from_root, page_url
from ..model.guide import Checklist, Item, Kind, Link, Place
from ..model.page_html import plain, rooted
from ..texts import text_hash


def read_checklist(section: Element, md: Markdown, path: str) -> Checklist:
    """The checklist that the section shows; `path` is its page's, relative to docs/."""
    heading = section[0]
    return Checklist(
        id=heading.get("id", ""),
        code=section.get("data-code", ""),
        kind=cast(Kind, section.get("data-checklist")),
        phase=path.partition("/")[0],
        title=plain(inline_html(heading, md, path)),
        url=page_url(path),
        items=tuple(read_item(entry, md, path) for entry in section.iter("li") if has_class(entry, "item")),
    )


def read_item(entry: Element, md: Markdown, path: str) -> Item:
    """The item that the list entry shows; the entry gets its text's hash, for the scripts."""
    html = inline_html(first(entry, "item__text"), md, path)
    entry.set("data-hash", text_hash(plain(html)))
    help_element = find(entry, "item__help")
    help_html = inline_html(help_element, md, path) if help_element is not None else ""
    more = find(entry, "item__more")
    return Item(
        id=entry[0].get("id", ""),
        code=first(entry, "item__code").text or "",
        text=plain(html),
        html=html,
        help=plain(help_html),
        help_html=help_html,
        more=Link(plain(inline_html(more, md, path)), from_root(more.get("href", ""), path))
        if more is not None
        else None,
        sources=tuple(entry.get("data-sources", "").split()),
        formerly=tuple(entry.get("data-formerly", "").split()),
        least=entry.attrib.pop("data-least", ""),
        weighs=read_weighs(entry.get("data-weighs", "")),
    )


def read_weighs(written: str) -> dict[str, Place]:
    """Where each answer lands, from `ja=for delvis=unclear …`."""
    pairs = (pair.split("=") for pair in written.split())
    return {answer: cast(Place, place) for answer, place in pairs}


def has_class(element: Element, name: str) -> bool:
    """Whether the element is marked as this."""
    return name in element.get("class", "").split()


def find(entry: Element, name: str) -> Element | None:
    """The first element below the entry that is marked as this."""
    return next((element for element in entry.iter() if has_class(element, name)), None)


def first(entry: Element, name: str) -> Element:
    """The same, where it is always there."""
    found = find(entry, name)
    assert found is not None, name
    return found


def inline_html(element: Element, md: Markdown, path: str) -> str:
    """The element's content as HTML, links seen from the site's root, nothing left in a stash."""
    content = Element("div")
    content.text, content[:] = element.text, list(element)
    html = md.serializer(content).removeprefix("<div>").removesuffix("</div>")
    html = md.treeprocessors["unescape"].unescape(html)  # type: ignore[attr-defined] # backslash escapes
    for processor in md.postprocessors:
        html = processor.run(html)
    return rooted(html, partial(from_root, path=path))
