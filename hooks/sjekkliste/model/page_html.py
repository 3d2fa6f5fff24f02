"""HTML as a value: the one place that parses it, whether a page's text or the words of an item. (What a
browser is to hash, engines/csp.py takes from the text itself: a parser may not give back the same bytes.)

Two renderings that a reader cannot tell apart become the same text here, whichever generator made them.
"""

import posixpath
from collections.abc import Callable
from html import unescape
from typing import TypeAlias
from urllib.parse import urlsplit

from lxml import etree

Element: TypeAlias = etree._Element
LINKS = ("href", "src")
MARKUP = frozenset("<&")
"""Without these signs there is nothing to parse, and most items have none."""
PARSER = etree.HTMLParser()


def parse(text: str) -> Element:
    """The HTML below one element."""
    body = etree.fromstring(f"<html><body>{text}</body></html>", PARSER)[0]
    body.tag, body.tail = "div", None
    return body


def serialize(body: Element) -> str:
    """The HTML of an element that `parse` gave, without that element itself."""
    text: str = etree.tostring(body, encoding="unicode", method="html")
    return text.removeprefix("<div>").removesuffix("</div>").strip()


def words(element: Element, between: str = "") -> str:
    """The text inside the element; `between` is what stands where a tag stood."""
    return between.join(element.xpath(".//text()")).strip()


def plain(text: str, between: str = "") -> str:
    """HTML without its markup, as `words` gives it."""
    return words(parse(text), between) if MARKUP & set(text) else text.strip()


def without_entities(text: str) -> str:
    """The text with the signs that its entities stand for."""
    return unescape(text)


def rooted(text: str, resolve: Callable[[str], str]) -> str:
    """The HTML with its links as `resolve` gives them."""
    if not MARKUP & set(text):
        return text.strip()
    body = parse(text)
    root_links(body, resolve)
    return serialize(body)


def root_links(body: Element, resolve: Callable[[str], str]) -> None:
    """Makes the links in the element what `resolve` gives for them."""
    for element in body.iter():
        for name in LINKS:
            if name in element.attrib:
                element.set(name, resolve(element.get(name)))


def from_page(href: str, url: str) -> str:
    """A link seen from the site's root as it is written on the published page with this address."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return href
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    if parts.path == url and anchor:
        return anchor
    path = posixpath.relpath(parts.path or ".", url or ".")
    return (f"{path}/" if parts.path.endswith("/") or not parts.path else path) + anchor
