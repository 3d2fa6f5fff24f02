"""Every page as readers meet it: accessible, still, silent, and working without scripts."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from ..project import ROOT
from .addresses import PAGES, WHOLE

AXE = (ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
# One of each kind of page in every look, the rest in the two that have least in common.
KINDS = ("", "forarbeid/", "forarbeid/beslutning/", "forarbeid/interkommunal-plan/", "utskrift/alle.html")
LOOKED_AT = [
    (path, *look)
    for path in PAGES
    for look in (LOOKS if path in KINDS else LOOKS[2:3] if path == WHOLE else LOOKS[1:3])
]


def test_list_of_pages_is_whole(site: Path) -> None:
    built = {
        file.relative_to(site).as_posix().removesuffix("index.html")
        for file in site.rglob("*.html")
        if file.relative_to(site).parts[0] not in ("k", "innebygd")
    }
    # One template makes all that are embedded; a few of them stand for the rest.
    assert built == {page for page in PAGES if not page.startswith("innebygd/")}


@pytest.mark.parametrize(("path", "width", "scheme"), LOOKED_AT)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, address: str, path: str, width: int, scheme: Any
) -> None:
    # The scripts of the tests themselves need the policy out of the way.
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(address + path)
    for folded in page.locator("details").all():
        folded.evaluate("element => element.open = true")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(AXE)
    result = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    context.close()
    assert [describe(violation) for violation in result["violations"]] == []


def describe(violation: Any) -> str:
    nodes = ", ".join(str(node["target"]) for node in violation["nodes"][:3])
    return f"{violation['id']}: {nodes}"
