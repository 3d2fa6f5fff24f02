"""Links in the Markdown that lead nowhere, found where they are written."""

import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import urlsplit

from ..model.addresses import from_root
from .pages import PageFile
from .problems import Fault, fault

LINK = re.compile(
    r"(?P<image>!\[[^\]]*)?(?<!\\)\]\(\s*<?(?P<href>[^)\s>]*)(?=.*\))"
    r"|^ {0,3}\[[^\]]+\]: +<?(?P<named>[^\s>]+)|<(?P<auto>[a-z]+:[^\s>]*)>"
)
SCHEMES = ("http", "https", "mailto", "tel")


def link_faults(page: PageFile, known: Mapping[str, Collection[str] | None]) -> Iterator[Fault]:
    """The page's links to what is not there. `known` are the addresses of pages and files, seen from the
    site's root, each with its anchors, None where nobody knows them."""
    for line in page.lines:
        for found in LINK.finditer(line.text):
            href = found["href"] or found["named"] or found["auto"] or ""
            if found["image"] and (is_outside(href) or not leads(href, page.path, known)):
                yield fault(line.number, "broken-image", href=href)
            elif not leads(href, page.path, known):
                yield fault(line.number, "broken-link", href=href)


def is_outside(href: str) -> bool | None:
    """Whether the link leads to another site; None where that cannot work."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    outside = bool(parts.scheme or parts.netloc)
    return None if outside and parts.scheme not in SCHEMES else outside


def leads(href: str, path: str, known: Mapping[str, Collection[str] | None]) -> bool:
    """Whether a link written in docs/<path> leads somewhere; what is on other sites is not tried."""
    outside = is_outside(href)
    if outside is not False:
        return bool(outside)
    address, _, anchor = from_root(href, path).partition("#")
    return (
        bool(href)
        and not href.startswith("/")
        and address in known
        and (not anchor or (anchors := known[address]) is None or anchor in anchors)
    )
