"""The project's folders, and how the tests build it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from sjekkliste.content.stated import read_stated
from sjekkliste.model.guide import Problem
from sjekkliste.project import ContentError, make

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PHASES = read_stated(DOCS, None).phases
MOVES = Path("docs/register/flyttet.yml")


def problems(root: Path, environ: Mapping[str, str]) -> list[Problem]:
    """All problems in the project's folder, sorted by place."""
    try:
        make(root, environ)
    except ContentError as error:
        return error.problems
    return []


def build(
    project: Path,
    site: Path,
    env: Mapping[str, str] | None = None,
    clock: Sequence[str] = (),
    generator: str = "mkdocs",
) -> subprocess.CompletedProcess[str]:
    """Run the real build of the project in the folder, as `make build` does.

    `clock` is a command to run it under, such as `faketime 2031-02-03`.
    """
    return subprocess.run(
        [
            *(*clock, sys.executable, "-m", generator, "build"),
            *("--config-file", "mkdocs.yml", "--strict", "--site-dir", str(site)),
        ],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", **(env or {})},
        capture_output=True,
        text=True,
        check=False,
    )


def copy_project(folder: Path) -> Path:
    """A copy of the project, in a folder below this one, that a test may spoil."""
    project = folder / "project"
    for name in ("docs", "hooks", "overrides", "templates"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    return project


def edit(page: Path, *changes: tuple[str, str]) -> None:
    """Replace each text, once, by the one beside it."""
    text = page.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    page.write_text(text, encoding="utf-8")


def item_source(page: Path, identity: str) -> str:
    """The lines of an item as they stand in the page's Markdown."""
    found = re.search(rf"- \[ \] .*\{{#{identity}\}}\n(?: {{4}}.*\n)*\n", page.read_text(encoding="utf-8"))
    assert found
    return found[0]


def move(project: Path, old: str, new: str, reason: str = "") -> None:
    """Say in the register where an address leads now."""
    file = project / MOVES
    entry = f"- fra: {old}\n  til: {new}\n  dato: 2027-05-05\n" + (f"  fordi: {reason}\n" if reason else "")
    file.write_text(file.read_text(encoding="utf-8").replace("[]\n", "") + entry, encoding="utf-8")
