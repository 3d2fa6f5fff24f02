"""Which printable sheets there are, and what stands on each."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import attrgetter

from ..model.guide import Checklist, Guide
from ..texts import TEXTS

ALL, ESSENTIALS, MEETING = "alle", "minst-dette", "mote"
HTML = ".html"
by_phase = attrgetter("phase")


@dataclass(frozen=True)
class Sheet:
    """Lists that are printed together. `code` leads back from paper; empty on the sheet of all. `phase` is
    the title of the phase that it belongs to, where that says more than its own.

    `per_kommune` sheets have a column for each kommune's answer instead of the four answers;
    `upright` ones stand on one page, with lower rows and without help; those with one list `alone` are for
    printing, and stand beside the phase's.
    """

    id: str
    code: str
    title: str
    phase: str
    url: str
    checklists: tuple[Checklist, ...]
    per_kommune: bool = False
    upright: bool = False
    alone: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)
    """Of all phases, where the lists are of more than one."""

    @property
    def parts(self) -> list[tuple[str, tuple[Checklist, ...]]]:
        """Its lists under the title of each phase; under none where all are of the same."""
        parts = groupby(self.checklists, by_phase)
        found = [(self.titles.get(phase, ""), tuple(lists)) for phase, lists in parts]
        return found if len(found) > 1 else [("", self.checklists)]

    @property
    def is_phase(self) -> bool:
        """Whether it holds all lists of one phase."""
        return all(one.phase == self.id for one in self.checklists)

    @property
    def description(self) -> str:
        """What it is, in a sentence."""
        return str(TEXTS["sheets"]["description"].format(title=self.title))

    @property
    def short(self) -> str:
        """The address that leads back from paper, relative to the site's root."""
        return f"k/{self.code}/" if self.code else self.url


def reserved() -> tuple[str, ...]:
    """Names in /utskrift/ that no list may take, besides those of the phases."""
    pages = (name.removesuffix(HTML) for name in TEXTS["files"] if name.endswith(HTML))
    return (ALL, ESSENTIALS, MEETING, "index", *pages)


def sheets(guide: Guide) -> list[Sheet]:
    """One sheet for each phase that has lists, one for each list, one of the essentials, one of all."""
    phases = [(phase, guide.of_phase(phase.id)) for phase in guide.phases]
    found = [Sheet(one.id, one.code, one.title, "", f"{one.id}/", lists) for one, lists in phases if lists]
    found += [list_sheet(one, guide) for one in guide.checklists]
    found += [essentials_sheet(guide)] if guide.essentials() else []
    return [*found, sheet_of_all(guide)] if found else []


def list_sheet(one: Checklist, guide: Guide) -> Sheet:
    """A list alone, or a decision that several kommuner take together."""
    phase, joint = guide.phase(one.phase).title, one.kind == "decision"
    above = phase if phase != one.title else ""
    url = f"{one.url}#{one.id}"
    return Sheet(one.id, one.code, one.title, above, url, (one,), per_kommune=joint, alone=not joint)


def sheet_of_all(guide: Guide) -> Sheet:
    """Every list, under the titles of the phases."""
    titles = {phase.id: phase.title for phase in guide.phases}
    return Sheet(ALL, "", TEXTS["sheets"]["all"], "", "utskrift/", guide.checklists, titles=titles)


def essentials_sheet(guide: Guide) -> Sheet:
    """What a kommune with little time should do, as one list on one page."""
    title = TEXTS["sheets"]["essentials"]
    items = tuple(replace(item, help="", help_html="") for item in guide.essentials())
    one = Checklist(ESSENTIALS, "", "checklist", "", title, f"{ESSENTIALS}/", items)
    return Sheet(ESSENTIALS, "", title, "", f"{ESSENTIALS}/", (one,), upright=True)
