"""What is printed on the PDF sheets, read back and compared with the model."""

from sjekkliste.files.sheet_tables import OWN
from sjekkliste.files.sheets import Sheet
from sjekkliste.model.facts import by_edition
from sjekkliste.texts import TEXTS, long_date

from ..paper import Page, squeezed
from .expected import GUIDE, SITE, boxes, headings, least_row, own_rows, titled


def test_every_item_stands_whole_in_a_row_with_room_and_boxes(sheet: Sheet, pages: list[Page]) -> None:
    rows = [row for page in pages for row in page.rows]
    wanted = [(boxes(one, sheet), item) for one in sheet.checklists for item in one.items]
    assert [row.code for row in rows] == [item.code for _, item in wanted]
    assert [row.words for row in rows] == [squeezed(item.text + item.help) for _, item in wanted]
    assert [row.boxes for row in rows] == [number for number, _ in wanted]
    assert min(row.height for row in rows) >= least_row(sheet)
    own = sum(2 * own_rows(one, sheet) for one in sheet.checklists)
    assert sum(page.boxes for page in pages) == sum(row.boxes for row in rows) + own


def test_every_page_is_numbered_has_rows_and_says_where_to_get_help(sheet: Sheet, pages: list[Page]) -> None:
    for number, page in enumerate(pages, 1):
        assert f"Side {number} av {len(pages)}" in page.text
        assert TEXTS["sheets"]["running"] in page.text
        assert (number == 1) != page.text.startswith(f"{sheet.title} · ")
        assert page.is_a4_landscape is not sheet.upright
        assert page.rows or page.boxes


def test_the_least_is_one_page(sheet: Sheet, pages: list[Page]) -> None:
    assert not sheet.upright or len(pages) == 1


def test_heading_stands_on_the_page_of_its_first_items(sheet: Sheet, pages: list[Page]) -> None:
    """And on that of its second, if it has one."""
    for one in titled(sheet):
        heading = squeezed(f"{one.code} {one.title}")
        its = [page for page in pages if heading in squeezed(page.text)]
        first = {item.code for item in one.items[:2]}
        assert [first <= {row.code for row in page.rows} for page in its] == [True]


def test_rows_for_what_a_kommune_adds_stand_together(pages: list[Page]) -> None:
    own = squeezed(f"{TEXTS['sheets']['columns']['own']}:")
    assert {squeezed(page.text).count(own) % OWN for page in pages} == {0}


def test_first_page_has_fields_notice_source_date_and_address(sheet: Sheet, pages: list[Page]) -> None:
    first = squeezed(pages[0].text)
    editions = by_edition(GUIDE.sources_of(sheet.checklists))
    for text in (
        *(text for name, text in TEXTS["sheets"]["fill"].items() if name != "present" or not sheet.upright),
        TEXTS["notice"],
        *(TEXTS["source"]["edition"].format(edition=edition) for edition in editions),
        *(page.page for pages in editions.values() for page in pages),
        TEXTS["trust"]["checked"].format(date=long_date(GUIDE.checked)),
        SITE + sheet.url,
    ):
        assert squeezed(text) in first


def test_every_table_has_its_column_headings_on_every_page(sheet: Sheet, pages: list[Page]) -> None:
    wanted = {item.code: headings(one, sheet) for one in sheet.checklists for item in one.items}
    for page in pages:
        for table in [one for one in page.tables if one.rows]:
            assert table.head == wanted[table.rows[0].code]
