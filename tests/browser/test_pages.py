"""Every page as readers meet it: accessible, still, silent, and working without scripts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from ..project import ROOT
from .addresses import PAGES, THEMED, WHOLE

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


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    fresh = browser.new_context(viewport={"width": 1280, "height": 800})
    yield fresh
    fresh.close()


@pytest.mark.parametrize("path", PAGES)
def test_page_asks_no_other_host_stores_nothing_and_breaks_no_policy(
    context: BrowserContext, address: str, path: str
) -> None:
    page = context.new_page()
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add("/".join(request.url.split("/")[:3]) + "/"))
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address + path, wait_until="networkidle")
    assert hosts == {address}
    assert said == []
    assert context.storage_state() == {"cookies": [], "origins": []}
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_policy_stops_a_planted_script(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.route(
        f"{address}forarbeid/",
        lambda route: route.fulfill(
            body=route.fetch().text().replace("</main>", "</main><script>planted = 1</script>"),
            content_type="text/html",
        ),
    )
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{address}forarbeid/")
    assert page.evaluate("typeof planted") == "undefined"
    assert any("Content Security Policy" in text for text in said)


@pytest.mark.parametrize("path", THEMED)
def test_every_page_says_who_how_old_and_where_to_get_help(
    context: BrowserContext, address: str, path: str
) -> None:
    page = context.new_page()
    page.goto(address + path)
    footer = page.locator("footer").inner_text()
    assert "ut fra NKVTS' og RVTS' veileder. Ikke godkjent av NKVTS eller RVTS. Sist kontrollert" in footer
    assert (
        "Gjelder det noen som er utsatt for vold? Ring 112 ved akutt fare, VO-linjen 116 006, "
        "eller Alarmtelefonen for barn og unge 116 111. dinutvei.no. Disse sidene er for planarbeid."
    ) in footer


def test_help_stands_on_the_first_screen_of_the_front_page(browser: Browser, address: str) -> None:
    for width, height in ((320, 800), (1280, 720)):
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(address)
        box = page.locator("article .help").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= height
        page.close()
