"""A new thing touches the files that developers/house.md names: each is added to a copy, which holds."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from sjekkliste.files.formats import FORMATS, Format
from sjekkliste.files.templates import environment
from sjekkliste.project import make
from sjekkliste.site import publish
from sjekkliste.site.cache import Cache

from .project import edit, problems

TOP = "---\ndescription: En ny side.\nkontrollert: 2026-11-26\n---\n\n"
OWN = "Tekst.\n\nBygger på: egen tekst\n"
LIST = """
/// sjekkliste | Ny liste
    id: ny-liste
    kode: {code}

- [ ] {code}.1 Prøv det nye {{#ny-liste-prov}}
    Bygger på: V22-1.3-01

///
"""


def add_checklist(project: Path) -> Iterable[str]:
    page = project / "docs" / "forarbeid" / "hva-er-en-plan.md"
    page.write_text(page.read_text(encoding="utf-8") + LIST.format(code="F9"), encoding="utf-8")
    return ["innebygd/ny-liste/index.html", "k/F9.1/index.html"]


def add_page(project: Path) -> Iterable[str]:
    (project / "docs" / "vedtak" / "ny.md").write_text(f"{TOP}# En ny side\n\n{OWN}", encoding="utf-8")
    line = "      - vedtak/kostra.md\n"
    edit(project / "mkdocs.yml", (line, line + line.replace("kostra", "ny")))
    return []


def add_phase(project: Path) -> Iterable[str]:
    phases = project / "docs" / "faser.yml"
    new = "- id: etterpa\n  kode: E\n  tittel: Etterpå\n  gir: En ny plan.\n  bygger_pa: [V22-4.5-01]\n"
    phases.write_text(phases.read_text(encoding="utf-8") + new, encoding="utf-8")
    page = project / "docs" / "etterpa" / "index.md"
    page.parent.mkdir()
    page.write_text(f"{TOP}# Etterpå\n\n{OWN}{LIST.format(code='E1')}", encoding="utf-8")
    line = "  - minst-dette/index.md\n"
    edit(project / "mkdocs.yml", (line, f"  - Etterpå:\n      - etterpa/index.md\n{line}"))
    return ["utskrift/etterpa.pdf", "utskrift/etterpa.xlsx", "k/E/index.html", "forhandsvisning/etterpa.png"]


def add_document(project: Path) -> Iterable[str]:
    text = TOP.replace("---\n", "---\ntitle: Et brev\n", 1) + f"# Et brev\n\n{OWN}"
    (project / "docs" / "dokumenter" / "brev.md").write_text(text, encoding="utf-8")
    return ["utskrift/brev.docx", "utskrift/brev.odt"]


ADDITIONS = (add_checklist, add_page, add_phase, add_document)


@pytest.mark.parametrize("add", ADDITIONS, ids=lambda add: add.__name__)
def test_what_an_editor_adds_needs_no_code(project: Path, add: Callable[[Path], Iterable[str]]) -> None:
    wanted = set(add(project))
    assert problems(project, os.environ) == []
    assert wanted <= set(publish.makers(make(project, os.environ).guide))


def test_a_data_file_and_a_format_are_a_line_each(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = make(project, os.environ).guide
    monkeypatch.setitem(publish.DATA_FILES, "data/ny.txt", lambda guide: guide.settings.site_url.encode())
    monkeypatch.setitem(FORMATS, "txt", Format(lambda sheet, *_: sheet.title.encode()))
    made, env = publish.makers(guide), environment(project / "templates")
    assert made["data/ny.txt"](env, Cache()) == guide.settings.site_url.encode()
    assert made["utskrift/vedtak.txt"](env, Cache()) == "Vedtak og oppfølging".encode()
