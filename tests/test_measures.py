"""tiltak.xlsx, and that LibreOffice opens every workbook and keeps what it says."""

from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sjekkliste.files.templates import environment
from sjekkliste.model.guide import Guide
from sjekkliste.project import read_guide
from sjekkliste.site.publish import OTHER_FILES
from sjekkliste.texts import TEXTS

from .project import ROOT
from .test_sheets_xlsx import made, opened
from .test_workbook import convert

WORDS = TEXTS["workbooks"]["measures"]
ENV = environment(ROOT / "templates")
ROWS = 40


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(ROOT, {})


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


def texts(content: bytes) -> Iterator[tuple[str, str, str]]:
    """Sheet, cell and text of all that is written in the workbook, formulas excepted."""
    for page in load_workbook(BytesIO(content)):
        for row in page.iter_rows():
            for cell in row:
                if cell.value is not None and cell.data_type != "f":
                    yield page.title, cell.coordinate, str(cell.value)


def test_measures_have_rows_ready_to_fill_in(guide: Guide) -> None:
    page = load_workbook(BytesIO(OTHER_FILES["tiltak.xlsx"](guide, ENV))).worksheets[0]
    assert page["A1"].value == TEXTS["notice"]
    assert [cell.value for cell in page[2]] == list(WORDS["columns"].values())
    assert (page.auto_filter.ref, page.freeze_panes) == (f"A2:L{2 + ROWS}", "B3")
    assert (page.page_setup.orientation, page.page_setup.paperSize, page.print_title_rows) == (
        "landscape",
        9,
        "$2:$2",
    )
    assert [cell.number_format for cell in page["H"][2:]] == ["dd.mm.yyyy"] * ROWS
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    statuses = '"Ikke startet,Pågår,Gjennomført,Endret,Forlenget,Nytt,Utsatt,Utgår"'
    assert rules[f"L3:L{2 + ROWS}"].formula1 == statuses
    assert rules[f"G3:G{2 + ROWS}"].prompt == WORDS["hints"]["owner"]


def test_printed_measures_can_be_read(guide: Guide) -> None:
    page = load_workbook(BytesIO(OTHER_FILES["tiltak.xlsx"](guide, ENV))).worksheets[0]
    # Half an inch of margin at each side; a digit of 11 points is 7 of 96 to the inch.
    shrunk = (297 / 25.4 - 1) * 96 / (7 * sum(one.width for one in page.column_dimensions.values()))
    assert 11 * shrunk >= 8


@pytest.mark.parametrize(
    "name", ["forarbeid.xlsx", *(name for name in OTHER_FILES if name.endswith(".xlsx"))]
)
def test_libreoffice_keeps_every_text(guide: Guide, profile: Path, tmp_path: Path, name: str) -> None:
    make: Any = OTHER_FILES.get(name)
    content = make(guide, ENV) if make else made(guide, name.removesuffix(".xlsx"))
    assert load_workbook(BytesIO(content)).properties.created == datetime.combine(guide.checked, time())
    file = tmp_path / name
    file.write_bytes(content)
    saved = convert(file, "xlsx", profile).read_bytes()
    assert saved != content
    assert list(texts(saved)) == list(texts(content))


def test_the_plan_opens_what_libreoffice_saved(guide: Guide, profile: Path, tmp_path: Path) -> None:
    content = made(guide, "forarbeid")
    file = tmp_path / "forarbeid.xlsx"
    file.write_bytes(content)
    saved = convert(file, "xlsx", profile).read_bytes()
    assert opened(saved, guide, tmp_path) == opened(content, guide, tmp_path)
