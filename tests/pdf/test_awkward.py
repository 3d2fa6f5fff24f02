"""Sheets of items that are hard to print: long, full of signs, many, or without help."""

import html
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from sjekkliste.files.formats.pdf import pdf
from sjekkliste.files.sheet_document import sheet_document
from sjekkliste.files.sheets import Sheet
from sjekkliste.files.templates import environment
from sjekkliste.model.facts import Point
from sjekkliste.model.guide import Checklist, Guide, Item, Kind, Settings
from sjekkliste.site.cache import Cache

from ..paper import LEAST_ROW, read, squeezed
from ..project import PHASES, ROOT

SIGNS = r"«Hva» – § 4 & <b>1</b> > 2 # $x$ * _a_ @ref \n `kode` // nei /* nei */ ~ ' \" [x] = #let -- ..."
LONG = (
    "Avklar hvem som gjør hva, og når det skal være gjort. " * 5
    + "Skriv også ned hvorfor dere valgte det slik."
)
LINK = '<a href="forarbeid/#hvorfor">begrunnelsen</a>, <strong>og <em>loven</em></strong>: '
LAW = '<a href="https://lovdata.no/lov/2009-06-19-44/§4?a=1&amp;b=2">§\N{NO-BREAK SPACE}4</a>'
URL = "https://kommune.example/" + "en-lang-adresse/uten-mellomrom/" * 8


def item(number: int, text: str = "Gjør noe", help_text: str = "", markup: str = "") -> Item:
    """An item whose HTML is its text, unless `markup` says otherwise."""
    code = f"K1.{number}"
    return Item(
        f"prove-{number}",
        code,
        text,
        markup or html.escape(text),
        help_text,
        html.escape(help_text),
        None,
        ("P1",),
    )


AWKWARD = {
    "long": [item(1, LONG, LONG), item(2)],
    "signs": [item(1, SIGNS, SIGNS), item(2)],
    "link": [item(1, "Se begrunnelsen, og loven: § 4", "", f"Se {LINK}{LAW}")],
    "address": [item(1, URL, URL)],
    "empty-help": [item(1, "Kort", ""), item(2, "Kort", " ")],
    "many": [item(number, f"Punkt {number} av 200", "" if number % 3 else LONG) for number in range(1, 201)],
}


def test_long_item_is_as_long_as_we_say() -> None:
    assert len(LONG) >= 300


def awkward_sheet(items: list[Item], kind: Kind, per_kommune: bool) -> tuple[Sheet, Guide]:
    """A sheet with one list of these items, on which all other words are awkward too."""
    checklist = Checklist("prove", "K1", kind, "kartlegging", SIGNS, "kartlegging/", tuple(items))
    points = {"P1": Point("P1", "", "2022", SIGNS, "https://veileder.example/?a=1&b=2")}
    settings = Settings("https://kommune.example/", publisher=SIGNS, contact=SIGNS)
    guide = Guide(settings, PHASES, (checklist,), points, date(2027, 2, 3))
    return Sheet("prove", "K", SIGNS, "Kartlegging", "kartlegging/", (checklist,), per_kommune), guide


@pytest.fixture
def make(tmp_path: Path) -> Callable[[list[Item], Kind, bool], Path]:
    def make(items: list[Item], kind: Kind, per_kommune: bool) -> Path:
        sheet, guide = awkward_sheet(items, kind, per_kommune)
        target = tmp_path / "prove.pdf"
        document = sheet_document(sheet, guide)
        target.write_bytes(pdf(document, guide, environment(ROOT / "templates"), Cache().get))
        return target

    return make


@pytest.mark.parametrize(
    ("kind", "per_kommune"), [("checklist", False), ("decision", False), ("decision", True)]
)
@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_items_come_out_whole(
    name: str, kind: Kind, per_kommune: bool, make: Callable[[list[Item], Kind, bool], Path]
) -> None:
    items = AWKWARD[name]
    pages = read(make(items, kind, per_kommune))
    rows = [row for page in pages for row in page.rows]
    assert [row.code for row in rows] == [one.code for one in items]
    assert [row.words for row in rows] == [squeezed(one.text + one.help) for one in items]
    assert {row.boxes for row in rows} == {0 if per_kommune else 2 if kind == "checklist" else 4}
    assert min(row.height for row in rows) >= LEAST_ROW - 0.01
    assert all(page.rows and f"av {len(pages)}" in page.text for page in pages)
    assert squeezed(SIGNS) in squeezed(pages[0].text)


def test_links_in_an_item_are_links(make: Callable[[list[Item], Kind, bool], Path]) -> None:
    with pikepdf.open(make(AWKWARD["link"], "checklist", False)) as pdf:
        targets = [str(note.A.URI) for note in pdf.pages[0].Annots]
    assert "https://kommune.example/forarbeid/#hvorfor" in targets
    assert "https://lovdata.no/lov/2009-06-19-44/%C2%A74?a=1&b=2" in targets
