"""Inline HTML as plain values, for formats that have their own way to write links and emphasis."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar
from urllib.parse import quote, urljoin

from .page_html import Element, parse

BOLD, ITALIC = ("strong", "b"), ("em", "i")
# White space of HTML: a hard space is none.
SPACES = re.compile(r"[ \t\n\r]+")


@dataclass(frozen=True)
class Run:
    """Words that look alike. `href` is a full address, or empty; a newline breaks the line."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    kind: ClassVar[str] = "run"


@lru_cache(maxsize=5000)
def runs(html: str, base: str, line_break: str = " ") -> tuple[Run, ...]:
    """The HTML's text with its links, as seen from the address `base`, and its emphasis.

    Spaces and line breaks fold as on a page: a space that follows a space, or begins a line, is
    dropped. `line_break` is what stands for `<br>`.
    """
    found = [Run("\n")]
    for run in pieces(parse(html), Run(""), base, line_break):
        last = found[-1]
        text = run.text.removeprefix(" ") if last.text.endswith((" ", "\n")) else run.text
        if len(found) > 1 and replace(run, text=last.text) == last:
            found[-1] = replace(last, text=last.text + text)
        elif text:
            found.append(replace(run, text=text))
    found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return tuple(run for run in found[1:] if run.text)


def pieces(element: Element, style: Run, base: str, line_break: str) -> Iterator[Run]:
    """The texts inside the element, which looks like `style`, each in its own style; elements that are
    neither link nor emphasis give only their text, pictures the words that stand for them."""
    yield replace(style, text=SPACES.sub(" ", element.text or ""))
    for child in element:
        if child.tag == "br":
            yield replace(style, text=line_break)
        elif child.tag == "img":
            yield replace(style, text=child.get("alt", ""))
        elif isinstance(child.tag, str):  # a comment has no name
            yield from pieces(child, styled(style, child, base), base, line_break)
        yield replace(style, text=SPACES.sub(" ", child.tail or ""))


def styled(style: Run, element: Element, base: str) -> Run:
    """The style with what the element adds to it."""
    href, bold, italic = element.get("href"), element.tag in BOLD, element.tag in ITALIC
    return replace(
        style,
        bold=style.bold or bold,
        italic=style.italic or italic,
        href=address(base, href) if href else style.href,
    )


def address(base: str, href: str) -> str:
    """The full address in ASCII. https://www.rfc-editor.org/rfc/rfc3986#section-2"""
    return quote(urljoin(base, href), safe=":/?#[]@!$&'()*+,;=%~")
