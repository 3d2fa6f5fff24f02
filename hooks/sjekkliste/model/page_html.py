"""The HTML of a page's text, as a value that does not depend on where the page lies.

Two renderings that a reader cannot tell apart become the same text here, whichever generator made them.
"""

import posixpath
from collections.abc import Callable
from urllib.parse import urlsplit

from lxml import html
from lxml.etree import _Element

LINKS = ("href", "src")


def parse(text: str) -> _Element:
    """The HTML below one element."""
    return html.fragment_fromstring(text, create_parent="div")


def serialize(body: _Element) -> str:
    """The HTML of an element that `parse` gave, without that element itself."""
    text: str = html.tostring(body, encoding="unicode")
    return text.removeprefix("<div>").removesuffix("</div>").strip()


def rooted(text: str, resolve: Callable[[str], str]) -> str:
    """The HTML with its links as `resolve` gives them."""
    body = parse(text)
    for element in body.iter():
        for name in LINKS:
            if name in element.attrib:
                element.set(name, resolve(element.get(name)))
    return serialize(body)


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
