"""Made files are kept as long as nothing they are made from has changed, and no longer."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sjekkliste.__main__ import read_guide
from sjekkliste.cache import KEEP, Cache, write
from sjekkliste.model import Guide
from sjekkliste.publish import publish

from .project import ROOT

KEPT = b"taken from the folder"


def counting() -> tuple[Callable[[], bytes], list[bytes]]:
    """A maker, and the list of what it has made."""
    made: list[bytes] = []

    def make() -> bytes:
        made.append(f"file {len(made)}".encode())
        return made[-1]

    return make, made


def test_same_ingredients_give_the_kept_file(tmp_path: Path) -> None:
    make, made = counting()
    first, second = (Cache(tmp_path / "new" / "folder").get([b"ab", b"c"], make) for _ in range(2))
    assert first == second == made[0]
    assert len(made) == 1


@pytest.mark.parametrize("other", [[b"ab", b"d"], [b"a", b"bc"], [b"ab"], [b"c", b"ab"], []])
def test_other_ingredients_give_a_new_file(tmp_path: Path, other: list[bytes]) -> None:
    make, made = counting()
    assert Cache(tmp_path).get([b"ab", b"c"], make) != Cache(tmp_path).get(other, make)
    assert len(made) == 2


@pytest.mark.parametrize(
    "damage",
    [lambda _: b"", lambda old: old[:20], lambda old: old[:-1], lambda old: old[:-1] + b"x"],
    ids=["empty", "cut", "shorter", "other"],
)
def test_damaged_file_is_made_again(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    make, made = counting()
    Cache(tmp_path).get([b"a"], make)
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(damage(entry.read_bytes()))
    assert [Cache(tmp_path).get([b"a"], make) for _ in range(2)] == [made[1]] * 2
    assert len(made) == 2


def test_folder_that_cannot_be_used_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below", None):
        make, made = counting()
        assert [Cache(folder).get([b"a"], make) for _ in range(2)] == made
        assert len(made) == 2
    assert (tmp_path / "file").read_bytes() == b""


def test_oldest_files_go_when_there_are_many(tmp_path: Path) -> None:
    for number in range(KEEP + 3):
        (tmp_path / f"{number}").touch()
        os.utime(tmp_path / f"{number}", (number, number))
    Cache(tmp_path).get([b"a"], counting()[0])
    names = {entry.name for entry in tmp_path.iterdir()}
    assert len(names) == KEEP
    assert not names & {"0", "1", "2", "3"}


def test_changed_text_gives_new_sheets_and_leaves_the_others(tmp_path: Path) -> None:
    guide = read_guide(ROOT, os.environ)
    before = pdfs(guide, tmp_path)
    for entry in tmp_path.iterdir():
        write(entry, KEPT)
    assert set(pdfs(guide, tmp_path).values()) == {KEPT}
    changed = next(one for one in guide.checklists if one.kind == "checklist")
    after = pdfs(with_new_text(guide, changed.id), tmp_path)
    assert {path for path, content in after.items() if content != KEPT} == {
        f"utskrift/{changed.phase}.pdf",
        "utskrift/alle.pdf",
    }
    assert not set(before.values()) & set(after.values())


def test_other_address_gives_new_sheets(tmp_path: Path) -> None:
    guide = read_guide(ROOT, os.environ)
    pdfs(guide, tmp_path)
    for entry in tmp_path.iterdir():
        write(entry, KEPT)
    moved = replace(guide, settings=replace(guide.settings, site_url="https://kommune.example/"))
    assert KEPT not in pdfs(moved, tmp_path).values()


def pdfs(guide: Guide, folder: Path) -> dict[str, bytes]:
    """The published PDF files, with the folder as cache."""
    made = publish(guide, ROOT / "overrides", Cache(folder))
    return {path: content for path, content in made.items() if path.endswith(".pdf")}


def with_new_text(guide: Guide, checklist: str) -> Guide:
    """The guide with other words in the first item of a list."""
    old = next(one for one in guide.checklists if one.id == checklist)
    first, *rest = old.items
    new = replace(old, items=(replace(first, text="Nytt", html="Nytt"), *rest))
    return replace(guide, checklists=tuple(new if one is old else one for one in guide.checklists))
