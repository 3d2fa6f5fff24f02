"""The work given on: to whoever takes over, and to an adviser who follows several kommuner."""

from pathlib import Path

from playwright.sync_api import Page

from .addresses import SHEETS
from .plan_page import DECISION, OVERVIEW, fill_some, write_plan
from .storage import keys, stored

ITEMS = sum(len(one.items) for one in SHEETS[-1].checklists if one.kind == "checklist")


def test_handover_says_everything_on_one_page(page: Page, address: str) -> None:
    page.goto(address + DECISION)
    page.locator("#interkommunal-samarbeid").get_by_label("Vet ikke").check()
    fill_some(page, address)
    page.goto(address + OVERVIEW)
    page.get_by_label("Hvor planens filer ligger").fill("Websak, mappe 12")
    page.get_by_label("Hvor planens filer ligger").blur()
    page.goto(address + OVERVIEW + "overlevering/")
    page.locator("[data-list=done] li").first.wait_for()
    text = page.locator("plan-overlevering").inner_text()
    for expected in (
        "Websak, mappe 12",
        "F3.6 Skriv et tydelig mandat",
        "Kommuneoverlege",
        "Frist 5.\xa0mai\xa02027",
        "F2.1 Samarbeider kommunene allerede om tjenester? · Vet ikke",
    ):
        assert expected in text
    assert page.get_by_role("heading", name="Utgåtte punkter").is_hidden()


def test_handover_tells_the_measures_that_are_chosen(page: Page, address: str) -> None:
    page.goto(address + "kartlegging/tiltak/")
    page.locator("#t-eldre-02").check()
    page.goto(address + OVERVIEW + "overlevering/")
    page.get_by_role("heading", name="Valgte tiltak").wait_for()
    assert page.locator("[data-list=chosen] li").all_inner_texts() == ["T1.12 Gi eldre egne tiltak i planen"]
    assert page.locator("[data-list=done] li").count() == 0
    assert "Samordning" not in page.locator("[data-list=progress]").inner_text()


def test_untouched_plan_has_no_date(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + OVERVIEW + "overlevering/")
    when = page.locator("[data-when]")
    page.locator("[data-when]:text-is('Ikke fylt ut')").wait_for()
    fill_some(page, address)
    page.goto(address + OVERVIEW + "overlevering/")
    page.locator("[data-when]:text-matches('20')").wait_for()
    lines = when.evaluate(
        "one => { const text = document.createRange(); text.selectNodeContents(one);"
        " return new Set([...text.getClientRects()].map(({ top }) => top)).size }"
    )
    assert lines == 1


def test_link_stands_on_the_line_of_the_button_beside_it(page: Page, address: str) -> None:
    page.goto(address + OVERVIEW + "overlevering/", wait_until="networkidle")
    middles = page.locator(".tools__buttons").evaluate(
        """row => [...row.children].map((one) => {
          const text = document.createRange();
          text.selectNodeContents(one);
          const { top, bottom } = text.getBoundingClientRect();
          return (top + bottom) / 2;
        })"""
    )
    assert abs(middles[0] - middles[1]) <= 1


def test_several_files_give_a_row_each_and_bad_ones_are_named(
    page: Page, address: str, tmp_path: Path
) -> None:
    files = []
    for number, kommune in enumerate(("Bø", "Ås")):
        (tmp_path / kommune).mkdir()
        due = {"beslutning-leder": {"due": "2030-05-05"}, "beslutning-mandat": {"state": "done"}}
        plan = write_plan(
            tmp_path / kommune, id=f"plan-{number}", kommuner=kommune, period="2027–2030", items=due
        )
        files.append(plan.rename(tmp_path / f"{kommune}.json"))
    (tmp_path / "feil.json").write_text("{", encoding="utf-8")
    page.goto(address + OVERVIEW + "flere/", wait_until="networkidle")
    page.locator("input[type=file]").set_input_files([files[0], tmp_path / "feil.json", files[1]])
    page.locator("[role=alert]").get_by_text("Filen feil.json").wait_for()
    rows = [row.split("\t") for row in page.locator("tbody tr").all_inner_texts()]
    assert [row[0] for row in rows] == ["Bø", "Ås"]
    assert rows[0][1:2] + rows[0][5:8] == ["1 av 50", f"1 av {ITEMS}", "Frist 5.\xa0mai\xa02030", "2027–2030"]
    assert keys(page) == []
    page.get_by_role("button", name="Behold i denne nettleseren").click()
    page.reload(wait_until="networkidle")
    assert page.locator("tbody tr").count() == 2


def test_keeping_a_file_never_overwrites_a_plan_that_is_here(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(address + OVERVIEW + "flere/", wait_until="networkidle")
    for note in ("første", "andre"):
        file = write_plan(tmp_path, items={"beslutning-leder": {"note": note}})
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="Behold i denne nettleseren").click()
    kept = str(stored(page))
    assert "første" in kept
    assert "andre" in kept
