"""The sheet that tells how to use a workbook, what it builds on, and where to read more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...model.facts import Claim, Source, by_address, by_edition
from ...model.guide import Checklist, Guide
from ...texts import TEXTS, dated, trust
from .book import WORKBOOKS, Book


def add_about(
    book: Book, url: str, lines: Iterable[str | Mapping[str, str]], checklists: Sequence[Checklist] = ()
) -> None:
    """The sheet. `url` is an address relative to the site's root, a line a text, or a link's text and url."""
    sheet = book.add_sheet(WORKBOOKS["about"])
    book.set_width(sheet, 0, 110)
    book.write(sheet, 0, 0, book.title, "title")
    facts = list(book.guide.sources_of(checklists))
    texts: list[str | Mapping[str, str]] = [*lines, TEXTS["notice"], *editions(facts)]
    texts += [source_line(claim) for claim in by_address(facts)]
    texts.append(trust(book.guide.settings, book.guide.checked))
    if contact := book.guide.settings.contact:
        texts.append(TEXTS["trust"]["contact"].format(contact=contact))
    numbers = "".join(part["text"] for part in TEXTS["help"]["parts"])
    texts.append(f"{TEXTS['help']['question']} {numbers}")
    address = book.guide.settings.site_url + url
    texts.append({"text": WORKBOOKS["more"].format(url=address), "url": address})
    for row, text in enumerate(texts, 1):
        if isinstance(text, str):
            book.write(sheet, row, 0, text, "plain")
        else:
            sheet.write_url(row, 0, text["url"], book.styles["link"], text["text"])


def stated(guide: Guide, workbook: str) -> Iterator[str | Mapping[str, str]]:
    """What the workbook states, each with the claims that it builds on."""
    for one in guide.statements:
        if one.workbook == workbook:
            yield one.text
            facts = (guide.facts[source] for source in one.sources)
            yield from (source_line(fact) for fact in facts if isinstance(fact, Claim))


def source_line(claim: Claim) -> Mapping[str, str]:
    """A link to where the claim comes from, with its date."""
    source = TEXTS["source"]["others"][0]
    return {"text": f"{source}: {claim.title} ({dated(claim.dated)})", "url": claim.url}


def editions(facts: Iterable[Source]) -> list[str]:
    """The pages of the guide, a paragraph for each edition."""
    words = TEXTS["source"]
    return [
        f"{words['lead']} {words['edition'].format(edition=edition)}: "
        + ", ".join(point.page for point in pages)
        + "."
        for edition, pages in by_edition(facts).items()
    ]
