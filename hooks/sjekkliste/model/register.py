"""The site's memory: every address that was ever published, where those that are gone now lead,
and what has changed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Known:
    """An address that has been published, relative to the site's root, and since when: `run` tells the
    times apart that the register was kept on that day."""

    address: str
    kind: str
    day: date
    run: int = 0
    line: int = 0

    def __str__(self) -> str:
        """The line of the register that says so."""
        return f"{self.day}{f'.{self.run}' if self.run else ''} {self.kind:<8} /{self.address}"


@dataclass(frozen=True)
class Move:
    """An address that is gone, and the one that is right now. `reason` is told to those who come."""

    old: str
    new: str
    day: date
    reason: str
    line: int

    @property
    def page(self) -> str:
        """The page or file that is gone, or that the anchor stood on."""
        return self.old.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The anchor that is gone; empty for a page or file."""
        return self.old.partition("#")[2]


@dataclass(frozen=True)
class Change:
    """Something that those who link here should know."""

    id: str
    day: date
    title: str
    text: str


@dataclass(frozen=True)
class Register:
    """The register as a whole. `told` are the addresses that are said to have moved, and since when."""

    known: tuple[Known, ...] = ()
    told: tuple[Known, ...] = ()
    moves: tuple[Move, ...] = ()
    changes: tuple[Change, ...] = ()

    def leads_away(self, url: str) -> bool:
        """Whether an anchor of the page with this address now stands on another page."""
        away = (one for one in self.moves if one.new.partition("#")[0] != url)
        return any(one.page == url and one.anchor for one in away)
