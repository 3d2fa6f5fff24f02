"""The sheets as PDF: what stands on them is read back and compared with the model."""

import os
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
import segno

from sjekkliste.__main__ import read_guide
from sjekkliste.model import Checklist
from sjekkliste.sheets import Sheet, sheets
from sjekkliste.texts import TEXTS, long_date

from .paper import LEAST_ROW, Page, read, squeezed
from .project import ROOT

GUIDE = read_guide(ROOT, os.environ)
SITE = GUIDE.settings.site_url
SHEETS = sheets(GUIDE)


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


@pytest.fixture(scope="module")
def inner(file: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(file) as pdf:
        yield pdf


def short_address(sheet: Sheet) -> str:
    return SITE + (f"k/{sheet.code}/" if sheet.code else "utskrift/")


def elements(node: pikepdf.Object | None, kind: str) -> Iterator[pikepdf.Object]:
    """The structure elements of one kind, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child, kind)
    elif isinstance(node, pikepdf.Dictionary):
        if node.get("/S") == kind:
            yield node
        yield from elements(node.get("/K"), kind)


def test_every_item_stands_whole_in_a_row_with_room_and_boxes(sheet: Sheet, pages: list[Page]) -> None:
    rows = [row for page in pages for row in page.rows]
    wanted = [(one.kind, item) for one in sheet.checklists for item in one.items]
    assert [row.code for row in rows] == [item.code for _, item in wanted]
    assert [row.words for row in rows] == [squeezed(item.text + item.help) for _, item in wanted]
    assert [row.boxes for row in rows] == [4 if kind == "decision" else 1 for kind, _ in wanted]
    assert min(row.height for row in rows) >= LEAST_ROW
    assert sum(page.boxes for page in pages) == sum(row.boxes for row in rows)


def test_every_page_is_numbered_has_rows_and_says_where_to_get_help(sheet: Sheet, pages: list[Page]) -> None:
    for number, page in enumerate(pages, 1):
        assert f"Side {number} av {len(pages)}" in page.text
        assert TEXTS["sheets"]["running"] in page.text
        assert (number == 1) != page.text.startswith(f"{sheet.title} · ")
        assert page.is_a4_landscape
        assert page.rows


def test_heading_stands_on_the_page_of_its_first_item(sheet: Sheet, pages: list[Page]) -> None:
    for one in sheet.checklists:
        heading = squeezed(f"{one.code} {one.title}")
        its = [page for page in pages if heading in squeezed(page.text)]
        assert [one.items[0].code in [row.code for row in page.rows] for page in its] == [True]


def test_first_page_has_fields_notice_source_date_and_address(sheet: Sheet, pages: list[Page]) -> None:
    first = squeezed(pages[0].text)
    fields = TEXTS["sheets"]["fields"]
    editions = GUIDE.editions_of(sheet.checklists)
    for text in (
        *fields["main"],
        fields["wide"],
        TEXTS["notice"],
        *(TEXTS["source"]["edition"].format(edition=edition) for edition in editions),
        *(page.page for pages in editions.values() for page in pages),
        TEXTS["trust"]["checked"].format(date=long_date(GUIDE.checked)),
        *(part["text"] for part in TEXTS["help"]["parts"]),
        SITE + sheet.url,
    ):
        assert squeezed(text) in first


def headings(checklist: Checklist, sheet: Sheet) -> list[str]:
    """The column headings of a list, without spaces."""
    names = TEXTS["sheets"]["columns"]
    answers = [answer["text"] for answer in TEXTS["checklist"]["answers"]]
    if sheet.per_kommune:
        kommuner = [names["kommune"].format(number=number) + ":" for number in (1, 2, 3, 4)]
        columns = [names["code"], names["question"], *kommuner]
    elif checklist.kind == "decision":
        columns = [names["code"], names["question"], *answers, names["reason"]]
    else:
        owner = names["owner"] + names["owner-hint"]
        columns = [names["done"], names["code"], names["item"], owner, names["due"], names["note"]]
    return [squeezed(column) for column in columns]


def test_every_table_has_its_column_headings_on_every_page(sheet: Sheet, pages: list[Page]) -> None:
    wanted = {one.code: headings(one, sheet) for one in sheet.checklists}
    for page in pages:
        for table in page.tables:
            assert table.head == wanted[table.rows[0].code.partition(".")[0]]


def test_file_has_language_title_bookmarks_and_date(sheet: Sheet, inner: pikepdf.Pdf) -> None:
    assert inner.Root.Lang == TEXTS["language"]
    assert inner.docinfo["/Title"] == sheet.title
    assert inner.Root.ViewerPreferences.DisplayDocTitle
    assert str(inner.docinfo["/CreationDate"]).startswith(f"D:{GUIDE.checked:%Y%m%d}")
    with inner.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [sheet.title]
        assert [entry.title for entry in outline.root[0].children] == [
            f"{one.code} {one.title}" for one in sheet.checklists
        ]


def test_tables_are_tagged_once_with_column_headings(sheet: Sheet, inner: pikepdf.Pdf) -> None:
    tagged = list(elements(inner.Root.StructTreeRoot.K, "/Table"))
    for table, one in zip(tagged, sheet.checklists, strict=True):
        head, body = elements(table, "/THead"), elements(table, "/TBody")
        assert [len(list(elements(part, "/TH"))) for part in head] == [len(headings(one, sheet))]
        assert [len(list(elements(part, "/TR"))) for part in body] == [len(one.items)]


def test_links_lead_to_the_page_and_the_help(sheet: Sheet, inner: pikepdf.Pdf) -> None:
    targets = {
        str(note.A.URI) for page in inner.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"
    }
    assert {SITE + sheet.url, "tel:112", "tel:116006", "tel:116111", "https://dinutvei.no/"} <= targets


def test_every_font_is_embedded(sheet: Sheet, inner: pikepdf.Pdf) -> None:
    fonts = [font for page in inner.pages for font in page.Resources.Font.values()]
    assert fonts
    for font in fonts:
        assert "SourceSans3" in str(font.BaseFont)
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_qr_code_is_the_short_address_and_says_so(sheet: Sheet, inner: pikepdf.Pdf, file: Path) -> None:
    address = short_address(sheet)
    figures = list(elements(inner.Root.StructTreeRoot.K, "/Figure"))
    assert [str(figure.Alt) for figure in figures] == [TEXTS["sheets"]["qr"].format(address=address)]
    left, _, right, top = map(float, next(one.BBox for one in figures[0].A if "/BBox" in one))
    scale = 8
    with pdfplumber.open(file) as pdf:
        height = pdf.pages[0].height
        image = pdf.pages[0].to_image(resolution=72 * scale).original.convert("1")
    wanted = segno.make(address, error="m", micro=False).matrix
    size = (right - left) * scale / len(wanted)
    for y, line in enumerate(wanted):
        for x, dark in enumerate(line):
            place = (int(left * scale + (x + 0.5) * size), int((height - top) * scale + (y + 0.5) * size))
            assert bool(image.getpixel(place)) != bool(dark)
