"""Running text as runs: from inline HTML, and the lines that stand on every sheet."""

from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from urllib.parse import urljoin

from .document import Run
from .model import Point
from .texts import TEXTS

Runs = tuple[Run, ...]


class RunReader(HTMLParser):
    """Gathers the words between tags; `site` is what links are seen from."""

    def __init__(self, site: str) -> None:
        super().__init__()
        self.site = site
        self.open: list[tuple[str, str]] = []
        self.runs: list[Run] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "br":
            self.add("\n")
        elif tag == "img":
            self.add(values.get("alt") or "")
        else:
            href = values.get("href") or ""
            self.open.append((tag, urljoin(self.site, href) if href else ""))

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self.open]
        if tag in names:
            del self.open[len(names) - 1 - names[::-1].index(tag)]

    def handle_data(self, data: str) -> None:
        self.add(" ".join(data.split("\n")))

    def add(self, text: str) -> None:
        tags = {name for name, _ in self.open}
        href = next((href for _, href in reversed(self.open) if href), "")
        self.runs.append(Run(text, bool(tags & {"strong", "b"}), bool(tags & {"em", "i"}), href))


def runs(html: str, site: str) -> Runs:
    """The words of inline HTML, without other markup than bold, italic and links."""
    reader = RunReader(site)
    reader.feed(html)
    reader.close()
    return tuple(reader.runs)


def builds_on(editions: Mapping[str, Sequence[Point]]) -> Runs:
    """The sentence that names and links the guide's pages, from what `by_edition` gives."""
    text = TEXTS["source"]
    found = [Run(text["lead"] + " ")]
    for left, (edition, pages) in zip(range(len(editions) - 1, -1, -1), editions.items(), strict=True):
        found.append(Run(text["edition"].format(edition=edition) + " ("))
        for rest, page in zip(range(len(pages) - 1, -1, -1), pages, strict=True):
            found.append(Run(page.page, href=page.url))
            found.append(Run(")" if not rest else f" {text['and']} " if rest == 1 else ", "))
        found.append(Run(f" {text['and']} " if left else "."))
    return tuple(found)


def help_line() -> Runs:
    """Where someone who is exposed to violence finds help."""
    parts = (Run(part["text"], href=part.get("href", "")) for part in TEXTS["help"]["parts"])
    return (Run(TEXTS["help"]["question"] + " ", bold=True), *parts)
