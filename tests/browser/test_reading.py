"""Reading and finding: named controls, search and short addresses, with scripts and without."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    fresh = browser.new_context(viewport={"width": 1280, "height": 800})
    yield fresh
    fresh.close()


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def reading(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def test_items_are_named_checkboxes_that_can_be_ticked(reading: Page, address: str) -> None:
    reading.goto(f"{address}forarbeid/beslutning/#beslutning-mandat")
    name = "Skriv et tydelig mandat til vedtaket"
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
    assert words == "Kommunestyret vedtar den senest ett år etter at det er konstituert."


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


@pytest.mark.parametrize("typed", ["k/f3.6/", "k/f3.6"])
def test_short_address_leads_on_in_small_letters_too(
    context: BrowserContext, address: str, typed: str
) -> None:
    page = context.new_page()
    page.goto(address + typed)
    page.wait_for_url(f"{address}forarbeid/beslutning/#beslutning-mandat")


def test_code_that_stands_nowhere_leads_nowhere(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}k/f99.9/", wait_until="networkidle")
    assert page.url == f"{address}k/f99.9/"
    assert page.get_by_role("heading", name="Vi fant ikke siden").is_visible()


@pytest.mark.parametrize("sign", ["%23", "%2523"])
def test_sign_that_a_mail_filter_has_encoded_is_mended(
    context: BrowserContext, address: str, sign: str
) -> None:
    page = context.new_page()
    page.goto(f"{address}forarbeid/beslutning/{sign}beslutning-mandat")
    page.wait_for_url(f"{address}forarbeid/beslutning/#beslutning-mandat")
