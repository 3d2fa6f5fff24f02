"""Publishes the sheets, short addresses and data into a site built by any generator.

    PYTHONPATH=hooks python -m sjekkliste site

Reads docs/, overrides/ and the menu in mkdocs.yml; exits with 1 and names every problem.
"""

import argparse
import os
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from markdown import Markdown

from .addresses.lost import lost
from .addresses.register import read_ledger
from .content.check import check, compare
from .content.facts import read_facts
from .content.pages import read_pages
from .content.settings import page_order, read_settings
from .markdown.extension import ChecklistExtension
from .model.addresses import from_root
from .model.guide import Guide, Problem
from .model.page_html import rooted
from .project import gather
from .site.cache import FOLDER, Cache
from .site.publish import makers, publish

MARKDOWN = ("attr_list", "fenced_code", "tables", "toc")
OPTIONS = {"tables": {"use_align_attribute": True}}


def read_guide(root: Path, environ: Mapping[str, str]) -> Guide:
    """The guide from the project's folder. Raises SystemExit with every problem in the content."""
    pages = read_pages(root / "docs")
    points, problems = read_facts(root / "docs" / "fakta")
    ledger, unread = read_ledger(root / "docs" / "register")
    stop_on([*problems, *unread])
    stop_on(check(pages, points))
    found, bodies = {}, {}
    for page in pages:
        extension = ChecklistExtension(points)
        extension.begin(page.path)
        text = Markdown(extensions=[extension, *MARKDOWN], extension_configs=OPTIONS).convert(page.body)
        bodies[page.path] = rooted(text, partial(from_root, path=page.path))
        found[page.path] = extension.checklists
    stop_on(compare(pages, found))
    config = root / "mkdocs.yml"
    order = page_order(config)
    return gather(read_settings(config, environ), pages, found, order, points, bodies, ledger)


def stop_on(problems: list[Problem]) -> None:
    """End the program, naming every problem."""
    if problems:
        raise SystemExit("\n".join(map(str, problems)))


def main(arguments: list[str]) -> None:
    """Write the files; `arguments` are the words after the program's name."""
    parser = argparse.ArgumentParser(prog="sjekkliste", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder")
    options = parser.parse_args(arguments)
    guide = read_guide(options.root, os.environ)
    stop_on(lost(guide, makers(guide)))
    cache = Cache(options.root / FOLDER)
    for path, content in publish(guide, options.root / "overrides", cache).items():
        target = options.site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


if __name__ == "__main__":
    main(sys.argv[1:])
