"""What has changed, for those who link here: what somebody wrote, and what the register shows."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from ..model.guide import Guide
from ..model.register import Known
from ..texts import Words, count, long_date
from .catalogue import catalogue
from .lost import NEWS_PAGE, addresses, lead, unregistered
from .register import FILE, ITEM, LIST, MOVED, NEWS, PAGE

CHANGES = Words("changes")
# Items and anchors come with their lists and pages; images and short addresses are not news.
TOLD = {PAGE: "page", LIST: "checklist", FILE: "file"}
Run = tuple[date, int]


@dataclass(frozen=True)
class News:
    """Something that changed. `id` is its anchor on the page, `day` is shown; `run` is when the register was
    told, `order` its place among what was told then. `rows` are titles with addresses, relative to the
    site's root."""

    id: str
    day: date
    title: str
    text: str
    run: Run
    order: int
    rows: tuple[tuple[str, str], ...] = ()

    @property
    def instant(self) -> str:
        """A time for the feed, later than that of all that was told before: Power Automate passes over an
        entry that is not later than the one before. https://learn.microsoft.com/connectors/rss"""
        day, run = self.run
        return datetime.combine(day, time(run // 60, run % 60, self.order), UTC).isoformat()

    @property
    def urn(self) -> str:
        """The same on every site and for ever: readers of the feed tell entries apart by it."""
        return uuid5(NAMESPACE_URL, f"sjekkliste/endringer/{self.id}").urn


def news(guide: Guide, made: list[str]) -> list[News]:
    """All of it, newest first; what somebody wrote before what the register shows of the same run. What the
    register has not been told of yet comes as if it had."""
    lines = [*guide.register.known, *guide.register.told, *unregistered(guide, made)]
    found = [*written(guide, lines), *moved(guide, made, lines), *new(guide, made, lines)]
    return sorted(found, key=lambda one: one.instant, reverse=True)


def runs(lines: Iterable[Known]) -> Iterator[tuple[Run, list[Known]]]:
    """The lines by when the register was told of them, the oldest first."""
    for run, together in groupby(
        sorted(lines, key=lambda one: (one.day, one.run)), lambda one: (one.day, one.run)
    ):
        yield run, list(together)


def name(kind: str, run: Run) -> str:
    """The anchor of what was told then."""
    day, number = run
    return f"{kind}-{day}" + (f"-{number}" if number else "")


def written(guide: Guide, lines: Iterable[Known]) -> Iterator[News]:
    """What somebody wrote; the file has the newest first, and a new one changes no older."""
    told = {one.address: (one.day, one.run) for one in lines if one.kind == NEWS}
    orders: Counter[Run] = Counter()
    for one in reversed(guide.register.changes):
        run = told[f"{NEWS_PAGE}#{one.id}"]
        orders[run] += 1
        yield News(one.id, one.day, one.title, one.text, run, orders[run] + 1)


def new(guide: Guide, made: list[str], lines: Iterable[Known]) -> Iterator[News]:
    """One for each time that something came that is still there."""
    titles = {one.url: one.title for one in catalogue(guide, made)}
    for run, known in runs(one for one in lines if one.kind != MOVED and one.address in titles):
        rows = tuple((titles[one.address], one.address) for one in known if one.kind in TOLD)
        items = sum(one.kind == ITEM for one in known)
        title = CHANGES["new"].format(date=long_date(run[0]))
        text = CHANGES["items"].format(count=count(items, CHANGES["item"])) if items else ""
        yield News(name("nytt", run), run[0], title, text, run, 0, rows)


def moved(guide: Guide, made: list[str], lines: Iterable[Known]) -> Iterator[News]:
    """One for each time that something was moved or removed."""
    current, moves = addresses(guide, made), {move.old: move for move in guide.register.moves}
    for run, told in runs(one for one in lines if one.kind == MOVED and one.address in moves):
        found = [moves[one.address] for one in told]
        rows = tuple(
            (
                CHANGES["from"].format(address=f"/{one.old}", reason=one.reason).strip(),
                lead(one.new, current, moves) or "",
            )
            for one in found
        )
        day = max(one.day for one in found)
        yield News(name("flyttet", run), day, CHANGES["moved"].format(date=long_date(day)), "", run, 1, rows)
