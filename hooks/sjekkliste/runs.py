"""Running text as runs: from inline HTML, and the lines that stand on every sheet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from urllib.parse import urljoin

from .document import Run
from .facts import Claim, Point, Source, by_address, by_edition
from .texts import TEXTS, dated

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


def builds_on(sources: Iterable[Source]) -> Runs:
    """The sentences that name and link the guide's pages, and where else something comes from."""
    sources = list(sources)
    editions = by_edition(one for one in sources if isinstance(one, Point))
    claims = by_address(one for one in sources if isinstance(one, Claim))
    return (*editions_line(editions), *([Run(" ")] if editions and claims else []), *claims_line(claims))


def editions_line(editions: Mapping[str, Sequence[Point]]) -> Iterator[Run]:
    """The guide's pages, from what `by_edition` gives."""
    text = TEXTS["source"]
    if editions:
        yield Run(text["lead"] + " ")
    for left, (edition, pages) in zip(range(len(editions) - 1, -1, -1), editions.items(), strict=True):
        yield Run(text["edition"].format(edition=edition) + " (")
        for rest, page in zip(range(len(pages) - 1, -1, -1), pages, strict=True):
            yield Run(page.page, href=page.url)
            yield Run(")" if not rest else f" {text['and']} " if rest == 1 else ", ")
        yield Run(f" {text['and']} " if left else ".")


def claims_line(claims: Sequence[Claim]) -> Iterator[Run]:
    """The other sources, with their dates."""
    if claims:
        yield Run(TEXTS["source"]["others"][len(claims) > 1] + ": ")
    for left, claim in zip(range(len(claims) - 1, -1, -1), claims, strict=True):
        yield Run(claim.title, href=claim.url)
        yield Run(f" ({dated(claim.dated)})" + ("; " if left else "."))


def help_line() -> Runs:
    """Where someone who is exposed to violence finds help."""
    parts = (Run(part["text"], href=part.get("href", "")) for part in TEXTS["help"]["parts"])
    return (Run(TEXTS["help"]["question"] + " ", bold=True), *parts)
