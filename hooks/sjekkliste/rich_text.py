"""Inline HTML as plain values, for formats that have their own way to write links and emphasis."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from urllib.parse import quote, urljoin


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style. `href` is a full address, or empty."""

    text: str
    href: str = ""
    bold: bool = False
    italic: bool = False


class RunParser(HTMLParser):
    """Gathers the text of inline HTML; elements that are neither link nor emphasis give only their text."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base
        self.runs: list[Run] = []
        self.styles = [Run("")]

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in ("br", "img", "wbr"):
            self.handle_data(" " if tag == "br" else "")
            return
        style, href = self.styles[-1], dict(attrs).get("href")
        style = replace(style, bold=style.bold or tag == "strong", italic=style.italic or tag == "em")
        self.styles.append(replace(style, href=address(self.base, href)) if href else style)

    def handle_endtag(self, tag: str) -> None:
        if len(self.styles) > 1:
            self.styles.pop()

    def handle_data(self, data: str) -> None:
        style = self.styles[-1]
        if self.runs and replace(self.runs[-1], text="") == style:
            data = self.runs.pop().text + data
        self.runs.append(replace(style, text=data))


def address(base: str, href: str) -> str:
    """The full address in ASCII. https://www.rfc-editor.org/rfc/rfc3986#section-2"""
    return quote(urljoin(base, href), safe=":/?#[]@!$&'()*+,;=%~")


def runs(html: str, base: str) -> list[Run]:
    """The HTML's text with its links, as seen from the address `base`, and its emphasis.

    Spaces and line breaks fold as on a page.
    """
    parser = RunParser(base)
    parser.feed(html)
    parser.close()
    folded: list[Run] = []
    for run in parser.runs:
        text = re.sub(r"[ \t\n\r]+", " ", run.text)
        if not folded or folded[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text:
            folded.append(replace(run, text=text))
    if folded:
        folded[-1] = replace(folded[-1], text=folded[-1].text.rstrip(" "))
    return [run for run in folded if run.text]
