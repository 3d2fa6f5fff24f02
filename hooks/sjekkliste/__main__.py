"""The command line: `PYTHONPATH=hooks python -m sjekkliste COMMAND`, from the project's folder.

A command is a function, and its first line is what the help says of it. Ends with 1, and names every
problem, where there is something to mend.
"""

import argparse
import os
import sys
from argparse import Namespace
from pathlib import Path

from .addresses.lost import unregistered
from .addresses.register import ADDRESSES, FOLDER
from .content.facts import read_facts
from .content.overdue import listing
from .content.pages import read_pages
from .deploy import deploy
from .files.templates import environment
from .project import DOCS, TEMPLATES, ContentError, make, read_guide, stop_on
from .site.assets import assets
from .site.cache import FOLDER as CACHE
from .site.cache import Cache
from .site.publish import makers
from .site.publish import publish as published
from .texts import TEXTS


def check(options: Namespace) -> None:
    """Names every problem in the content, and publishes nothing."""
    make(options.root, os.environ)


def overdue(options: Namespace) -> None:
    """Lists all claims, those first that have waited longest, and marks the overdue with «!»."""
    facts, problems, _ = read_facts(options.root / DOCS / "fakta")
    stop_on(problems)
    sys.stdout.writelines(f"{line}\n" for line in listing(facts, read_pages(options.root / DOCS)))


def publish(options: Namespace) -> None:
    """Writes sheets, files and data into a site that any generator has built."""
    guide, env = read_guide(options.root, os.environ), environment(options.root / TEMPLATES)
    cache = Cache(options.root / CACHE)
    for path, content in published(guide, env, cache, assets(options.root, {}, cache.get)).items():
        target = options.site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def register(options: Namespace) -> None:
    """Adds new addresses and what has moved to the register. Nothing is ever taken out of it."""
    guide = read_guide(options.root, os.environ)
    known = (*guide.register.known, *guide.register.told, *unregistered(guide, makers(guide)))
    lines = [str(one) for one in sorted(known, key=lambda one: one.address)]
    text = "".join(f"{line}\n" for line in (f"# {TEXTS['register']['head']}", *lines))
    (options.root / FOLDER / ADDRESSES).write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Run one command; `arguments` are the words after the program's name."""
    parser = argparse.ArgumentParser(prog="sjekkliste", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder")
    commands = parser.add_subparsers(dest="command", required=True)
    for run in (check, deploy, overdue, publish, register):
        command = commands.add_parser(run.__name__, help=run.__doc__)
        command.set_defaults(run=run)
        if run in (deploy, publish):
            optional = "?" if run is deploy else None
            command.add_argument("site", type=Path, nargs=optional, help="the folder of the built site")
        if run is deploy:
            command.add_argument("--ready", action="store_true", help="write nothing")
    options = parser.parse_args(arguments)
    try:
        options.run(options)
    except ContentError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main(sys.argv[1:])
