"""«Minst dette»: the entries say what the reader's saved work says of them."""

import pytest
from playwright.sync_api import Page

from .plan_page import LIST, set_aside

LEAST = "minst-dette/"


def states(page: Page) -> dict[str, str]:
    """What the entries say, by the items they lead to."""
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".least li")].map((entry) => {
          const link = new URL(entry.querySelector("a").href);
          return [link.hash.slice(1), entry.querySelector("[data-item]").innerText];
        }))"""
    )
    return found


def test_newcomers_load_and_see_nothing_of_saved_work(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + LEAST, wait_until="networkidle")
    assert set(states(page).values()) == {""}
    assert [url for url in asked if "/list-" in url or "sjekklister" in url] == []


@pytest.fixture
def begun(page: Page, address: str) -> Page:
    """A reader who has done one of the entries, and put another aside."""
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    set_aside(page, "beslutning-plantype")
    return page


def test_entries_say_what_is_done_and_what_does_not_apply(begun: Page, address: str) -> None:
    begun.goto(address + LEAST)
    begun.locator(".least__state", has_text="Gjort").wait_for()
    said = {identity: state for identity, state in states(begun).items() if state}
    assert said == {"beslutning-mandat": "Gjort", "beslutning-plantype": "Ikke aktuelt"}
    begun.get_by_role("link", name="F3.6 ").click()
    begun.wait_for_url(f"{address}{LIST}#beslutning-mandat")


def test_what_another_window_takes_back_is_no_longer_said(begun: Page, address: str) -> None:
    other = begun.context.new_page()
    begun.goto(address + LEAST)
    begun.locator(".least__state", has_text="Gjort").wait_for()
    other.goto(address + LIST)
    other.locator("#beslutning-mandat").uncheck()
    begun.locator(".least__state", has_text="Gjort").wait_for(state="detached")


def test_page_is_whole_without_the_lists(begun: Page, address: str) -> None:
    begun.route("**/sjekklister*.json", lambda route: route.abort())
    begun.goto(address + LEAST, wait_until="networkidle")
    assert set(states(begun).values()) == {""}
    assert len(states(begun)) == 25
