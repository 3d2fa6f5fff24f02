"""Lists all claims, those first that have waited longest, and marks the overdue with «!»."""

import sys
from argparse import ArgumentParser, Namespace

from ..content.facts import read_facts
from ..content.overdue import listing
from ..content.pages import read_pages
from ..project import DOCS, stop_on


def add_arguments(parser: ArgumentParser) -> None:
    """It needs none."""


def run(options: Namespace) -> None:
    """Print the list. Raises ContentError where the facts cannot be read."""
    facts, problems, _ = read_facts(options.root / DOCS / "fakta")
    stop_on(problems)
    sys.stdout.writelines(f"{line}\n" for line in listing(facts, read_pages(options.root / DOCS)))
