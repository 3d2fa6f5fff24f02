"""The page for intranets: a table to filter, and links that paste with their names."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

PASTED = """async type => {
  const [item] = await navigator.clipboard.read();
  return item.types.includes(type) ? (await item.getType(type)).text() : "";
}"""


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}for-intranett/")
    yield page
    context.close()


def copied(page: Page, kind: str) -> str:
    text: str = page.evaluate(PASTED, kind)
    return text


def test_link_pastes_with_its_name_and_as_the_short_address(page: Page) -> None:
    entry = page.locator("tr", has=page.locator("[href$='#beslutning-mandat']"))
    entry.get_by_role("button", name="Kopier lenke").click()
    page.get_by_text("Kopiert", exact=True).wait_for(state="attached")
    short = "https://sjekkliste.example/k/F3.6/"
    assert copied(page, "text/plain") == short
    assert f'<a href="{short}">Skriv et tydelig mandat til vedtaket</a>' in copied(page, "text/html")


def test_code_for_embedding_pastes_as_text(page: Page) -> None:
    entry = page.locator("tr", has=page.locator("[href$='#beslutning']"))
    entry.get_by_role("button", name="Kopier innbyggingskode").click()
    page.get_by_text("Kopiert", exact=True).wait_for(state="attached")
    code = copied(page, "text/plain")
    assert code.startswith('<iframe src="https://sjekkliste.example/innebygd/beslutning/" title="Sjekkliste')
    assert copied(page, "text/html") == ""


def test_link_box_pastes_as_a_list_of_named_links(page: Page) -> None:
    box = page.locator("lenke-boks").first
    box.get_by_role("button", name="Kopier lenkeboks").click()
    box.get_by_text("Kopiert", exact=True).wait_for()
    assert '<a href="https://sjekkliste.example/k/F3/">Sjekkliste for beslutningen</a>' in copied(
        page, "text/html"
    )
    assert "Sjekkliste for beslutningen: https://sjekkliste.example/k/F3/" in copied(page, "text/plain")


def test_table_shows_what_holds_every_word_and_says_how_many(page: Page) -> None:
    total = page.locator("table.links tbody tr").count()
    page.get_by_label("Vis lenker som inneholder").press_sequentially("MANDAT beslutningen")
    shown = page.locator("table.links tbody tr:visible")
    assert 0 < shown.count() < 20
    assert page.get_by_text(f"Viser {shown.count()} av ").is_visible()
    page.get_by_label("Slag").select_option("page")
    assert all(kind == "Side" for kind in page.locator(".links tr:visible td:first-child").all_inner_texts())
    page.get_by_label("Vis lenker som inneholder").fill("")
    page.get_by_label("Slag").select_option("")
    assert shown.count() == total


def test_refused_copying_is_told(page: Page) -> None:
    page.evaluate(
        "() => { const refuse = () => Promise.reject(new Error());"
        " Object.assign(navigator.clipboard, { write: refuse, writeText: refuse }) }"
    )
    page.locator("tbody [data-copy=link]").first.click()
    page.get_by_text("Nettleseren lot ikke siden kopiere.").first.wait_for(state="attached")


def test_without_scripts_it_is_a_plain_table_of_links(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}for-intranett/")
    entry = page.locator("tr", has=page.locator("[href$='#beslutning']"))
    assert entry.get_by_text("https://sjekkliste.example/k/F3/", exact=True).is_visible()
    entry.locator("summary").click()
    assert entry.locator("[data-code]").is_visible()
    assert page.locator("table.links button:visible, .link-filter:visible").count() == 0
    context.close()
