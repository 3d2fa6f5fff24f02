"""Every PDF of the site keeps PDF/UA-1 and PDF/A-2a, and the check finds files that do not."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest

from ..project import ROOT
from .tags import elements

Verdicts = Mapping[str, Mapping[str, list[str]]]


def unchanged(pdf: pikepdf.Pdf) -> None:
    """To see that writing the file anew is not what breaks it."""


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def no_shown_title(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def no_alternative_text(pdf: pikepdf.Pdf) -> None:
    del next(elements(pdf.Root.StructTreeRoot.K, "/Figure")).Alt


def no_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def skipped_heading_level(pdf: pikepdf.Pdf) -> None:
    next(elements(pdf.Root.StructTreeRoot.K, "/H2")).S = pikepdf.Name.H4


def no_font(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def with_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")


BREAKS: dict[Callable[[pikepdf.Pdf], None], set[str]] = {
    unchanged: set(),
    no_language: {"UA-1"},
    no_shown_title: {"UA-1"},
    no_alternative_text: {"UA-1"},
    no_tags: {"UA-1", "A-2a"},
    skipped_heading_level: {"UA-1"},
    no_font: {"UA-1", "A-2a"},
    with_script: {"A-2a"},
}


def judge(files: list[Path]) -> Verdicts:
    command = [sys.executable, "-m", "tests.verapdf", *map(str, files)]
    result = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    verdicts: Verdicts = json.loads(result.stdout)
    return verdicts


@pytest.fixture(scope="module")
def verdicts(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Verdicts:
    """What the engine says of every PDF of the site, by path, and of the spoilt files, by name."""
    folder = tmp_path_factory.mktemp("spoilt")
    for spoil in BREAKS:
        with pikepdf.open(site / "utskrift" / "interkommunal.pdf") as pdf:
            spoil(pdf)
            pdf.save(folder / spoil.__name__)
    found = judge([*sorted(site.rglob("*.pdf")), *sorted(folder.iterdir())])
    return {path.removeprefix(f"{folder}/"): verdict for path, verdict in found.items()}


def test_every_pdf_keeps_both_standards(verdicts: Verdicts, site: Path) -> None:
    files = list(map(str, site.rglob("*.pdf")))
    assert files
    assert {file: verdicts[file] for file in files} == {file: {"UA-1": [], "A-2a": []} for file in files}


@pytest.mark.parametrize("spoil", BREAKS, ids=lambda spoil: spoil.__name__)
def test_broken_file_is_found(spoil: Callable[[pikepdf.Pdf], None], verdicts: Verdicts) -> None:
    broken = {standard for standard, rules in verdicts[spoil.__name__].items() if rules}
    assert broken == BREAKS[spoil]
