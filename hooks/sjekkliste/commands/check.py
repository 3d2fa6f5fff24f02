"""Names every problem in the content, and publishes nothing."""

import os
from argparse import ArgumentParser, Namespace

from ..project import make


def add_arguments(parser: ArgumentParser) -> None:
    """It needs none."""


def run(options: Namespace) -> None:
    """Raises ContentError where there is something to mend."""
    make(options.root, os.environ)
