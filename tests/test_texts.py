"""Every text in the files outside the theme comes from one file, so that another language is one more."""

import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from sjekkliste.content.own_texts import NAMES

from .project import ROOT

FILES = ROOT / "templates" / "files"
TEMPLATES = sorted(file for file in FILES.rglob("*") if file.is_file())
# What is no text: the template's own language, styles and comments.
CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<style>.*?</style>|<!--.*?-->", re.DOTALL)
# Attributes that somebody reads or hears.
SAID = re.compile(r'\b(?:alt|title|aria-label|content|placeholder|descr)="([^"]*)"')
# Content that is no words: what a browser is told.
TOLD = {"width=device-width,initial-scale=1", "light dark", "noindex", "0; url="}
# Where Word puts a picture.
PLACES = ("right", "top")
# In the formulas of workbooks: functions and a sign, and the names of cells and the form of a day.
FORMULA = re.compile(r"\b[A-Z]+\(|&lt;")
CALLED = ("fridager", "aar", "mmdd")
LETTERS = re.compile(r"[^\W\d_]{2,}")


def words(template: str) -> list[str]:
    """What a reader would be shown that stands in the template itself."""
    text = FORMULA.sub(" ", CODE.sub(" ", template))
    said = [one for one in SAID.findall(text) if one.strip() not in TOLD]
    shown = re.sub(r"<[^>]*>", " ", re.sub(r'[\w:-]+="[^"]*"', " ", text))
    return [word for word in LETTERS.findall(" ".join((shown, *said))) if word not in (*PLACES, *CALLED)]


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.relative_to(FILES).as_posix())
def test_template_holds_no_words(file: Path) -> None:
    assert words(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("template", ["<p>Les mer</p>", '<img alt="Merket">', "{{ a }} og {{ b }}"])
def test_words_in_a_template_are_seen(template: str) -> None:
    assert words(template) != []


def test_names_that_can_be_filled_in_are_those_in_use() -> None:
    texts = ROOT / "hooks" / "sjekkliste" / "texts" / "nb.yml"
    used = re.findall(r"\{([a-z]+)\}", texts.read_text(encoding="utf-8"))
    assert sorted(set(used)) == sorted(NAMES.split())


def test_language_without_texts_is_named() -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "SPRAK": "xx"}
    result = subprocess.run(
        [sys.executable, "-m", "sjekkliste", "check"], env=env, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert result.stderr == "SPRAK=xx: Tekstene mangler. Lag xx.yml ved siden av nb.yml, eller velg nb.\n"


def test_another_language_is_one_more_file(project: Path, tmp_path: Path) -> None:
    texts = project / "hooks" / "sjekkliste" / "texts" / "nb.yml"
    new = texts.read_text(encoding="utf-8").replace("language: nb\n", "language: nn\n")
    for old, other in (
        ("Ansvarlig (stilling og tjenestested, ikke navn)", "Ansvarleg"),
        ("Merknad", "Notat"),
    ):
        assert old in new
        new = new.replace(old, other)
    texts.with_name("nn.yml").write_text(new, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "sjekkliste", "--root", str(project), "publish", str(tmp_path / "site")],
        env={**os.environ, "PYTHONPATH": str(project / "hooks"), "SPRAK": "nn"},
        check=True,
    )
    sheets = tmp_path / "site" / "utskrift"
    page = (sheets / "forarbeid.html").read_text(encoding="utf-8")
    assert '<html lang="nn">' in page
    assert ">Ansvarleg</th>" in page
    with pikepdf.open(sheets / "forarbeid.pdf") as pdf:
        assert str(pdf.Root.Lang) == "nn"
    for name, parts, language in (
        ("forarbeid.docx", ["word/document.xml"], '<w:lid w:val="nn-NO"/>'),
        ("forarbeid.odt", ["content.xml", "styles.xml"], 'fo:language="nn"'),
    ):
        with ZipFile(sheets / name) as archive:
            text = "".join(archive.read(part).decode() for part in parts)
        assert "Ansvarleg" in text
        assert language in text
    with ZipFile(sheets / "forarbeid.xlsx") as archive:
        assert "Notat" in archive.read("xl/sharedStrings.xml").decode()
