"""Made files are kept as long as nothing they are made from has changed, and no longer."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sjekkliste.files.formats import OFFICE
from sjekkliste.files.sheets import sheets
from sjekkliste.files.templates import environment
from sjekkliste.model.guide import Guide
from sjekkliste.project import read_guide
from sjekkliste.site.assets import Assets
from sjekkliste.site.cache import KEEP, Cache, write
from sjekkliste.site.publish import publish

from .project import ROOT

SUFFIXES = ("pdf", *OFFICE)
SHEETS = sheets(read_guide(ROOT, os.environ))
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
    before = kept_kinds(guide, tmp_path)
    for entry in tmp_path.iterdir():
        write(entry, KEPT)
    assert set(kept_kinds(guide, tmp_path).values()) == {KEPT}
    changed = next(one for one in guide.checklists if one.kind == "checklist")
    after = kept_kinds(with_new_text(guide, changed.id), tmp_path)
    assert {path for path, content in after.items() if content != KEPT} == {
        f"utskrift/{changed.id}.pdf",
        *(f"utskrift/{sheet}.{suffix}" for sheet in (changed.phase, "alle") for suffix in SUFFIXES),
    }
    assert not set(before.values()) & set(after.values())


@pytest.mark.parametrize("suffix", OFFICE)
def test_changed_template_gives_new_files_of_its_format(tmp_path: Path, suffix: str) -> None:
    guide = read_guide(ROOT, os.environ)
    templates = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", templates)
    kept_kinds(guide, tmp_path / "cache", templates)
    for entry in (tmp_path / "cache").iterdir():
        write(entry, KEPT)
    part = next(file for file in (templates / "files" / suffix).iterdir() if file.suffix == ".xml")
    part.write_text(part.read_text(encoding="utf-8") + "<!-- new -->", encoding="utf-8")
    after = kept_kinds(guide, tmp_path / "cache", templates)
    assert {path.rpartition(".")[2] for path, content in after.items() if content != KEPT} == {suffix}
    assert all(content != KEPT for path, content in after.items() if path.endswith(suffix))


def test_other_address_gives_new_sheets(tmp_path: Path) -> None:
    guide = read_guide(ROOT, os.environ)
    kept_kinds(guide, tmp_path)
    for entry in tmp_path.iterdir():
        write(entry, KEPT)
    moved = replace(guide, settings=replace(guide.settings, site_url="https://kommune.example/"))
    sheets = {path: content for path, content in kept_kinds(moved, tmp_path).items() if is_sheet(path)}
    assert KEPT not in sheets.values()


def kept_kinds(guide: Guide, folder: Path, templates: Path = ROOT / "templates") -> dict[str, bytes]:
    """The published files of the kinds that are kept, with the folder as cache."""
    made = publish(guide, environment(templates), Cache(folder), Assets())
    return {path: content for path, content in made.items() if path.endswith(SUFFIXES)}


def is_sheet(path: str) -> bool:
    """Whether the file is a sheet, which tells where it stands; documents do not."""
    return path.removeprefix("utskrift/").partition(".")[0] in (one.id for one in SHEETS)


def with_new_text(guide: Guide, checklist: str) -> Guide:
    """The guide with other words in the first item of a list."""
    old = next(one for one in guide.checklists if one.id == checklist)
    first, *rest = old.items
    new = replace(old, items=(replace(first, text="Nytt", html="Nytt"), *rest))
    return replace(guide, checklists=tuple(new if one is old else one for one in guide.checklists))
