"""Writes sheets, files and data into a site that any generator has built."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..project import TEMPLATES, read_guide
from ..site.cache import FOLDER, Cache
from ..site.publish import publish


def add_arguments(parser: ArgumentParser) -> None:
    """Where the site is."""
    parser.add_argument("site", type=Path, help="the folder of the built site")


def run(options: Namespace) -> None:
    """Raises ContentError, before anything is written, where there is something to mend."""
    guide = read_guide(options.root, os.environ)
    for path, content in publish(guide, options.root / TEMPLATES, Cache(options.root / FOLDER)).items():
        target = options.site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
