"""Every page as readers meet it: accessible, still, silent, and working without scripts."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from ..project import ROOT

AXE = (ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "",
    "forarbeid/",
    "forarbeid/initiativ-og-forankring/",
    "forarbeid/interkommunal-plan/",
    "forarbeid/interkommunal-plan/kommuner/",
    "forarbeid/interkommunal-plan/droftingsnotat/",
    "forarbeid/interkommunal-plan/saksframlegg/",
    "forarbeid/beslutning/",
    "planarbeidet/",
    "utskrift/",
    "om/veilederen/",
    "404.html",
    "utskrift/forarbeid.html",
    "utskrift/interkommunal.html",
    "utskrift/alle.html",
)
THEMED = [page for page in PAGES if not page.startswith("utskrift/") or page == "utskrift/"]


def test_list_of_pages_is_whole(site: Path) -> None:
    built = {
        file.relative_to(site).as_posix().removesuffix("index.html")
        for file in site.rglob("*.html")
        if file.relative_to(site).parts[0] != "k"
    }
    assert built == set(PAGES)


@pytest.fixture(params=[(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")], ids=str)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, scheme = request.param
    # The scripts of the tests themselves need the policy out of the way.
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    for folded in page.locator("details").all():
        folded.evaluate("element => element.open = true")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(AXE)
    result = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
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


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def reading(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def test_items_are_named_checkboxes_that_can_be_ticked(reading: Page, address: str) -> None:
    reading.goto(f"{address}forarbeid/beslutning/#beslutning-mandat")
    name = "Skriv et tydelig mandat som skal inn i vedtaket"
    box = reading.get_by_role("checkbox", name=name, exact=True)
    assert box.get_attribute("id") == "beslutning-mandat"
    reading.get_by_text(name, exact=True).click()
    assert box.is_checked()
    box.focus()
    reading.keyboard.press("Space")
    assert not box.is_checked()


def test_questions_are_radio_groups_named_by_the_question(reading: Page, address: str) -> None:
    reading.goto(f"{address}forarbeid/interkommunal-plan/")
    group = reading.get_by_role("group", name="Samarbeider kommunene allerede om tjenester?", exact=True)
    assert group.get_attribute("id") == "interkommunal-samarbeid"
    assert group.get_by_role("radio").count() == 4
    for answer in ("Ja", "Delvis", "Nei", "Vet ikke"):
        group.get_by_label(answer, exact=True).click()
        assert group.get_by_role("radio", checked=True).count() == 1


def test_help_is_tied_to_its_item(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}forarbeid/beslutning/")
    box = page.locator("#beslutning-planstrategi")
    words = page.locator(f"#{box.get_attribute('aria-describedby')}").inner_text()
    assert words == "Planstrategien blir gjennomgått etter hvert valg."


def test_menu_opens_by_keyboard_on_a_phone_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}forarbeid/")
    link = page.get_by_role("navigation", name="Sider").get_by_role("link", name="Beslutning")
    assert not link.is_visible()
    page.get_by_text("Meny", exact=True).focus()
    page.keyboard.press("Enter")
    link.click()
    page.wait_for_url(f"{address}forarbeid/beslutning/")
    context.close()


def test_search_is_reached_by_tab_on_a_phone(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(f"{address}forarbeid/")
    search = page.get_by_role("textbox", name="Søk på sidene")
    for _ in range(3):
        page.keyboard.press("Tab")
        if search.evaluate("element => element === document.activeElement"):
            break
    page.keyboard.type("mandat")
    page.locator(".md-search-result__link").first.wait_for(state="visible")
    page.close()


def test_single_keys_lead_nowhere(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}forarbeid/beslutning/")
    for key in ("n", "p", ".", ",", "s", "f", "/"):
        page.keyboard.press(key)
    assert page.url == f"{address}forarbeid/beslutning/"
    assert page.evaluate("document.activeElement.tagName") == "BODY"


def test_printed_page_says_who_how_old_and_where_to_get_help(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}forarbeid/beslutning/")
    page.emulate_media(media="print")
    footer = page.locator("footer")
    assert footer.is_visible()
    assert "Ikke godkjent av NKVTS eller RVTS. Sist kontrollert" in footer.inner_text()
    assert "116 006" in footer.inner_text()


def test_open_menu_stays_within_a_phones_screen(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(f"{address}forarbeid/")
    page.get_by_text("Meny", exact=True).click()
    box = page.get_by_role("navigation", name="Sider").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.close()


def test_search_finds_a_page(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address)
    page.get_by_role("textbox", name="Søk på sidene").press_sequentially("planhierarki")
    result = page.locator(".md-search-result__link").first
    result.wait_for()
    assert "forarbeid/beslutning/" in (result.get_attribute("href") or "")
    assert "planhierarki" not in page.url


@pytest.mark.parametrize("scripts", [True, False])
def test_short_addresses_lead_to_the_item_itself(
    browser: Browser, site: Path, address: str, scripts: bool
) -> None:
    data = json.loads((site / "data" / "sjekklister.json").read_bytes())
    items = [data["checklists"][0], data["checklists"][1]["items"][4], data["checklists"][2]["items"][5]]
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    for item in items:
        page.goto(f"{address}k/{item['code']}/")
        page.wait_for_url(address + item["url"].removeprefix(data["site"]))
    context.close()
