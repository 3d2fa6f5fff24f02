"""Adds new addresses to the register. Nothing is ever taken out of it."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from ..addresses.lost import unregistered
from ..addresses.register import ADDRESSES, FOLDER
from ..model.register import Known
from ..project import read_guide
from ..site.publish import makers
from ..texts import TEXTS


def add_arguments(parser: ArgumentParser) -> None:
    """It needs none."""


def run(options: Namespace) -> None:
    """Write the register. Raises ContentError where an address is lost."""
    guide = read_guide(options.root, os.environ)
    new = unregistered(guide, makers(guide))
    file = options.root / FOLDER / ADDRESSES
    file.write_text(written((*guide.register.known, *new)), encoding="utf-8")


def written(known: Iterable[Known]) -> str:
    """The register as text, sorted by address."""
    lines = [f"{one.day} {one.kind:<8} /{one.address}" for one in sorted(known, key=lambda one: one.address)]
    return "".join(f"{line}\n" for line in (f"# {TEXTS['register']['head']}", *lines))
