"""The same awkward items as the PDF files have, on the sheet that the browser prints."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sjekkliste.files.formats import html
from sjekkliste.files.sheet_document import sheet_document
from sjekkliste.files.templates import environment
from sjekkliste.model.guide import Kind
from sjekkliste.site.cache import Cache

from ..paper import LEAST_ROW, Page, read, squeezed
from ..pdf.test_awkward import AWKWARD, SIGNS, awkward_sheet
from ..project import DOCS, ROOT


def printed(browser: Browser, folder: Path, name: str, kind: Kind, per_kommune: bool) -> list[Page]:
    """The sheet as it comes out of the printer."""
    (folder / "utskrift").mkdir()
    shutil.copytree(DOCS / "assets" / "css", folder / "assets" / "css")
    file = folder / "utskrift" / "prove.html"
    sheet, guide = awkward_sheet(AWKWARD[name], kind, per_kommune)
    document = sheet_document(sheet, guide)
    file.write_bytes(html(document, guide, environment(ROOT / "templates"), Cache().get))
    page = browser.new_page(java_script_enabled=False)
    page.goto(file.as_uri())
    page.pdf(path=folder / "prove.pdf", prefer_css_page_size=True, print_background=False)
    page.close()
    return read(folder / "prove.pdf")


@pytest.mark.parametrize(
    ("kind", "per_kommune"), [("checklist", False), ("decision", False), ("decision", True)]
)
@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_items_are_printed_whole(
    browser: Browser, tmp_path: Path, name: str, kind: Kind, per_kommune: bool
) -> None:
    items = AWKWARD[name]
    pages = printed(browser, tmp_path, name, kind, per_kommune)
    rows = [row for page in pages for row in page.rows]
    assert [row.code for row in rows] == [one.code for one in items]
    assert [row.words for row in rows] == [squeezed(one.text + one.help) for one in items]
    assert {row.boxes for row in rows} == {0 if per_kommune else 2 if kind == "checklist" else 4}
    assert min(row.height for row in rows) >= LEAST_ROW - 1
    assert all(f"av {len(pages)}" in page.text for page in pages)
    assert squeezed(SIGNS) in squeezed(pages[0].text)
