"""Each mistake in mistakes.yml is made in a copy of the project, and the whole messages are compared."""

import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from sjekkliste.texts.yaml import load

from .project import ROOT, copy_project, problems

FILE = Path(__file__).with_name("mistakes.yml")
MISTAKES: list[dict[str, Any]] = load(FILE.read_text(encoding="utf-8"))
pytestmark = pytest.mark.usefixtures("rendered_once")


class Spoiled:
    """The copy of the project with some mistakes in it, and which files they touched."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.touched: list[Path] = []

    def spoil(self, edit: Mapping[str, Any]) -> None:
        """Make one change to one file."""
        file = self.root / edit["file"]
        self.touched.append(file)
        if edit.get("remove"):
            file.unlink()
            return
        if name := edit.get("rename"):
            self.touched.append(self.root / name)
            file.rename(self.root / name)
            return
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        if "old" in edit:
            assert text.count(edit["old"]) == 1, (edit["file"], edit["old"], text.count(edit["old"]))
            text = text.replace(edit["old"], edit["new"])
        text = edit.get("text", text) + edit.get("append", "")
        if edit.get("decomposed"):
            text = unicodedata.normalize("NFD", text)
        if ends := edit.get("line-ends"):
            text = text.replace("\n", ends)
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.encode(edit.get("encoding", "utf-8"), errors="replace"))

    def mend(self) -> None:
        """Take back every change."""
        for file in self.touched:
            original = ROOT / file.relative_to(self.root)
            if original.exists():
                shutil.copyfile(original, file)
            else:
                file.unlink(missing_ok=True)
        self.touched.clear()


def edits(mistake: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The changes; one alone stands in the entry itself."""
    found: list[dict[str, Any]] = mistake.get("edits") or ([dict(mistake)] if "file" in mistake else [])
    return found


def place(root: Path, mistake: Mapping[str, Any], said: Mapping[str, Any]) -> str:
    """File and line as the message names them."""
    first = (edits(mistake) or [{}])[0]
    name = said.get("in") or first.get("rename") or first["file"]
    at = said.get("at") or first.get("new") or first.get("append") or ""
    if isinstance(at, int):
        return f"{name}:{at}"
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(at.strip("\n")) == 1, (name, at)
    return f"{name}:{text[: text.index(at.strip(chr(10)))].count(chr(10)) + 1}"


def expected(root: Path, mistake: Mapping[str, Any]) -> list[str]:
    """The whole messages, each on a line."""
    said = [mistake, *mistake.get("also", [])] if mistake["says"] else []
    return sorted(f"{place(root, mistake, one)}: {one['says']}" for one in said)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy."""
    return copy_project(tmp_path_factory.mktemp("mistakes"))


@pytest.fixture
def spoiled(copied: Path) -> Iterator[Spoiled]:
    """The copy, which is mended after each test."""
    made = Spoiled(copied)
    yield made
    made.mend()


def by_command(root: Path) -> list[str]:
    """What the package in the folder itself says, since it reads its own texts."""
    command = [sys.executable, "-m", "sjekkliste", "--root", str(root), "check"]
    env = {**os.environ, "PYTHONPATH": str(root / "hooks")}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == (1 if done.stderr else 0)
    return done.stderr.splitlines()


@pytest.mark.parametrize("mistake", MISTAKES, ids=[one["name"] for one in MISTAKES])
def test_mistake_is_named_with_place_and_remedy(spoiled: Spoiled, mistake: dict[str, Any]) -> None:
    for edit in edits(mistake):
        spoiled.spoil(edit)
    if any(file.suffix == ".yml" and "hooks" in file.parts for file in spoiled.touched):
        assert by_command(spoiled.root) == expected(spoiled.root, mistake)
    else:
        found = problems(spoiled.root, mistake.get("env", {}))
        assert sorted(map(str, found)) == expected(spoiled.root, mistake)


def test_every_change_can_be_made(spoiled: Spoiled) -> None:
    for mistake in MISTAKES:
        for edit in edits(mistake):
            spoiled.spoil(edit)
        assert expected(spoiled.root, mistake) is not None, mistake["name"]
        spoiled.mend()


def test_names_are_different() -> None:
    names = [one["name"] for one in MISTAKES]
    assert sorted(set(names)) == sorted(names)


def test_the_project_as_it_stands_has_no_mistake() -> None:
    assert problems(ROOT, {}) == []
