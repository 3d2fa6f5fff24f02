"""The menu: whole beside the page, and folded in the header of a narrow one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("path", ["planarbeidet/overlevering/", "om/endringer/"])
def test_menu_is_whole_beside_a_short_page(browser: Browser, address: str, scripts: bool, path: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 1400}, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address + path)
    menu = page.get_by_role("navigation", name="Sider")
    assert menu.evaluate("one => one.scrollHeight <= one.clientHeight")
    box, footer = menu.bounding_box(), page.locator(".foot").bounding_box()
    assert box
    assert footer
    assert box["y"] + box["height"] <= footer["y"]
    context.close()


def test_menu_opens_by_keyboard_on_a_phone_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}forarbeid/")
    link = page.get_by_role("navigation", name="Sider").get_by_role("link", name="Beslutning")
    assert not link.is_visible()
    page.get_by_role("button", name="Meny").focus()
    page.keyboard.press("Enter")
    link.click()
    page.wait_for_url(f"{address}forarbeid/beslutning/")
    context.close()


def test_open_menu_stays_within_a_phones_screen(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(f"{address}forarbeid/")
    page.get_by_role("button", name="Meny").click()
    box = page.get_by_role("navigation", name="Sider").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.close()


@pytest.fixture
def narrow(browser: Browser, address: str) -> Iterator[Page]:
    """A page with its menu open, on a screen where it folds."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}forarbeid/")
    page.get_by_role("button", name="Meny").click()
    page.get_by_role("navigation", name="Sider").get_by_role("link").first.wait_for()
    yield page
    page.close()


def menu_is_gone(page: Page) -> bool:
    page.get_by_role("navigation", name="Sider").wait_for(state="hidden")
    return page.get_by_role("button", name="Meny").is_visible()


def test_menu_closes_on_escape_and_gives_focus_back(narrow: Page) -> None:
    narrow.keyboard.press("Tab")
    narrow.keyboard.press("Escape")
    assert menu_is_gone(narrow)
    assert narrow.evaluate("document.activeElement.textContent") == "Meny"


def test_menu_closes_when_focus_leaves_it(narrow: Page) -> None:
    links = narrow.get_by_role("navigation", name="Sider").get_by_role("link")
    links.last.focus()
    assert links.last.is_visible()
    narrow.keyboard.press("Tab")
    assert menu_is_gone(narrow)
    assert narrow.evaluate("document.activeElement.closest('main') !== null")


def test_menu_closes_on_a_click_beside_it_and_not_on_one_in_it(narrow: Page) -> None:
    narrow.get_by_role("navigation", name="Sider").click(position={"x": 2, "y": 2})
    assert narrow.get_by_role("navigation", name="Sider").is_visible()
    narrow.mouse.click(5, 840)
    assert menu_is_gone(narrow)


@pytest.mark.parametrize("place", ["om/ordliste/#mandat", "forarbeid/beslutning/#innhold"])
def test_contents_mark_the_section_that_a_link_leads_to(browser: Browser, address: str, place: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + place)
    link = page.locator(".contents [aria-current]")
    link.and_(page.locator(f"[href='#{place.partition('#')[2]}']")).wait_for()
    assert link.count() == 1
    page.close()
