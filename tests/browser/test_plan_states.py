"""No state of the reader's work may be harder to use than another."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from .plan_page import LIST, OVERVIEW, choose, item, write_plan
from .test_pages import AXE, RULES, describe


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_any_state(
    browser: Browser, address: str, tmp_path: Path, width: int, scheme: Any
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(address + LIST)

    def nothing_found(state: str) -> None:
        page.evaluate("scrollTo(0, 0)")
        page.evaluate(AXE)
        result = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
        assert [describe(violation) for violation in result["violations"]] == [], state
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), state

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
    for path in ("overlevering/", "flere/"):
        page.goto(address + OVERVIEW + path, wait_until="networkidle")
        nothing_found(path)
    page.goto(address + OVERVIEW, wait_until="networkidle")
    page.get_by_role("button", name="Del lenke").click()
    page.get_by_text("tegn lang.").wait_for()
    nothing_found("link shown")
    context.close()
