"""Gathers pages and their checklists into the one value that everything is published from."""

from collections.abc import Mapping, Sequence

from .content.documents import is_document
from .content.pages import PageFile
from .markdown.documents import documents
from .model.addresses import page_url
from .model.facts import Source
from .model.guide import Checklist, Guide, Page, Settings
from .model.register import Ledger
from .texts import phases


def gather(
    settings: Settings,
    pages: Sequence[PageFile],
    found: Mapping[str, Sequence[Checklist]],
    order: Sequence[str],
    points: Mapping[str, Source],
    bodies: Mapping[str, str],
    ledger: Ledger,
) -> Guide:
    """The guide, its lists in the order of the phases, then of the menu.

    `found` holds each page's rendered checklists, by path; `bodies` its HTML as page_html.py gives it;
    `order` the paths in the menu.
    """
    rank = {path: number for number, path in enumerate(order)}
    phase_rank = {phase.id: number for number, phase in enumerate(phases())}
    paths = sorted(found, key=lambda path: (rank.get(path, len(rank)), path))
    lists = [checklist for path in paths for checklist in found[path]]
    lists.sort(key=lambda one: phase_rank[one.phase])
    checked = max(page.meta["kontrollert"] for page in pages)
    ordered = {path: bodies[path] for path in paths if path in bodies}
    writing = documents(pages, points, settings)
    known = sorted(
        (page for page in pages if not is_document(page)),
        key=lambda page: (rank.get(page.path, len(rank)), page.path),
    )
    return Guide(
        settings,
        phases(),
        tuple(lists),
        points,
        checked,
        bodies=ordered,
        documents=writing,
        pages=tuple(map(describe, known)),
        ledger=ledger,
    )


def describe(file: PageFile) -> Page:
    """The page as others link to it."""
    anchors = tuple(line.text for line in file.source.anchors)
    return Page(page_url(file.path), file.title, str(file.meta["description"]), anchors)
