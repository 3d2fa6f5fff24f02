"""The reader's answers on paper."""

from pathlib import Path

import pdfplumber
import pytest
from playwright.sync_api import Page

from ..paper import texts
from .addresses import WHOLE
from .decision_page import CASE, JOINT, keep_plan
from .plan_page import DECISION, LIST, OVERVIEW, fill_some, item

A4 = (842, 595)


def printed(page: Page, folder: Path) -> list[tuple[str, tuple[int, int]]]:
    """Text and size in points of each page, printed as Ctrl+P does, without background graphics."""
    page.pdf(path=folder / "page.pdf", prefer_css_page_size=True, print_background=False)
    return texts(folder / "page.pdf")


def test_page_prints_with_what_is_entered(page: Page, address: str, tmp_path: Path) -> None:
    fill_some(page, address)
    page.locator("#beslutning-plantype").check()
    page.locator("[data-paper]").wait_for()
    pages = printed(page, tmp_path)
    text = "\n".join(one for one, _ in pages)
    assert "Sørg for politisk forankring" in text
    assert "Kommuneoverlege" in text
    assert "Å, «æ»" in text
    assert text.count("Gjort") == 2
    assert "5. mai 2027" in text.replace("\xa0", " ")
    assert page.locator(".paper").count() == 0


def test_list_prints_alone_in_landscape_without_an_empty_page(
    page: Page, address: str, tmp_path: Path
) -> None:
    fill_some(page, address)
    page.evaluate("() => { window.print = () => document.documentElement.toggleAttribute('data-asked') }")
    page.get_by_text("Skriv ut", exact=True).click()
    page.get_by_role("button", name="Skriv ut med svar").click()
    page.locator("html[data-asked]").wait_for(state="attached")
    pages = printed(page, tmp_path)
    assert all(one and size == A4 for one, size in pages)
    assert "Sørg for politisk forankring" not in "".join(one for one, _ in pages)
    assert "Kommuneoverlege" in pages[0][0]
    assert page.locator("[data-printing]").count() == 0


def test_meeting_sheet_has_what_is_most_urgent_and_prints_alone(
    page: Page, address: str, tmp_path: Path
) -> None:
    fill_some(page, address)
    page.goto(address + OVERVIEW)
    page.evaluate("() => { window.print = () => document.documentElement.toggleAttribute('data-asked') }")
    page.get_by_role("button", name="Skriv ut møteark").click()
    page.locator("html[data-asked]").wait_for(state="attached")
    [(text, _)] = printed(page, tmp_path)
    assert text.startswith("Møteark")
    assert [text.count(title) for title in ("Avgjort sist", "Punkter i dag", "Neste møte")] == [1, 1, 1]
    assert "Kommuneoverlege" in text
    assert page.locator(".paper, [data-printing]").count() == 0


@pytest.mark.parametrize(
    ("which", "there", "gone"), [("Forarbeid", 6, "V1.1"), ("Alle listene", 20, "Møteark")]
)
def test_lists_of_a_phase_and_of_all_are_printed_with_answers(
    page: Page, address: str, tmp_path: Path, which: str, there: int, gone: str
) -> None:
    fill_some(page, address)
    page.goto(address + OVERVIEW, wait_until="networkidle")
    page.evaluate("() => { window.print = () => document.documentElement.toggleAttribute('data-asked') }")
    page.get_by_text("Skriv ut listene med svar").click()
    page.get_by_role("button", name=which, exact=True).click()
    page.locator("html[data-asked]").wait_for(state="attached")
    assert page.locator(".paper").count() == there
    pages = [text for text, _ in printed(page, tmp_path)]
    text = "".join(pages)
    assert "Kommuneoverlege" in text
    assert "Å, «æ»" in text
    assert gone not in text
    assert all(one.strip() for one in pages)
    assert page.locator(".paper, [data-printing]").count() == 0


def test_planarbeidet_leaves_off_paper_what_one_can_only_click(
    page: Page, address: str, tmp_path: Path
) -> None:
    fill_some(page, address)
    page.goto(address + OVERVIEW, wait_until="networkidle")
    text = "\n".join(one for one, _ in printed(page, tmp_path))
    assert "Framdrift" in text
    assert [one for one in ("Del og skriv ut", "Skriv ut listene", "Sletting gjelder") if one in text] == []


def test_a_long_word_stays_on_the_paper(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + LIST)
    entry = item(page, "beslutning-mandat")
    entry.locator("summary").click()
    entry.get_by_label("Merknad").fill("w" * 300)
    entry.get_by_label("Frist").fill("2027-09-30")
    entry.get_by_label("Frist").blur()
    page.locator("[data-paper]").wait_for()
    text = "".join(one for one, _ in printed(page, tmp_path))
    assert "30.\xa0september\xa02027" in text
    with pdfplumber.open(tmp_path / "page.pdf") as pdf:
        written = [one for sheet in pdf.pages for one in sheet.chars if one["text"] == "w"]
        assert len(written) >= 300
        assert max(one["x1"] for one in written) < pdf.pages[0].width - 25


def test_questions_print_with_answers_and_reasons(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + DECISION)
    page.locator("#interkommunal-samarbeid").get_by_label("Delvis").check()
    page.locator("[data-paper]").wait_for()
    text = "\n".join(one for one, _ in printed(page, tmp_path))
    assert "1 av 17 besvart" in text
    assert "Delvis" in text


def test_untouched_page_prints_as_it_is(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + LIST)
    assert all(width < height for _, (width, height) in printed(page, tmp_path))


@pytest.mark.parametrize("path", [LIST, JOINT, CASE, "utskrift/alle.html", WHOLE])
def test_cells_share_no_lines_on_paper(
    page: Page, address: str, site: Path, tmp_path: Path, path: str
) -> None:
    """Firefox drops shared lines where a table goes on to the next page."""
    keep_plan(page, address, tmp_path, site)
    page.goto(address + path)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    ruled = page.locator("table:visible:has(td)")
    ruled.first.wait_for()
    models = ruled.evaluate_all("all => all.map(one => getComputedStyle(one).borderCollapse)")
    assert set(models) == {"separate"}


def test_duties_are_one_sheet(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}om/plikter/")
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    [(text, _)] = texts(tmp_path / "page.pdf")
    places = [text.find(heading) for heading in page.locator("main > h2").all_inner_texts()]
    assert len(places) == 6
    assert -1 not in places
    assert "Sist kontrollert" in text


@pytest.mark.parametrize("chosen", [False, True])
def test_each_area_of_measures_begins_a_page(page: Page, address: str, tmp_path: Path, chosen: bool) -> None:
    page.goto(address + "kartlegging/tiltak/", wait_until="networkidle")
    if chosen:
        page.locator("#t-alle-01").check()
        page.locator("[data-paper]").wait_for()
    _, *others = titles = page.locator(".measures h3").all_inner_texts()
    tops = [
        text.replace("Status Kode Punkt Ansvarlig Frist Merknad\n", "") for text, _ in printed(page, tmp_path)
    ]
    assert len(titles) == 6
    assert [one for one in others if not any(top.startswith(one) for top in tops)] == []
