"""Gathers pages and their checklists into the one value that everything is published from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from .check import PageFile
from .model import Checklist, Guide, Point, Settings
from .texts import TEXTS, phases


class ConfigLoader(yaml.SafeLoader):
    """Reads mkdocs.yml as plain YAML; the engine's own tags say nothing about the order."""


ConfigLoader.add_multi_constructor("!", lambda loader, suffix, node: None)
ConfigLoader.add_multi_constructor("tag:", lambda loader, suffix, node: None)


def page_order(config_file: Path) -> list[str]:
    """The Markdown files in the order of the site's menu, as paths below docs/."""
    config = yaml.load(config_file.read_text(encoding="utf-8"), Loader=ConfigLoader)  # noqa: S506
    return list(walk(config.get("nav") or []))


def walk(entry: Any) -> Iterator[str]:
    """The file names in a menu, however deep."""
    if isinstance(entry, str):
        yield entry
    else:
        for child in entry.values() if isinstance(entry, dict) else entry:
            yield from walk(child)


def gather(
    settings: Settings,
    pages: Sequence[PageFile],
    found: Mapping[str, Iterable[Checklist]],
    order: Sequence[str],
    points: Mapping[str, Point],
) -> Guide:
    """The guide, its lists in the order of the phases, then of the menu.

    `found` holds each page's rendered checklists. Raises ValueError when a list that
    stands in the source did not come out of the rendering whole: a list that is silently
    empty on the live site is the worst that can happen here.
    """
    rank = {path: number for number, path in enumerate(order)}
    phase_rank = {phase.id: number for number, phase in enumerate(phases())}
    paths = sorted(found, key=lambda path: (rank.get(path, len(rank)), path))
    lists = [checklist for path in paths for checklist in found[path]]
    lists.sort(key=lambda one: phase_rank[one.phase])
    written = {item.id for page in pages for block in page.source().blocks for item in block.items}
    lost = written - {item.id for checklist in lists for item in checklist.items}
    if lost:
        raise ValueError(TEXTS["problems"]["not-rendered"].format(ids=", ".join(sorted(lost))))
    checked = max(page.meta["kontrollert"] for page in pages)
    return Guide(settings, phases(), tuple(lists), points, checked)
