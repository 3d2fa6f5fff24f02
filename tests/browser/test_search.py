"""The search as readers meet it: reached, announced, used by keyboard, and told of when it cannot come."""

from playwright.sync_api import Browser, Page

BUTTON = "Søk i sidene"


def search(page: Page, words: str) -> None:
    page.get_by_role("button", name=BUTTON).click()
    page.get_by_role("searchbox", name=BUTTON).fill(words)


def test_code_leads_to_its_item(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "F3.6")
    hit = page.get_by_role("dialog").get_by_role("link").first
    assert hit.inner_text().startswith("F3.6 Skriv et tydelig mandat")
    hit.click()
    page.wait_for_url("**/forarbeid/beslutning/#beslutning-mandat")


def test_first_hit_is_opened_by_enter(page: Page, address: str) -> None:
    page.goto(f"{address}om/tall/")
    search(page, "evaluere")
    page.get_by_role("dialog").get_by_role("link").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/vedtak/evaluering/**")


def test_it_is_reached_by_keyboard_on_a_phone_and_closed_again(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(f"{address}forarbeid/")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("mandat")
    page.get_by_role("dialog").get_by_role("status").get_by_text("treff.").wait_for()
    box = page.get_by_role("dialog").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    assert page.evaluate("document.activeElement.ariaLabel") == BUTTON
    page.close()


def test_nothing_of_it_is_loaded_before_it_is_asked_for(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert [url for url in asked if "/sok" in url or "/engine" in url] == []


def test_missing_index_is_told_and_tried_again(page: Page, address: str) -> None:
    page.route("**/sok*.json", lambda route: route.abort())
    page.goto(address)
    search(page, "mandat")
    page.get_by_text("Søket kunne ikke hentes.").wait_for()
    page.unroute("**/sok*.json")
    page.get_by_role("searchbox", name=BUTTON).fill("mandatet")
    page.get_by_role("dialog").get_by_role("link").first.wait_for()


def test_without_scripts_there_is_a_way_to_all_contents_and_no_dead_field(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.get_by_role("button", name=BUTTON).is_hidden()
    page.get_by_role("link", name="Alt innhold").click()
    page.wait_for_url("**/utskrift/veilederen.html")
    context.close()
