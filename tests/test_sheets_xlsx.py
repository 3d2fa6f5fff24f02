"""The blank workbook of a phase: read back it equals the data, and «Planarbeidet vårt» opens it."""

import json
import subprocess
from collections import Counter
from dataclasses import replace
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sjekkliste.files.formats.xlsx import xlsx_sheet
from sjekkliste.files.sheets import sheets
from sjekkliste.files.templates import environment
from sjekkliste.model.facts import by_address
from sjekkliste.model.guide import Checklist, Guide
from sjekkliste.project import read_guide
from sjekkliste.site.cache import Cache
from sjekkliste.site.data import checklists_json
from sjekkliste.texts import TEXTS

from .project import PHASES, ROOT

AWKWARD = [
    "x" * 300,
    "Si «ja» – jf. § 4 & <b>mer</b> > mindre",
    *(f"{sign}1+1" for sign in "=+-@"),
    "_x0041_",
    "https://example.org/",
    "0012",
]


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(ROOT, {})


def with_items(guide: Guide, texts: list[str]) -> Guide:
    """The guide with these texts as the items of each of its lists."""

    def filled(one: Checklist) -> Checklist:
        items = (
            replace(
                one.items[0],
                id=f"{one.id}-{number}",
                code=f"{one.code}.{number}",
                text=text,
                html=escape(text),
            )
            for number, text in enumerate(texts, 1)
        )
        return replace(one, items=tuple(items))

    return replace(guide, checklists=tuple(map(filled, guide.checklists)))


def made(guide: Guide, phase: str) -> bytes:
    return xlsx_sheet(
        {one.id: one for one in sheets(guide)}[phase], guide, environment(ROOT / "templates"), Cache().get
    )


def rows_of(content: bytes) -> list[list[Any]]:
    """The header and the rows of the guide; those for the kommune's own below a list of tasks are empty."""
    page = load_workbook(BytesIO(content)).worksheets[0]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
    own = [row for row in rows if str(row[0]).startswith("eget-")]
    assert {(row[1], row[3], row[7]) for row in own} == {("Eget", None, None)}
    assert all(count == 2 for count in Counter(row[0] for row in own).values())
    return [row for row in rows if row not in own]


def words() -> dict[str, Any]:
    """The words that the page hands to the scripts."""
    return {**TEXTS["plan"]["workbook"], "phases": {one.id: one.title for one in PHASES}}


def opened(content: bytes, guide: Guide, folder: Path) -> Any:
    """What «Planarbeidet vårt» finds in the workbook."""
    files = [folder / name for name in ("ark.xlsx", "catalog.json", "texts.json")]
    for file, data in zip(
        files, (content, checklists_json(guide), json.dumps(words()).encode()), strict=True
    ):
        file.write_bytes(data)
    script = ROOT / "tests" / "js" / "workbook-cli.js"
    arguments = (ROOT / ".venv/bin/node", "--import", ROOT / "tests/vendor.js", script, "read", *files)
    command = [str(one) for one in arguments]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["read"]


def test_every_phase_with_lists_has_a_workbook(site: Path, guide: Guide) -> None:
    wanted = sorted({one.phase for one in guide.checklists})
    found = sorted(one.stem for one in (site / "utskrift").glob("*.xlsx") if guide.of_phase(one.stem))
    assert found == wanted


def test_rows_equal_the_data(guide: Guide) -> None:
    for phase in {one.phase for one in guide.checklists}:
        header, *rows = rows_of(made(guide, phase))
        assert header == list(TEXTS["plan"]["workbook"]["columns"].values())
        open_status = TEXTS["plan"]["workbook"]["statuses"]["open"]
        assert [row[:5] for row in rows] == [
            [item.id, item.code, one.title, item.text, open_status if one.kind == "checklist" else None]
            for one in guide.of_phase(phase)
            for item in one.items
        ]


@pytest.mark.parametrize("texts", [AWKWARD, [f"Punkt {n}" for n in range(200)]], ids=["awkward", "200"])
def test_awkward_texts_stay_as_they_are(guide: Guide, texts: list[str], tmp_path: Path) -> None:
    filled = with_items(guide, texts)
    content = made(filled, "forarbeid")
    assert [row[3] for row in rows_of(content)[1:]] == texts * len(filled.of_phase("forarbeid"))
    cells = [cell for row in load_workbook(BytesIO(content)).worksheets[0].iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    read = opened(content, filled, tmp_path)
    assert (read["unknownRows"], read["problems"]) == ([], [])


def test_the_plan_opens_it_as_empty(guide: Guide, tmp_path: Path) -> None:
    read = opened(made(guide, "forarbeid"), guide, tmp_path)
    lists = guide.of_phase("forarbeid")
    assert read == {
        "ok": True,
        "details": {},
        "items": {
            item.id: {"state": "", "owner": "", "due": "", "note": ""}
            for one in lists
            if one.kind == "checklist"
            for item in one.items
        },
        "answers": {
            item.id: {"answer": "", "reason": ""}
            for one in lists
            if one.kind == "decision"
            for item in one.items
        },
        "hashes": {},
        "unknownRows": [],
        "problems": [],
    }


def test_other_sources_are_linked(guide: Guide) -> None:
    claims = {phase.id: by_address(guide.sources_of(guide.of_phase(phase.id))) for phase in guide.phases}
    assert any(claims.values())
    for phase, wanted in claims.items():
        about = load_workbook(BytesIO(made(guide, phase))).worksheets[1]
        links = {cell.hyperlink.target for cell in about["A"] if cell.hyperlink}
        assert {claim.url for claim in wanted} <= links


def test_it_is_ready_to_fill_in_and_print(guide: Guide) -> None:
    book = load_workbook(BytesIO(made(guide, "forarbeid")))
    page, about, details = book.worksheets
    assert (page.title, page["B1"].value) == (
        "Forarbeid",
        f"{TEXTS['notice']} Skriv stilling og tjenestested under «Ansvarlig», ikke navn.",
    )
    header = page.oddHeader
    assert header is not None
    assert header.left.text == "Forarbeid · Handlingsplan mot vold i nære relasjoner · &A"
    assert min(page.row_dimensions[row].height for row in range(3, page.max_row + 1)) >= 30
    assert (page.freeze_panes, page.print_title_rows) == ("C3", "$2:$2")
    lists = guide.of_phase("forarbeid")
    last = 2 + sum(len(one.items) + 2 * (one.kind == "checklist") for one in lists)
    assert page.auto_filter.ref == f"A2:H{last}"
    assert page.column_dimensions["A"].hidden
    assert (details.title, details.sheet_state) == ("sjekkliste-plan", "hidden")
    assert {cell.number_format for cell in page["G"][2:]} == {"dd.mm.yyyy"}
    assert (page.page_setup.orientation, page.page_setup.paperSize, page.page_setup.fitToHeight) == (
        "landscape",
        9,
        0,
    )
    choices = {rule.formula1 for rule in page.data_validations.dataValidation if rule.type == "list"}
    assert choices == {'"Ikke gjort,Gjort,Ikke aktuelt"', '"Ja,Delvis,Nei,Vet ikke"'}
    assert "Ikke godkjent av NKVTS eller RVTS." in " ".join(str(cell.value) for cell in about["A"])
