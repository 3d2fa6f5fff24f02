"""What has changed, for those who link here: what somebody wrote, and what the register shows."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from ..model.guide import Guide
from ..texts import Words, count, long_date
from .catalogue import catalogue
from .lost import addresses, lead
from .register import FILE, ITEM, LIST, PAGE

CHANGES = Words("changes")
# Items and anchors come with their lists and pages; images and short addresses are not news.
TOLD = {PAGE: "page", LIST: "checklist", FILE: "file"}


@dataclass(frozen=True)
class News:
    """Something that changed. `id` is its anchor on the page, `rows` are titles with addresses,
    relative to the site's root."""

    id: str
    day: date
    title: str
    text: str
    rows: tuple[tuple[str, str], ...] = ()
    order: int = 0

    @property
    def instant(self) -> str:
        """A time for the feed, different for each of a day: Power Automate passes over an entry
        that is not later than the one before. https://learn.microsoft.com/connectors/rss"""
        return datetime.combine(self.day, time(0, self.order), UTC).isoformat()

    @property
    def urn(self) -> str:
        """The same on every site and for ever: readers of the feed tell entries apart by it."""
        return uuid5(NAMESPACE_URL, f"sjekkliste/endringer/{self.id}").urn


def news(guide: Guide, made: list[str]) -> list[News]:
    """All of it, newest first; what somebody wrote before what the register shows of the same day."""
    found = [*written(guide), *moved(guide, made), *new(guide, made)]
    return sorted(found, key=lambda one: (one.day, one.order), reverse=True)


def written(guide: Guide) -> Iterator[News]:
    """What somebody wrote; the file has the newest first, and a new one changes no older."""
    orders: Counter[date] = Counter()
    for one in reversed(guide.register.changes):
        orders[one.day] += 1
        yield News(one.id, one.day, one.title, one.text, order=orders[one.day] + 1)


def new(guide: Guide, made: list[str]) -> Iterator[News]:
    """One for each day on which something came that is still there."""
    titles = {one.url: one.title for one in catalogue(guide, made)}
    for day, known in groupby(sorted(guide.register.known, key=lambda one: one.day), key=lambda one: one.day):
        lines = [one for one in known if one.address in titles]
        rows = tuple((titles[one.address], one.address) for one in lines if one.kind in TOLD)
        items = sum(one.kind == ITEM for one in lines)
        if lines:
            title = CHANGES["new"].format(date=long_date(day))
            text = CHANGES["items"].format(count=count(items, CHANGES["item"])) if items else ""
            yield News(f"nytt-{day}", day, title, text, rows)


def moved(guide: Guide, made: list[str]) -> Iterator[News]:
    """One for each day on which something was moved or removed."""
    current, moves = addresses(guide, made), {move.old: move for move in guide.register.moves}
    for day, lines in groupby(sorted(guide.register.moves, key=lambda one: one.day), key=lambda one: one.day):
        rows = tuple(
            (
                CHANGES["from"].format(address=f"/{one.old}", reason=one.reason).strip(),
                lead(one.new, current, moves) or "",
            )
            for one in lines
        )
        yield News(f"flyttet-{day}", day, CHANGES["moved"].format(date=long_date(day)), "", rows, order=1)
