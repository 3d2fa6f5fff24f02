"""The workbook in LibreOffice: what it opens and saves says the same as before."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from .project import ROOT

SOFFICE = shutil.which("soffice")


def node(command: str, file: Path) -> str:
    script = ROOT / "tests" / "js" / "workbook-cli.js"
    arguments = (ROOT / ".venv/bin/node", "--import", ROOT / "tests/vendor.js", script, command, file)
    return subprocess.run([str(one) for one in arguments], check=True, capture_output=True, text=True).stdout


def read(file: Path) -> Any:
    return json.loads(node("read", file))


def convert(file: Path, kind: str, profile: Path, options: str = "") -> Path:
    """Save the file as another kind, in a folder of its own, with LibreOffice's settings in the profile."""
    folder = file.parent / kind
    command = [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", kind + options, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{file.stem}.{kind}"


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


@pytest.fixture
def written(tmp_path: Path) -> Path:
    node("write", tmp_path / "plan.xlsx")
    return tmp_path / "plan.xlsx"


@pytest.mark.parametrize("kinds", [["xlsx"], ["ods", "xlsx"]], ids="-".join)
def test_what_libreoffice_saves_says_the_same(written: Path, profile: Path, kinds: list[str]) -> None:
    saved = written
    for kind in kinds:
        saved = convert(saved, kind, profile)
    assert saved.read_bytes() != written.read_bytes()
    result = read(saved)
    assert result["read"]["ok"]
    assert result == {**read(written), "changes": []}


def test_libreoffice_shows_texts_and_dates_in_the_cells(written: Path, profile: Path) -> None:
    utf8 = ":Text - txt - csv (StarCalc):44,34,76"
    rows = convert(written, "csv", profile, utf8).read_text(encoding="utf-8")
    assert "Id,Kode,Sjekkliste,Punkt,Status,Ansvarlig,Frist,Merknad" in rows
    assert 'Gjort,"Rådgiver, helse",31.05.2027,"=HYPERLINK(""x"")\nlinje 2' in rows
