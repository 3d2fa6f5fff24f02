"""Which printable sheets there are, and what stands on each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from ..model.guide import Checklist, Guide, Kind
from ..texts import TEXTS, phases

ALL, LEAST = "alle", "minst-dette"
HTML = ".html"
by_phase = attrgetter("phase")


@dataclass(frozen=True)
class Sheet:
    """Lists that are printed together. `code` leads back from paper; empty on the sheet of all.

    `per_kommune` sheets have a column for each kommune's answer instead of the four answers;
    `upright` ones stand on one page, with lower rows and without help.
    """

    id: str
    code: str
    title: str
    phase: str
    url: str
    checklists: tuple[Checklist, ...]
    per_kommune: bool = False
    upright: bool = False

    @property
    def parts(self) -> list[tuple[str, tuple[Checklist, ...]]]:
        """Its lists under the title of each phase; under none where all are of the same."""
        titles = {phase.id: phase.title for phase in phases()}
        found = [(titles.get(phase, ""), tuple(lists)) for phase, lists in groupby(self.checklists, by_phase)]
        return found if len(found) > 1 else [("", self.checklists)]

    @property
    def short(self) -> str:
        """The address that leads back from paper, relative to the site's root."""
        return f"k/{self.code}/" if self.code else self.url


def reserved() -> tuple[str, ...]:
    """Names in /utskrift/ that no list may take."""
    pages = (name.removesuffix(HTML) for name in TEXTS["files"] if name.endswith(HTML))
    return (*(phase.id for phase in phases()), ALL, LEAST, "index", *pages)


def sheet_ids(lists: Iterable[tuple[str, Kind, str]], *, least: bool) -> list[str]:
    """The sheets that these lists, given as (phase, kind, id), are printed on; `least` tells whether
    any item is among the least to do."""
    lists = list(lists)
    named = {phase for phase, _, _ in lists}
    ids = [phase.id for phase in phases() if phase.id in named]
    ids += [identity for _, kind, identity in lists if kind == "decision"]
    return [*ids, *([LEAST] if least else []), ALL] if ids else []


def sheets(guide: Guide) -> list[Sheet]:
    """One sheet for each phase that has lists, one for each decision, one with the least, one with all."""
    keys = [(one.phase, one.kind, one.id) for one in guide.checklists]
    return [sheet(identity, guide) for identity in sheet_ids(keys, least=bool(guide.least()))]


def sheet(identity: str, guide: Guide) -> Sheet:
    """The sheet with this id. Raises KeyError where there is none."""
    if identity == ALL:
        title = TEXTS["sheets"]["all"]
        return Sheet(ALL, "", title, "", "utskrift/", guide.checklists)
    if identity == LEAST:
        return least_sheet(guide)
    if lists := guide.of_phase(identity):
        phase = guide.phase(identity)
        return Sheet(identity, phase.code, phase.title, phase.title, f"{identity}/", lists)
    decision = {one.id: one for one in guide.checklists}[identity]
    return Sheet(
        identity,
        decision.code,
        decision.title,
        guide.phase(decision.phase).title,
        f"{decision.url}#{decision.id}",
        (decision,),
        per_kommune=True,
    )


def least_sheet(guide: Guide) -> Sheet:
    """The least to do, as one list on one page."""
    title = TEXTS["sheets"]["least"]
    items = tuple(replace(item, help="", help_html="") for item in guide.least())
    one = Checklist(LEAST, "", "checklist", "", title, f"{LEAST}/", items)
    return Sheet(LEAST, "", title, "", f"{LEAST}/", (one,), upright=True)


def sheet_of(checklist: Checklist) -> str:
    """The id of the sheet that a list's page leads to."""
    return checklist.id if checklist.kind == "decision" else checklist.phase
