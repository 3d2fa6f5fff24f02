"""What is stated outside the pages, from docs/: the phases of the plan work in their order, the fixed points
of its year, and what the workbooks say of their sources. Each says what it builds on."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model.guide import FixedPoint, Measure, Phase, Problem, Statement
from ..texts.yaml import Entry
from .measures import area_faults
from .pages import PageFile
from .problems import Fault, fault, in_file
from .reading import Spec, read_entries, table, unknown_sources, values
from .settings import Config

PHASES, MEASURES = "faser.yml", "fakta/tiltak.yml"
FILES: dict[str, tuple[Any, Spec]] = {
    PHASES: (Phase, table("id=id! kode=letter! tittel=name gir=text bygger_pa=ids")),
    "fakta/faste-punkter.yml": (
        FixedPoint,
        table("punkt=text dato=text maneder=number? vit=text bygger_pa=ids"),
    ),
    MEASURES: (
        Measure,
        table(
            "id=id! kode=code! tiltak=text omrade=area for=groups ansvarlig=text tegn=text merknad=text? "
            "bygger_pa=ids"
        ),
    ),
    "fakta/om-regnearkene.yml": (Statement, table("ark=workbook sier=text bygger_pa=ids-or-none")),
}


@dataclass(frozen=True)
class Stated:
    """What is sound, and what must be mended."""

    phases: tuple[Phase, ...]
    points: tuple[FixedPoint, ...]
    measures: tuple[Measure, ...]
    statements: tuple[Statement, ...]
    problems: list[Problem]


def read_stated(
    docs: Path, ids: Container[str] | None, config: Config | None = None, pages: Iterable[PageFile] = ()
) -> Stated:
    """What the files hold; `ids` are what it may build on, None where nobody knows. Phases are called the
    same in the menu and on their pages."""
    made: list[tuple[Any, ...]] = []
    problems: list[Problem] = []
    for name, (kind, spec) in FILES.items():
        read = read_entries(docs / name, spec)
        faults = read.faults or list(unknown_sources(read.sound, ids))
        if not read.faults and name == PHASES and config:
            faults += title_faults(read.sound, pages, config)
        if not read.faults and name == MEASURES:
            faults += area_faults(read.sound)
        problems += in_file(f"docs/{name}", faults)
        made.append(tuple(kind(*values(entry, spec)) for entry in read.sound))
    phases, points, measures, statements = made
    return Stated(phases, points, measures, statements, problems)


def title_faults(phases: Iterable[Entry], pages: Iterable[PageFile], config: Config) -> Iterator[Fault]:
    """Phases that are called something else elsewhere."""
    titles = {page.path: page.title for page in pages if not page.unread}
    for phase in phases:
        title, front = phase["tittel"], f"{phase['id']}/index.md"
        places = [f"docs/{front}"] if titles.get(front, title) != title else []
        places += ["mkdocs.yml"] if config.menu and title not in config.titles else []
        for place in places:
            yield fault(phase.line_of("tittel"), "phase-name", title=title, place=place)
