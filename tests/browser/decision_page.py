"""What the tests of the joint decision share: plans of several kommuner, and where they are shown."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from .plan_page import DECISION, write_plan
from .storage import put

JOINT = DECISION + "kommuner/"
NOTE = DECISION + "droftingsnotat/"
CASE = DECISION + "saksframlegg/"
KOMMUNER = ("Bø", "Indre Østfold", "Lom", "Nord-Aurdal", "Sel", "Vang", "Øvre Eiker", "Ås")
ANSWERS = ("ja", "nei", "delvis", "vet-ikke")
NOW = "2026-05-05T10:00:00Z"


def questions(site: Path) -> list[Any]:
    data = json.loads((site / "data" / "sjekklister.json").read_bytes())
    (decision,) = (one for one in data["checklists"] if one["id"] == "interkommunal")
    found: list[Any] = decision["items"]
    return found


def answers_of(number: int, site: Path) -> dict[str, dict[str, str]]:
    """What the kommune with this number answers: other than its neighbours, with some left open."""
    found = {}
    for place, question in enumerate(questions(site)):
        if (place + number) % 7:
            reason = {"reason": f"Fordi «{number}»\nog <b>{place}</b>"} if (place + number) % 5 == 0 else {}
            found[question["id"]] = {"answer": ANSWERS[(place * 3 + number * (place % 3)) % 4], **reason}
    return found


def write_kommune(folder: Path, kommune: str, answers: Mapping[str, Any], **fields: Any) -> Path:
    """The file that a kommune has saved after answering alone."""
    file = write_plan(
        folder, id=f"plan-{len(list(folder.iterdir()))}", kommuner=kommune, answers=answers, **fields
    )
    return file.rename(folder / f"{kommune} {fields.get('changed', NOW)[:10]}.json")


def keep_plan(page: Page, address: str, folder: Path, site: Path, kommuner: Sequence[str] = KOMMUNER) -> None:
    """Let the browser hold a plan with these kommuner's answers."""
    side_by_side = [
        {"kommune": kommune, "changed": NOW, "answers": answers_of(number, site)}
        for number, kommune in enumerate(kommuner)
    ]
    items = {"beslutning-mandat": {"note": "Et utkast innen 1. mai"}}
    plan = write_plan(folder, kommuneAnswers=side_by_side, items=items, kommuner=", ".join(kommuner))
    page.goto(address + "404.html")
    put(page, "fra-fil", plan.read_text(encoding="utf-8"), turn=True)


def open_files(page: Page, *files: Path) -> None:
    page.locator("input[type=file]").set_input_files(list(files))


def shown_matrix(page: Page) -> list[list[str]]:
    """What the table says, without its controls: names, then each question with all that is answered."""
    found: list[list[str]] = page.evaluate(
        """() => {
          const told = "[data-name], [data-question], [data-agreement], [data-answer], [data-reason]";
          const text = (cell) => [...cell.querySelectorAll(told)].map((one) => one.textContent).join(" | ");
          return [...document.querySelectorAll(".joint__rows tr")].map((row) => [...row.cells].map(text));
        }"""
    )
    return found
