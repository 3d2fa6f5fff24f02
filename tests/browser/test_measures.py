"""The bank of measures: filtered, chosen like other items, and pasted as a table."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from openpyxl import load_workbook
from playwright.sync_api import BrowserContext, Page

from sjekkliste.texts import TEXTS

from ..test_office_valid import faults
from .plan_page import OVERVIEW

BANK = "kartlegging/tiltak/"
COLUMNS = 11


def test_they_are_filtered_by_area_and_group(page: Page, address: str) -> None:
    page.goto(address + BANK)
    page.get_by_text("70 av 70 tiltak vises.").wait_for()
    page.get_by_label("Målgruppe").select_option("eldre")
    shown = page.locator("li.item").filter(visible=True)
    groups = shown.evaluate_all("(all) => all.map((one) => one.dataset.groups.split(' ').includes('eldre'))")
    assert all(groups)
    assert page.get_by_text(f"{len(groups)} av 70 tiltak vises.").is_visible()
    page.get_by_label("Innsatsområde").select_option("tiltak-kompetanse")
    assert 0 < shown.count() < len(groups)
    assert page.locator("h3").filter(visible=True).all_inner_texts() == ["Kompetanse T6"]


def test_what_is_chosen_is_a_table_with_what_the_reader_entered(
    page: Page, address: str, context: BrowserContext
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + BANK)
    page.locator("#t-eldre-02").check()
    entry = page.locator("li.item", has=page.locator("#t-alle-01"))
    entry.locator("input[type=checkbox]").first.check()
    entry.get_by_text("Detaljer").click()
    entry.get_by_label("Ansvarlig").fill("Folkehelsekoordinator")
    entry.get_by_label("Frist").fill("2027-09-30")
    entry.get_by_label("Frist").blur()
    page.get_by_role("button", name="Kopier tabellen").click()
    page.get_by_text("Kopiert. Lim inn i Word eller Excel.").wait_for()
    html = page.evaluate(
        "async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()"
    )
    rows = page.locator("[data-table] tbody tr")
    cells = [row.locator("td").all_inner_texts() for row in rows.all()]
    assert [(row[0], row[2], row[4], row[5]) for row in cells] == [
        (
            "Samordning",
            "Pek ut én stilling som samordner arbeidet mot vold (T1.1)",
            "Folkehelsekoordinator",
            "30.09.2027",
        ),
        ("Samordning", "Gi eldre egne tiltak i planen (T1.12)", "Arbeidsgruppen (forslag)", ""),
    ]
    assert {len(row) for row in cells} == {COLUMNS}
    assert html.count("<tr>") == 1 + len(cells)
    assert "Folkehelsekoordinator" in html


def test_the_measures_of_the_example_come_out_as_they_stand_in_it(
    page: Page, address: str, site: Path
) -> None:
    tables = docx.Document(str(site / "utskrift" / "eksempel-fjellvik.docx")).tables
    rows = [[cell.text for cell in row.cells][:2] for table in tables for row in table.rows]
    wanted = sorted(row for row in rows if re.search(r"\(T\d\.\d+\)$", row[0]))
    assert len(wanted) == 12
    page.goto(address + BANK)
    for measure, owner in wanted:
        code = measure.rpartition("(")[2].removesuffix(")")
        entry = page.locator("li.item", has=page.get_by_role("link", name=f"{code}, lenke til punktet"))
        entry.locator("input[type=checkbox]").first.check()
        entry.get_by_text("Detaljer").click()
        entry.get_by_label("Ansvarlig").fill(owner)
        entry.get_by_label("Ansvarlig").blur()
    chosen = page.locator("[data-table] tbody tr")
    cells = [row.locator("td").all_inner_texts() for row in chosen.all()]
    assert sorted([row[2], row[4]] for row in cells) == wanted


def test_what_is_chosen_is_a_workbook_to_follow_up_in(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + BANK)
    page.locator("#t-eldre-02").check()
    entry = page.locator("li.item", has=page.locator("#t-alle-01"))
    entry.locator("input[type=checkbox]").first.check()
    entry.get_by_text("Detaljer").click()
    entry.get_by_label("Ansvarlig").fill("=Folkehelsekoordinator")
    entry.get_by_label("Frist").fill("2027-09-30")
    entry.get_by_label("Frist").blur()
    with page.expect_download() as started:
        page.get_by_role("button", name="Last ned i Excel").click()
    file = tmp_path / started.value.suggested_filename
    started.value.save_as(file)
    assert file.name.startswith("tiltak-")
    # Programs do without a theme, and the workbooks of plans have none either.
    assert [one for one in faults(file) if "relationships/theme" not in one] == []
    sheet: Any = load_workbook(file)["Tiltak"]
    header, first, second, third = list(sheet.iter_rows(max_row=4, values_only=True))
    assert list(header) == list(TEXTS["measures"]["columns"])
    assert first[2:6] == (
        "Pek ut én stilling som samordner arbeidet mot vold (T1.1)",
        "alle",
        "=Folkehelsekoordinator",
        datetime(2027, 9, 30),
    )
    assert sheet.cell(2, 5).data_type == "s"
    assert second[2] == "Gi eldre egne tiltak i planen (T1.12)"
    assert set(third) == {None}
    [rule] = sheet.data_validations.dataValidation
    assert rule.formula1 == '"Ikke startet,Pågår,Gjennomført,Endret,Forlenget,Nytt,Utsatt,Utgår"'
    assert sheet.cell(1, 10).value == "Status"
    assert str(rule.sqref).startswith("J2:")


def test_they_are_kept_and_are_no_step_of_the_work(page: Page, address: str) -> None:
    page.goto(address + BANK)
    page.locator("#t-alle-01").check()
    page.get_by_text("1 av 70 valgt").wait_for()
    page.reload()
    assert page.locator("#t-alle-01").is_checked()
    page.goto(address + OVERVIEW)
    page.get_by_text("0 av 51 gjort").wait_for()
    assert page.get_by_text("Utgåtte punkter").is_hidden()
    assert page.get_by_role("link", name="T1.1").count() == 0


def test_they_go_along_in_a_workbook_and_a_link(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + BANK)
    page.locator("#t-alle-01").check()
    page.goto(address + OVERVIEW, wait_until="networkidle")
    with page.expect_download() as started:
        page.get_by_role("button", name="Regneark").click()
    started.value.save_as(tmp_path / "plan.xlsx")
    page.get_by_role("button", name="Del lenke").click()
    page.wait_for_function("document.querySelector('textarea')?.value.includes('#plan=')")
    link = page.locator("textarea").input_value()
    for arrive in ("file", "link"):
        other = page.context.browser.new_page()  # type: ignore[union-attr]
        other.goto(link if arrive == "link" else address + OVERVIEW, wait_until="networkidle")
        if arrive == "file":
            other.locator("input[type=file]").first.set_input_files(tmp_path / "plan.xlsx")
        other.get_by_role("button", name="Åpne planen").click()
        other.goto(address + BANK)
        other.get_by_text("1 av 70 valgt").wait_for()
        other.close()


def test_without_scripts_it_is_a_plain_list(address: str, page: Page) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(address + BANK)
    assert plain.locator("li.item").filter(visible=True).count() == 70
    assert plain.locator(".link-filter").is_hidden()
    context.close()
