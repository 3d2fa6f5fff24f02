"""«Åpne flere filer»: plans from several files beside each other, and kept in the browser."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from .plan_page import OVERVIEW, fill_workbook, write_plan
from .storage import plans, refuse

SEVERAL = OVERVIEW + "flere/"
KEEP = "Behold i denne nettleseren"


def write(folder: Path, stem: str, **fields: Any) -> Path:
    return write_plan(folder, **fields).rename(folder / f"{stem}.json")


def open_several(page: Page, address: str, *files: Path) -> None:
    page.goto(address + SEVERAL, wait_until="networkidle")
    page.locator("input[type=file]").set_input_files(list(files))
    page.locator("tbody tr").nth(len(files) - 1).wait_for()


def test_two_versions_of_a_plan_are_both_kept(page: Page, address: str, tmp_path: Path) -> None:
    versions = [
        write(tmp_path, note, name="Vår plan", items={"beslutning-leder": {"note": note}})
        for note in ("første", "andre")
    ]
    open_several(page, address, *versions)
    page.get_by_role("button", name=KEEP).click()
    kept = {plan["name"]: plan["items"]["beslutning-leder"]["note"] for plan in plans(page)}
    assert kept == {"Vår plan": "første", "Vår plan (kopi)": "andre"}
    assert len({plan["id"] for plan in plans(page)}) == 2


@pytest.mark.parametrize(("full", "kept"), [("plan-1", ["Bø"]), ("plan:", [])])
def test_what_the_browser_has_no_room_for_stays_and_is_named(
    page: Page, address: str, tmp_path: Path, full: str, kept: list[str]
) -> None:
    files = [
        write(tmp_path, kommune, id=f"plan-{number}", kommuner=kommune)
        for number, kommune in enumerate(("Bø", "Ås"))
    ]
    open_several(page, address, *files)
    refuse(page, full)
    page.get_by_role("button", name=KEEP).click()
    told = page.get_by_role("alert")
    told.get_by_text("Ås").wait_for()
    assert "Filene er ikke rørt" in told.inner_text()
    assert page.locator("plan-flere [role=status]").inner_text() == ""
    assert [plan["kommuner"] for plan in plans(page)] == kept
    assert page.locator("tbody tr").count() == 2
    assert page.get_by_role("button", name=KEEP).is_visible()


def test_spreadsheets_are_read_too_and_each_problem_has_a_line(
    page: Page, address: str, site: Path, tmp_path: Path
) -> None:
    workbook = fill_workbook(site, tmp_path, "beslutning-leder", "Status", "Gjort")
    sheets = site / "utskrift"
    page.goto(address + SEVERAL, wait_until="networkidle")
    files = [workbook, sheets / "forarbeid.docx", sheets / "forarbeid.xlsx"]
    page.locator("input[type=file]").set_input_files(files)
    told = page.get_by_role("alert")
    told.get_by_text("forarbeid.xlsx er ikke fylt ut ennå").wait_for()
    assert told.get_by_role("listitem").count() == 2
    assert ".json eller .xlsx" in told.get_by_text("forarbeid.docx").inner_text()
    assert "Ingenting er endret" not in told.inner_text()
    (row,) = page.locator("tbody tr").all_inner_texts()
    assert "1 av" in row
    assert "utfylt.xlsx" in row


def test_rows_are_sorted_and_open_their_plans(page: Page, address: str, tmp_path: Path) -> None:
    frogn = write(tmp_path, "frogn", id="a", name="Handlingsplan", kommuner="Frogn")
    lom = write(tmp_path, "lom", id="b", name="Handlingsplan", kommuner="Lom")
    open_several(page, address, frogn, lom)
    rows = page.locator("tbody tr")
    assert page.locator("tbody th").all_inner_texts() == ["Frogn", "Lom"]
    page.get_by_role("button", name="Kommune").click()
    page.get_by_role("button", name="Kommune").click()
    assert page.locator("tbody th").all_inner_texts() == ["Lom", "Frogn"]
    assert page.get_by_role("columnheader", name="Kommune").get_attribute("aria-sort") == "descending"
    rows.get_by_role("link", name="Handlingsplan – Frogn").click()
    page.wait_for_url(address + OVERVIEW)
    assert page.get_by_label("Kommune eller kommuner").input_value() == "Frogn"


def test_the_whole_table_is_seen_on_a_common_screen(page: Page, address: str, tmp_path: Path) -> None:
    kommuner = "Indre Østfold, Marker og Rakkestad"
    file = write(
        tmp_path,
        "planarbeid_indre_ostfold_marker_rakkestad_2027_05_05",
        name="Handlingsplan mot vold i nære relasjoner",
        kommuner=kommuner,
        period="2027–2030",
        items={"beslutning-leder": {"due": "2030-05-05"}},
    )
    open_several(page, address, file)
    assert page.locator(".wide").evaluate("element => element.scrollWidth <= element.clientWidth")
    assert page.locator("tbody td").first.evaluate("element => element.clientWidth > 60")
