"""What the guide holds, as frozen values: the one model that every format is made from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from .document import Document
from .facts import Source
from .register import Register

Kind = Literal["checklist", "decision", "measures"]
Part = Literal["should", "condition"]
"""Whether a question asks if a joint plan is wise, or if a condition for one is met."""
Place = Literal["for", "against", "unclear", "in-place", "missing"]
"""Where an answer lands in the summary."""

PARTS: dict[Part, tuple[Place, ...]] = {
    "should": ("for", "against", "unclear"),
    "condition": ("in-place", "missing", "unclear"),
}


def part_of(yes: Place | None) -> Part:
    """The part that a question belongs to, by what Yes means."""
    return "condition" if yes == "in-place" else "should"


@dataclass(frozen=True)
class Phase:
    """A phase of the plan work. `id` is also its address, `code` stands on paper."""

    id: str
    code: str
    title: str
    gives: str
    """What the kommune has when the phase is done, as one sentence."""
    sources: tuple[str, ...] = ()
    """Ids of the points and claims that it builds on."""


@dataclass(frozen=True)
class FixedPoint:
    """A date of the year that the work must fit in. The kommune says the day it is `asked` for; the deadline
    is so many months after it."""

    name: str
    asked: str
    months: int | None
    known: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Statement:
    """Something that a workbook says of what it builds on; `sources` are none where it is our own."""

    workbook: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Measure:
    """Something that a kommune can choose to do, and for whom. Who usually answers for it, and how one sees
    that it is done (`sign`), are our proposals."""

    id: str
    code: str
    text: str
    area: str
    groups: tuple[str, ...]
    owner: str
    sign: str
    remark: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Link:
    """Where to read more. `href` is relative to the site's root, or a full address."""

    text: str
    href: str


@dataclass(frozen=True)
class Item:
    """One thing to do (in a checklist) or to answer (in a decision).

    `html` and `help_html` are inline HTML whose links are relative to the site's
    root; `text` and `help` are the same without markup. `sources` are ids of points and claims,
    `formerly` the ids that the item had before, `essential_because` why it is among the few that a
    kommune with little time should do, empty where it is not, `weighs` where each answer lands.
    """

    id: str
    code: str
    text: str
    html: str
    help: str
    help_html: str
    more: Link | None
    sources: tuple[str, ...]
    formerly: tuple[str, ...] = ()
    essential_because: str = ""
    weighs: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True)
class Checklist:
    """A list of items. `url` is the address of its page, relative to the site's root."""

    id: str
    code: str
    kind: Kind
    phase: str
    title: str
    url: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Page:
    """A page of the guide. `url` is relative to the site's root, `anchors` are its headings' ids.

    `changed` leads to what has changed since the guide was written, `shows` names what the page shows
    of the guide below its text, and is empty where that is nothing.
    """

    url: str
    title: str
    description: str
    anchors: tuple[str, ...]
    checked: date
    changed: tuple[Link, ...] = ()
    shows: str = ""


@dataclass(frozen=True)
class Settings:
    """What a publisher sets. `site_url` ends in a slash; `publisher` may be empty."""

    site_url: str
    publisher: str = ""
    contact: str = ""


@dataclass(frozen=True)
class Guide:
    """Everything that the published files are made from.

    `checked` is the newest date in the content: the only date there is. `page_html` is the HTML of every
    page's text, by path in the order of the menu, with links seen from the site's root.
    """

    settings: Settings
    phases: tuple[Phase, ...]
    checklists: tuple[Checklist, ...]
    facts: Mapping[str, Source]
    """All that the lists may build on, by id: the guide's points, and claims from elsewhere."""
    checked: date
    page_html: Mapping[str, str] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    pages: tuple[Page, ...] = ()
    register: Register = field(default_factory=Register)
    fixed_points: tuple[FixedPoint, ...] = ()
    statements: tuple[Statement, ...] = ()
    measures: tuple[Checklist, ...] = ()
    """What a kommune can choose among, by area: no steps of the work, so never among the checklists."""
    bank: tuple[Measure, ...] = ()

    def of_phase(self, phase: str) -> tuple[Checklist, ...]:
        """The phase's lists in page order, decisions included."""
        return tuple(one for one in self.checklists if one.phase == phase)

    def items_of(self, phase: str, kind: Kind) -> int:
        """How many items the phase's lists of this kind hold."""
        return sum(len(one.items) for one in self.of_phase(phase) if one.kind == kind)

    def sources_of(self, checklists: Iterable[Checklist]) -> Iterator[Source]:
        """The points and claims that the lists' items build on."""
        for one in checklists:
            yield from (self.facts[source] for item in one.items for source in item.sources)

    def essentials(self, phase: str = "") -> tuple[Item, ...]:
        """What a kommune with little time should do, in one phase or in all."""
        lists = self.of_phase(phase) if phase else self.checklists
        return tuple(item for one in lists for item in one.items if item.essential_because)

    def phase_of(self, url: str) -> str:
        """The id of the phase that the address, relative to the site's root, is in; empty for others."""
        first = url.partition("/")[0]
        return first if any(one.id == first for one in self.phases) else ""

    def steps_of(self, phase: str) -> tuple[Page, ...]:
        """The phase's own pages in the order of the menu: not its opening, nor the tools below a page."""
        return tuple(one for one in self.pages if self.phase_of(one.url) == phase and one.url.count("/") == 2)

    def above(self, url: str) -> Page | None:
        """The page that a tool belongs to: the one that its address lies below."""
        steps = self.steps_of(self.phase_of(url))
        return next((one for one in steps if one.url != url and url.startswith(one.url)), None)

    def next_page(self, url: str) -> Page | None:
        """The page to go on to: the next in the menu, past the tools below this one."""
        place = [page.url for page in self.pages].index(url)
        below = url if url.count("/") > 1 else None
        later = (page for page in self.pages[place + 1 :] if not below or not page.url.startswith(below))
        return next(later, None)

    def phase(self, phase: str) -> Phase:
        """The phase with this id. Raises KeyError where there is none."""
        return {one.id: one for one in self.phases}[phase]


@dataclass(frozen=True, order=True)
class Problem:
    """Something an editor must mend: where, what is wrong, and the remedy."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"
