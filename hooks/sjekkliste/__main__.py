"""Publishes the sheets, short addresses and data into a site built by any generator.

    PYTHONPATH=hooks python -m sjekkliste site

Reads docs/, overrides/ and the menu in mkdocs.yml; exits with 1 and names every problem.
"""

import argparse
import os
import sys
from pathlib import Path

from markdown import Markdown

from .check import FRONT_MATTER, check, read_pages
from .guide import gather, page_order
from .markdown_extension import ChecklistExtension
from .model import Guide, Settings
from .points import read_points
from .publish import publish


def read_guide(root: Path, settings: Settings) -> Guide:
    """The guide from the project's folder. Raises SystemExit with every problem in the content."""
    pages, points = read_pages(root / "docs"), read_points(root / "docs" / "fakta")
    if problems := check(pages, points):
        raise SystemExit("\n".join(map(str, problems)))
    found = {}
    for page in pages:
        extension = ChecklistExtension(points)
        extension.path = page.path
        Markdown(extensions=[extension, "attr_list", "toc"]).convert(FRONT_MATTER.sub("", page.text))
        found[page.path] = extension.checklists
    return gather(settings, pages, found, page_order(root / "mkdocs.yml"), points)


def main(arguments: list[str]) -> None:
    """Write the files; `arguments` are the words after the program's name."""
    parser = argparse.ArgumentParser(prog="sjekkliste", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder")
    options = parser.parse_args(arguments)
    guide = read_guide(options.root, settings_from(os.environ))
    for path, content in publish(guide, options.root / "overrides").items():
        target = options.site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def settings_from(environ: "os._Environ[str] | dict[str, str]") -> Settings:
    """The publisher's settings, by the same names and defaults as in mkdocs.yml."""
    return Settings(
        environ.get("SITE_URL", "https://sjekkliste.example/").rstrip("/") + "/",
        environ.get("UTGIVER", ""),
        environ.get("KONTAKT", ""),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
