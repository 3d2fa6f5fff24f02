"""Every page keeps to itself: no other host, nothing stored, no word on the console; and says who made it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext

from .addresses import PAGES, THEMED
from .storage import count


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One for all pages: whoever stores something is found on the page that did."""
    shared = browser.new_context(viewport={"width": 1280, "height": 800})
    yield shared
    shared.close()


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
    assert count(page) == [0, 0]
    page.close()


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
def test_every_page_says_who_how_old_and_where_to_get_help(site: Path, path: str) -> None:
    file = site / path / "index.html" if path.endswith("/") or not path else site / path
    (element,) = html.fromstring(file.read_text(encoding="utf-8")).xpath("//footer")
    footer = " ".join(element.text_content().split(" ")).replace("\n", " ")
    assert "ut fra NKVTS' og RVTS' veileder. Ikke godkjent av NKVTS eller RVTS. Sist kontrollert" in footer
    assert (
        "Gjelder det noen som er utsatt for vold? Ring 112 ved akutt fare, VO-linjen 116 006 "
        "eller Alarmtelefonen for barn og unge 116 111. Veiviser på nett: dinutvei.no. "
        "Den som bruker vold, kan ta kontakt med familievernkontoret, gratis og uten henvisning. "
        "Disse sidene er for planarbeid."
    ) in footer


def test_help_stands_on_the_first_screen_of_the_front_page(browser: Browser, address: str) -> None:
    for width, height in ((320, 800), (1280, 720)):
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(address)
        box = page.locator("main .help").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= height
        page.close()
