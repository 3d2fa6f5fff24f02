"""What is run by hand and by the Makefile, a function each; its first line is what the help says of it."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterable

from .addresses.lost import unregistered
from .addresses.register import ADDRESSES, FOLDER
from .content.facts import read_facts
from .content.overdue import listing
from .content.pages import read_pages
from .files.templates import environment
from .model.register import Known
from .project import DOCS, TEMPLATES, make, read_guide, stop_on
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
    (options.root / FOLDER / ADDRESSES).write_text(written(known), encoding="utf-8")


def written(known: Iterable[Known]) -> str:
    """The register as text, sorted by address."""
    runs = {one: f".{one.run}" if one.run else "" for one in sorted(known, key=lambda one: one.address)}
    lines = [f"{one.day}{run} {one.kind:<8} /{one.address}" for one, run in runs.items()]
    return "".join(f"{line}\n" for line in (f"# {TEXTS['register']['head']}", *lines))
