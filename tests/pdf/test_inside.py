"""What software finds in the PDF sheets: language, bookmarks, tags, links, fonts and the QR code."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pytest
import segno

from sjekkliste.files.sheets import Sheet
from sjekkliste.texts import TEXTS

from .expected import GUIDE, SITE, boxes, headings, own_rows, short_address
from .tags import elements


@pytest.fixture(scope="module")
def inner(file: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(file) as pdf:
        yield pdf


def test_file_has_language_title_bookmarks_and_date(sheet: Sheet, inner: pikepdf.Pdf) -> None:
    assert inner.Root.Lang == TEXTS["language"]
    assert inner.docinfo["/Title"] == sheet.title
    assert inner.Root.ViewerPreferences.DisplayDocTitle
    assert str(inner.docinfo["/CreationDate"]).startswith(f"D:{GUIDE.checked:%Y%m%d}")
    with inner.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [sheet.title]
        assert titles(outline.root[0].children) == marks(sheet)


def titles(entries: Iterable[pikepdf.OutlineItem]) -> list[Any]:
    """The bookmarks, each with those below it, if there are any."""
    return [(one.title, titles(one.children)) if one.children else one.title for one in entries]


def marks(sheet: Sheet) -> list[Any]:
    """The bookmarks of the lists, below those of the phases where there are several."""
    if sheet.upright:
        return []
    found: list[Any] = []
    for phase, lists in sheet.parts:
        own = [f"{one.code} {one.title}" for one in lists]
        found += [(phase, own)] if phase else own
    return found


def test_tables_are_tagged_once_with_column_headings(sheet: Sheet, inner: pikepdf.Pdf) -> None:
    # The first is for the meeting.
    _, *tagged = elements(inner.Root.StructTreeRoot.K, "/Table")
    for table, one in zip(tagged, sheet.checklists, strict=True):
        head, body = elements(table, "/THead"), elements(table, "/TBody")
        assert [len(list(elements(part, "/TH"))) for part in head] == [len(headings(one, sheet))]
        assert [len(list(elements(part, "/TR"))) for part in body] == [len(one.items) + own_rows(one, sheet)]


def test_links_lead_to_the_page(sheet: Sheet, inner: pikepdf.Pdf) -> None:
    targets = {
        str(note.A.URI) for page in inner.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"
    }
    assert SITE + sheet.url in targets


def test_every_font_is_embedded(sheet: Sheet, inner: pikepdf.Pdf) -> None:
    fonts = [font for page in inner.pages for font in page.Resources.Font.values()]
    assert fonts
    for font in fonts:
        assert "SourceSans3" in str(font.BaseFont)
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_qr_code_is_the_short_address_and_says_so(sheet: Sheet, inner: pikepdf.Pdf, file: Path) -> None:
    address = short_address(sheet)
    figures = list(elements(inner.Root.StructTreeRoot.K, "/Figure"))
    boxed = sum(boxes(one, sheet) * len(one.items) + 2 * own_rows(one, sheet) for one in sheet.checklists)
    said = [TEXTS["sheets"]["qr"].format(address=address), *[TEXTS["sheets"]["empty-box"]] * boxed]
    assert [str(figure.Alt) for figure in figures] == said
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
