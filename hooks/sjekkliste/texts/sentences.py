"""The sentences that stand below texts and lists, as runs: what they build on, and where there is help."""

from collections.abc import Iterable, Iterator

from ..model.facts import Claim, Source, by_address, by_edition
from ..model.guide import Guide
from ..model.rich_text import Run
from . import TEXTS, Words, dated, trust

SOURCES = Words("source")
Runs = tuple[Run, ...]


def closing(sources: Iterable[Source], guide: Guide) -> Runs:
    """What a sheet builds on, who made it, and how to reach them."""
    settings = guide.settings
    lines = [builds_on(sources), (Run(trust(settings, guide.checked)),)]
    if settings.contact:
        lines.append((Run(TEXTS["trust"]["contact"].format(contact=settings.contact) + "."),))
    return joined(lines)


def builds_on(sources: Iterable[Source]) -> Runs:
    """The sentences that name and link the guide's pages, and where else something comes from."""
    sources = list(sources)
    return joined([tuple(guide_sentence(sources)), tuple(claims_sentence(sources))])


def joined(lines: Iterable[Runs]) -> Runs:
    """The sentences after each other, a space between them; those without words are left out."""
    first, *rest = [line for line in lines if line] or [()]
    return (*first, *(run for line in rest for run in (Run(" "), *line)))


def guide_sentence(facts: Iterable[Source]) -> Iterator[Run]:
    """The editions of the guide, with each page linked."""
    editions = by_edition(facts)
    for place, (edition, pages) in enumerate(editions.items(), 1):
        yield Run(
            (f"{SOURCES['lead']} " if place == 1 else "") + SOURCES["edition"].format(edition=edition) + " ("
        )
        for left, page in zip(range(len(pages) - 1, -1, -1), pages, strict=True):
            yield Run(page.page, href=page.url)
            yield Run(")" if not left else f" {SOURCES['and']} " if left == 1 else ", ")
        yield Run("." if place == len(editions) else f" {SOURCES['and']} ")


def claims_sentence(facts: Iterable[Source]) -> Iterator[Run]:
    """The other sources, with their dates."""
    sources = by_address(facts)
    if sources:
        yield Run(SOURCES["others"][len(sources) > 1] + ": ")
    for left, claim in zip(range(len(sources) - 1, -1, -1), sources, strict=True):
        yield Run(claim.title, href=claim.url)
        yield Run(f" ({dated(claim.dated)})" + ("; " if left else "."))


def source_name(source: Source) -> str:
    """How a source is named in one line."""
    if isinstance(source, Claim):
        return f"{source.title} ({dated(source.dated)})"
    return f"{TEXTS['whole']['edition'].format(edition=source.edition)}, {source.page}"


def help_line() -> Runs:
    """Where someone who is exposed to violence finds help."""
    parts = (Run(part["text"], href=part.get("href", "")) for part in TEXTS["help"]["parts"])
    return (Run(TEXTS["help"]["question"], bold=True), Run(" "), *parts)
