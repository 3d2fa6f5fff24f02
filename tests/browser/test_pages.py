"""Every page as readers meet it: accessible in every look, and none left out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .addresses import ALONE, PAGES
from .axe import faults


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page that goes from address to address, as readers do."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def test_list_of_pages_is_whole(site: Path) -> None:
    built = {
        file.relative_to(site).as_posix().removesuffix("index.html")
        for file in site.rglob("*.html")
        if file.relative_to(site).parts[0] not in ("k", "innebygd") and file.stem not in ALONE
    }
    # One template makes all that are embedded or have a list alone; a few of them stand for the rest.
    assert built == {page for page in PAGES if not page.startswith("innebygd/")}


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
    assert faults(page) == []
