"""Each sheet as PDF, read once."""

from pathlib import Path

import pytest

from sjekkliste.files.sheets import Sheet

from ..paper import Page, read
from .expected import SHEETS


@pytest.fixture(params=SHEETS, ids=lambda sheet: sheet.id, scope="module")
def sheet(request: pytest.FixtureRequest) -> Sheet:
    made: Sheet = request.param
    return made


@pytest.fixture(scope="module")
def file(sheet: Sheet, site: Path) -> Path:
    return site / "utskrift" / f"{sheet.id}.pdf"


@pytest.fixture(scope="module")
def pages(file: Path) -> list[Page]:
    return read(file)
