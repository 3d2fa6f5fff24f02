"""No state of the reader's work may be harder to use than another."""

from pathlib import Path

from playwright.sync_api import Page

from .axe import faults
from .plan_page import LIST, OVERVIEW, choose, item, write_plan


def test_axe_finds_nothing_in_any_state(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + LIST)

    def nothing_found(state: str) -> None:
        assert faults(page) == [], state

    nothing_found("empty")
    page.locator("#beslutning-mandat").check()
    for folded in page.locator(".fields details").all()[:2]:
        folded.evaluate("element => element.open = true")
    entry = item(page, "beslutning-plantype")
    entry.get_by_label("Ansvarlig").fill("Vår")
    entry.get_by_label("Ansvarlig").blur()
    nothing_found("half, unfolded")
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(tmp_path / "bad.json")
    page.locator("[role=alert]").wait_for()
    nothing_found("error shown")
    items = {"beslutning-plantype": {"owner": "Deres"}}
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, items=items))
    page.get_by_role("dialog").wait_for()
    nothing_found("dialog open")
    choose(page, "Avbryt")
    for box in page.locator(".item > input").all():
        box.check()
    nothing_found("done")
    gone = {"beslutning-utgatt": {"note": "Tas vare på"}}
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, items=gone))
    choose(page, "Flett inn")
    page.goto(address + OVERVIEW, wait_until="networkidle")
    nothing_found("overview")
    page.get_by_text("Utgåtte punkter").click()
    nothing_found("drawer open")
    page.goto(address, wait_until="networkidle")
    nothing_found("front page")
    for path in ("overlevering/", "flere/"):
        page.goto(address + OVERVIEW + path, wait_until="networkidle")
        nothing_found(path)
    page.goto(address + OVERVIEW, wait_until="networkidle")
    page.get_by_role("button", name="Del lenke").click()
    page.get_by_text("tegn lang.").wait_for()
    nothing_found("link shown")
