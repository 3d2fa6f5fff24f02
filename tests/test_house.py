"""The house itself: one file knows the engine, and the same content gives the same bytes."""

import ast
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pdfplumber
import pytest

from sjekkliste.content.pages import read_pages
from sjekkliste.texts import TEXTS

from .bench import needed, script_weight
from .project import DOCS, ROOT, build

HOOKS = ROOT / "hooks"


def imports(file: Path) -> set[str]:
    """The top-level names of all modules from elsewhere that the file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def contents(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.mark.parametrize(
    ("modules", "only"),
    [
        ({"mkdocs", "properdocs", "material"}, "hooks/build.py"),
        ({"lxml", "html"}, "hooks/sjekkliste/model/page_html.py"),
    ],
    ids=["the engine", "a parser of HTML"],
)
def test_only_one_file_imports(modules: set[str], only: str) -> None:
    files = sorted((ROOT / "hooks").rglob("*.py"))
    assert [file.relative_to(ROOT).as_posix() for file in files if imports(file) & modules] == [only]


def test_importing_the_package_reads_no_texts_and_cannot_stop_the_program() -> None:
    modules = ", ".join(
        ".".join(file.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")
        for file in sorted((HOOKS / "sjekkliste").rglob("*.py"))
    )
    env = {**os.environ, "SPRAK": "finnes-ikke", "PYTHONPATH": str(HOOKS)}
    subprocess.run([sys.executable, "-c", f"import {modules}"], env=env, check=True)


def test_same_bytes_from_another_folder_on_another_date(site: Path, project: Path, tmp_path: Path) -> None:
    result = build(project, tmp_path / "other", clock=["faketime", "2031-02-03 04:05:06"])
    assert result.returncode == 0, result.stderr
    assert contents(tmp_path / "other") == contents(site)


def test_build_from_another_folder_publishes_no_template(tmp_path: Path, site: Path) -> None:
    config, out = str(ROOT / "mkdocs.yml"), tmp_path / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "-d", str(out)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=tmp_path, env=env, check=True, capture_output=True)
    assert contents(out).keys() == contents(site).keys()


def test_command_line_publishes_the_same_files_without_mkdocs(site: Path, tmp_path: Path) -> None:
    code = (
        "import runpy, sys; sys.modules['mkdocs'] = None;"
        f"sys.argv = ['sjekkliste', '--root', {str(ROOT)!r}, 'publish', {str(tmp_path)!r}];"
        "runpy.run_module('sjekkliste', run_name='__main__')"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    subprocess.run([sys.executable, "-c", code], env=env, check=True)
    published, everything = contents(tmp_path), contents(site)
    assert published
    assert {path: everything[path] for path in published} == published


def test_command_line_names_problems_without_traceback(project: Path, tmp_path: Path) -> None:
    page = project / "docs" / "forarbeid" / "beslutning.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n///\n", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "sjekkliste", "--root", str(project), "publish", str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "«///» lukker ingen blokk." in result.stderr
    assert "Traceback" not in result.stderr


def test_address_setting_reaches_every_absolute_address(tmp_path: Path) -> None:
    result = build(ROOT, tmp_path, {"SITE_URL": "https://kommune.example/plan/", "UTGIVER": "RVTS Prøve"})
    assert result.returncode == 0, result.stderr
    texts = {
        file.relative_to(tmp_path).as_posix(): file.read_text(encoding="utf-8")
        for file in tmp_path.rglob("*")
        if file.suffix in (".html", ".json", ".xml")
    }
    assert [path for path, text in texts.items() if "sjekkliste.example" in text] == []
    assert '"https://kommune.example/plan/forarbeid/' in texts["data/sjekklister.json"]
    assert "Laget av RVTS Prøve ut fra NKVTS" in texts["forarbeid/beslutning/index.html"]
    assert "Laget av RVTS Prøve ut fra NKVTS" in texts["utskrift/alle.html"]


@pytest.mark.parametrize("lock", ["build", "test"])
def test_lock_has_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9-]+==\S+ .*\\\n    --hash=sha256:", text, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-z0-9-]+==", text, re.MULTILINE))
    assert "://" not in text


def test_pages_say_when_they_were_checked_and_the_sheets_carry_the_newest(site: Path) -> None:
    newest = max(page.meta["kontrollert"] for page in read_pages(DOCS))
    text = f"{newest.day}.\xa0{TEXTS['months'][newest.month - 1]}\xa0{newest.year}"
    assert f"Sist kontrollert {text}." in (site / "utskrift" / "alle.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("first", "most", "files"),
    [("every-page", 3, 1), ("sjekk-liste", 18, 3), ("plan-oversikt", 19, 3), ("plan-flere", 19, 4)],
)
def test_scripts_that_a_page_loads_are_light(site: Path, first: str, most: float, files: int) -> None:
    (script,) = (site / "assets" / "hashed").glob(f"{first}-*.js")
    assert 2 < script_weight(script) <= most  # kB after gzip
    assert len(needed(script)) <= files  # More would be more requests than the stock theme's.


def test_list_of_sheets_says_how_large_the_files_are(site: Path) -> None:
    page = (site / "utskrift" / "index.html").read_text(encoding="utf-8")
    with pdfplumber.open(site / "utskrift" / "forarbeid.pdf") as pdf:
        pages = len(pdf.pages)
    size = round((site / "utskrift" / "forarbeid.pdf").stat().st_size / 1000)
    assert f"({pages}\xa0sider, {size}\xa0kB)" in page
