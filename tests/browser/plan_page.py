"""What the tests of the reader's saved work share: addresses, and what a reader does on a page."""

import json
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from playwright.sync_api import Dialog, Page

LIST = "forarbeid/beslutning/"
DECISION = "forarbeid/interkommunal-plan/"
OVERVIEW = "planarbeidet/"


def progress(page: Page) -> str:
    return page.locator("[data-progress]").first.inner_text()


def name_plan(page: Page, name: str) -> None:
    page.get_by_label("Navn på planen").fill(name)
    page.get_by_label("Navn på planen").blur()


def item(page: Page, identity: str) -> Any:
    return page.locator("li.item", has=page.locator(f"#{identity}"))


def set_aside(page: Page, identity: str) -> None:
    """Say that the item does not apply."""
    box = item(page, identity).get_by_role("checkbox", name="Ikke aktuelt")
    if not box.is_visible():
        item(page, identity).locator("summary").click()
    box.click()


def choose(page: Page, button: str) -> None:
    """Answer the open dialog; it is gone once the answer has been acted on."""
    dialog = page.locator("body > dialog")
    wanted = dialog.get_by_role("button", name=button, exact=True)
    # Beside nothing of the reader's own, there is one way to take a plan in.
    opens = dialog.get_by_role("button", name="Åpne planen", exact=True)
    (wanted.or_(opens) if button in ("Flett inn", "Ny plan") else wanted).click()
    dialog.wait_for(state="detached")


def questions_of(page: Page) -> list[str]:
    """The kinds of questions the browser asks from now on; each is answered with yes."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    return asked


def write_plan(folder: Path, **fields: Any) -> Path:
    plan = {
        "format": "sjekkliste-plan",
        "version": 1,
        "id": "fra-fil",
        "name": "",
        "kommuner": "Øvre Å",
        "caseNumber": "",
        "period": "",
        "location": "",
        "changed": "2026-05-05T10:00:00Z",
        "items": {},
        "answers": {},
        **fields,
    }
    file = folder / "plan.json"
    file.write_text(json.dumps(plan), encoding="utf-8")
    return file


def fill_some(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    entry = item(page, "beslutning-leder")
    entry.locator("summary").click()
    for label, value in (("Ansvarlig", "Kommuneoverlege"), ("Frist", "2027-05-05"), ("Merknad", "Å, «æ»")):
        entry.get_by_label(label).fill(value)
        entry.get_by_label(label).blur()


def fill_workbook(site: Path, folder: Path, identity: str, column: str, text: str) -> Path:
    """The empty workbook of «Forarbeid», with one cell filled in by the item's id and the column's name."""
    book = load_workbook(site / "utskrift" / "forarbeid.xlsx")
    sheet = book["Forarbeid"]
    (header,) = (row for row in sheet.iter_rows() if row[0].value == "Id")
    (place,) = (cell.column for cell in header if cell.value == column)
    (row,) = (cells[0].row for cells in sheet.iter_rows() if cells[0].value == identity)
    sheet.cell(row, place, text)
    file = folder / "utfylt.xlsx"
    book.save(file)
    return file
