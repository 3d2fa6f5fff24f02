"""Adds new addresses to the register. Nothing is ever taken out of it.

PYTHONPATH=hooks python -m sjekkliste.commands.register
"""

import os
from collections.abc import Iterable
from pathlib import Path

from ..__main__ import read_guide, stop_on
from ..addresses.lost import lost, unregistered
from ..addresses.register import ADDRESSES, FOLDER
from ..model.register import Known
from ..site.publish import makers
from ..texts import TEXTS


def written(known: Iterable[Known]) -> str:
    """The register as text, sorted by address."""
    lines = [f"{one.day} {one.kind:<8} /{one.address}" for one in sorted(known, key=lambda one: one.address)]
    return "".join(f"{line}\n" for line in (f"# {TEXTS['register']['head']}", *lines))


def main(root: Path) -> None:
    """Write the register of the project in the folder."""
    guide = read_guide(root, os.environ)
    made = makers(guide)
    stop_on(lost(guide, made))
    new = unregistered(guide, made)
    file = root / FOLDER / ADDRESSES
    file.write_text(written((*guide.ledger.known, *new)), encoding="utf-8")


if __name__ == "__main__":
    main(Path())
