"""Where a change since the guide was written is told, so that affected pages can lead there.

A page says what affects it above its text: `endret: [P-krisesenter-03]`.
"""

from collections.abc import Iterable, Iterator, Mapping

from ..model.addresses import page_url
from .pages import PageFile
from .problems import Fault, fault

TOLD_IN = "om/nytt-i-lov-og-regelverk.md"


def change_links(pages: Iterable[PageFile]) -> dict[str, str]:
    """Each claim that the page of changes tells, with the address of its section from the site's root."""
    return {
        claim.text: f"{page_url(page.path)}#{anchor.text}"
        for page in pages
        if page.path == TOLD_IN
        for anchor in page.source.anchors
        for claim in page.source.claims
        if anchor.number < claim.number
    }


def change_faults(page: PageFile, links: Mapping[str, str], docs: str) -> Iterator[Fault]:
    """Changes that the page leads to, and that nobody tells."""
    for claim in page.changed:
        if claim not in links:
            yield fault(page.meta.line_of("endret"), "change-not-told", claim=claim, page=f"{docs}/{TOLD_IN}")
