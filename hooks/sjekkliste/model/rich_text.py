"""Inline HTML as plain values, for formats that have their own way to write links and emphasis."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html.parser import HTMLParser
from typing import ClassVar
from urllib.parse import quote, urljoin

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


class RunParser(HTMLParser):
    """Gathers the text of inline HTML; elements that are neither link nor emphasis give only their text."""

    def __init__(self, base: str, line_break: str) -> None:
        super().__init__()
        self.base, self.line_break = base, line_break
        self.runs: list[Run] = []
        self.styles = [Run("")]

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "br":
            self.add(self.line_break)
        elif tag == "img":
            self.add(values.get("alt") or "")
        elif tag != "wbr":
            style, href = self.styles[-1], values.get("href")
            style = replace(style, bold=style.bold or tag in BOLD, italic=style.italic or tag in ITALIC)
            self.styles.append(replace(style, href=address(self.base, href)) if href else style)

    def handle_endtag(self, tag: str) -> None:
        if len(self.styles) > 1:
            self.styles.pop()

    def handle_data(self, data: str) -> None:
        self.add(SPACES.sub(" ", data))

    def add(self, text: str) -> None:
        """Text in the style at hand; a space that follows a space, or begins a line, is dropped."""
        style, before = self.styles[-1], self.runs[-1].text if self.runs else "\n"
        if before.endswith((" ", "\n")):
            text = text.removeprefix(" ")
        if self.runs and replace(self.runs[-1], text="") == style:
            text = self.runs.pop().text + text
        if text:
            self.runs.append(replace(style, text=text))


def address(base: str, href: str) -> str:
    """The full address in ASCII. https://www.rfc-editor.org/rfc/rfc3986#section-2"""
    return quote(urljoin(base, href), safe=":/?#[]@!$&'()*+,;=%~")


@lru_cache(maxsize=5000)
def runs(html: str, base: str, line_break: str = " ") -> tuple[Run, ...]:
    """The HTML's text with its links, as seen from the address `base`, and its emphasis.

    Spaces and line breaks fold as on a page; `line_break` is what stands for `<br>`.
    """
    parser = RunParser(base, line_break)
    parser.feed(html)
    parser.close()
    found = parser.runs
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return tuple(run for run in found if run.text)
