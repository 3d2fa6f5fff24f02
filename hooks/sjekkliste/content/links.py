"""Links in the Markdown that lead nowhere, found where they are written."""

import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import urlsplit

from ..model.addresses import from_root
from .pages import PageFile
from .problems import Fault, fault
from .scanner import readable_lines

CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
LINK = re.compile(r"(?<!\\)\]\(\s*<?(?P<href>[^)\s>]*)|^ {0,3}\[[^\]]+\]: +<?(?P<named>[^\s>]+)")
SCHEMES = ("http", "https", "mailto", "tel")


def link_faults(page: PageFile, known: Mapping[str, Collection[str]]) -> Iterator[Fault]:
    """The page's links to what is not there. `known` are the addresses of pages and files, seen from the
    site's root, each with its anchors."""
    for line in readable_lines(page.body, page.first_line):
        for found in LINK.finditer(CODE.sub("", line.text)):
            href = found["href"] or found["named"] or ""
            if not leads(href, page.path, known):
                yield fault(line.number, "broken-link", href=href)


def leads(href: str, path: str, known: Mapping[str, Collection[str]]) -> bool:
    """Whether a link written in docs/<path> leads somewhere; what is on other sites is not tried."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    if parts.scheme or parts.netloc:
        return parts.scheme in SCHEMES
    address, _, anchor = from_root(href, path).partition("#")
    return (
        bool(href)
        and not href.startswith("/")
        and address in known
        and (not anchor or anchor in known[address])
    )
