"""The joint decision on narrow screens, in every state, and on paper."""

from pathlib import Path
from typing import Literal

import pdfplumber
import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page

from .axe import faults
from .decision_page import CASE, JOINT, KOMMUNER, NOTE, keep_plan, open_files, questions, write_kommune
from .plan_page import DECISION
from .test_paper import A4, printed


def test_axe_finds_nothing_in_any_state_with_eight_kommuner(
    page: Page, address: str, site: Path, tmp_path: Path
) -> None:
    def nothing_found(state: str) -> None:
        assert faults(page) == [], state

    page.goto(address + JOINT, wait_until="networkidle")
    nothing_found("no kommune")
    keep_plan(page, address, tmp_path, site)
    page.goto(address + JOINT, wait_until="networkidle")
    page.locator("td details").first.locator("summary").click()
    nothing_found("a reason open")
    (tmp_path / "feil.json").write_text("{", encoding="utf-8")
    changed = write_kommune(tmp_path, "Bø", {questions(site)[0]["id"]: {"answer": "vet-ikke"}})
    open_files(page, tmp_path / "feil.json", changed)
    page.get_by_role("dialog").wait_for()
    nothing_found("dialog open")
    page.get_by_role("dialog").get_by_role("button", name="Bruk det som er valgt").click()
    page.get_by_role("alert").wait_for()
    nothing_found("a file refused")
    for path in (NOTE, CASE):
        page.goto(address + path, wait_until="networkidle")
        nothing_found(path)
    page.goto(address + DECISION)
    page.locator(f"#{questions(site)[0]['id']}").get_by_label("Nei").check()
    page.locator(".summary details summary").click()
    page.locator("details.rule summary").click()
    nothing_found("summed up")


def test_matrix_has_real_headers_and_can_be_reached_on_a_narrow_screen(
    browser: Browser, address: str, site: Path, tmp_path: Path
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    keep_plan(page, address, tmp_path, site)
    page.goto(address + JOINT, wait_until="networkidle")
    for kommune in KOMMUNER:
        assert page.get_by_role("columnheader", name=kommune).count() == 1
    assert page.get_by_role("rowheader").count() == 17 + 2
    last = page.get_by_label("Svar fra Ås på F2.17", exact=True)
    last.focus()
    page.keyboard.press("ArrowDown")
    assert last.input_value() == "vet-ikke"
    box = last.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.close()


def test_matrix_prints_in_landscape_with_every_cell_whole(
    page: Page, address: str, site: Path, tmp_path: Path
) -> None:
    keep_plan(page, address, tmp_path, site)
    page.goto(address + JOINT, wait_until="networkidle")
    pages = printed(page, tmp_path)
    assert all(size == A4 for _, size in pages)
    text = "\n".join(one for one, _ in pages)
    assert "Legg til kommune" not in text
    with pdfplumber.open(tmp_path / "page.pdf") as pdf:
        tables = [table for one in pdf.pages for table in one.find_tables()]
        found = [row for table in tables for row in table.extract()]
        for sheet in pdf.pages:
            for word in sheet.extract_words():
                assert word["x0"] > 25, word
                assert word["x1"] < sheet.width - 25, word
                assert word["top"] > 25, word
                assert word["bottom"] < sheet.height - 25, word
    # One row on paper for each question: none is split between two pages.
    codes = [(row[0] or "").split(" ")[0] for row in found]
    assert [code for code in codes if code.startswith("F2.")] == [one["code"] for one in questions(site)]
    assert all(len(row) == 10 for row in found)
    names = ["".join((name or "").split()) for name in found[0][2:]]
    assert names == [kommune.replace(" ", "") for kommune in KOMMUNER]


@pytest.mark.parametrize("path", [NOTE, CASE])
def test_documents_print_upright_with_nothing_but_the_document(
    page: Page, address: str, site: Path, tmp_path: Path, path: str
) -> None:
    keep_plan(page, address, tmp_path, site)
    page.goto(address + path, wait_until="networkidle")
    pages = printed(page, tmp_path)
    assert all(size == A4[::-1] for _, size in pages)
    text = "\n".join(one for one, _ in pages)
    assert "Kopier til Word" not in text
    assert "Fordi «0»" in text
    with pdfplumber.open(tmp_path / "page.pdf") as pdf:
        heads = [table.extract()[0] for sheet in pdf.pages for table in sheet.find_tables()]
    answers = [
        ["".join((name or "").split()) for name in head[1:]] for head in heads if head[0] == "Spørsmål"
    ]
    assert len(answers) >= 2
    assert all(head == [kommune.replace(" ", "") for kommune in KOMMUNER] for head in answers)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_question_and_kommune_stay_in_sight_when_the_matrix_scrolls(
    browser: Browser, address: str, site: Path, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": 640, "height": 844}, color_scheme=scheme)
    keep_plan(page, address, tmp_path, site)
    page.goto(address + JOINT, wait_until="networkidle")
    region = page.get_by_role("region", name="Tabell med svarene")
    region.evaluate("region => region.scrollTo(region.scrollWidth, region.scrollHeight)")
    frame = box_of(region)
    kommune, question = (
        page.get_by_role("columnheader", name="Ås"),
        page.locator("#rad-interkommunal-samarbeid"),
    )
    assert box_of(kommune)["y"] < frame["y"] + 2
    heads = page.locator(".joint__rows th[scope=row]")
    assert {box_of(one)["x"] for one in heads.all()} == {frame["x"] + 1}
    assert box_of(heads.last)["width"] < frame["width"] / 2
    for sticky in (kommune, heads.last, question.locator("th")):
        colour = sticky.evaluate("element => getComputedStyle(element).backgroundColor")
        assert colour == page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.close()


def test_open_reason_makes_the_column_wide_and_not_the_row_tall(
    browser: Browser, address: str, site: Path, tmp_path: Path
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    keep_plan(page, address, tmp_path, site)
    page.goto(address + JOINT, wait_until="networkidle")
    cell = page.locator("#rad-interkommunal-samarbeid td").nth(3)
    cell.locator("summary").click()
    assert box_of(cell.get_by_role("textbox"))["width"] > 150
    assert box_of(cell)["height"] < 844 / 2
    page.close()


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_matrix_begins_where_header_and_footer_begin(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address + JOINT, wait_until="networkidle")
    places = (".bar__name", "main h1", ".foot p:first-child")
    assert len({box_of(page.locator(one))["x"] for one in places}) == 1
    page.close()


def box_of(place: Locator) -> FloatRect:
    box = place.bounding_box()
    assert box is not None
    return box
