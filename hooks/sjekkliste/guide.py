"""Gathers pages and their checklists into the one value that everything is published from."""

from collections.abc import Mapping, Sequence

from .document_reader import documents
from .facts import Source
from .model import Checklist, Guide, Settings
from .pages import PageFile
from .texts import phases


def gather(
    settings: Settings,
    pages: Sequence[PageFile],
    found: Mapping[str, Sequence[Checklist]],
    order: Sequence[str],
    points: Mapping[str, Source],
    bodies: Mapping[str, str],
) -> Guide:
    """The guide, its lists in the order of the phases, then of the menu.

    `found` holds each page's rendered checklists, by path; `bodies` its HTML as bodies.py gives it;
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
    return Guide(settings, phases(), tuple(lists), points, checked, ordered, writing)
