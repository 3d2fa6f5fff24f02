"""The front page: nothing more for newcomers, how far they have come for those who come back."""

from playwright.sync_api import Page

from .plan_page import LIST

STANDING = "plan-forside .card"


def test_newcomers_load_and_see_nothing_of_saved_work(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert page.locator(STANDING).is_hidden()
    assert [url for url in asked if "/list-" in url or "sjekklister" in url] == []


def test_who_comes_back_sees_how_far_and_what_is_next(page: Page, address: str) -> None:
    page.goto(address + LIST)
    for name in ("mandat", "leder"):
        page.locator(f"#beslutning-{name}").check()
    page.goto(address)
    row = page.locator(".steps > li")
    row.first.get_by_text("Pågår").wait_for()
    assert row.first.locator("[data-count]").inner_text() == "2 av 50 gjort"
    assert row.last.locator("[data-status]").inner_text() == "Ikke begynt"
    page.locator(STANDING).locator("[data-next]").click()
    page.wait_for_url(f"{address}forarbeid/initiativ-og-forankring/#*")


def test_plan_deleted_in_another_window_is_no_longer_spoken_of(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    page.goto(address)
    page.locator(STANDING).wait_for()
    other = page.context.new_page()
    other.goto(address + LIST)
    other.locator("#beslutning-mandat").uncheck()
    page.locator(STANDING).wait_for(state="hidden")


def test_front_page_is_whole_without_the_lists(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    page.route("**/sjekklister*.json", lambda route: route.abort())
    page.goto(address, wait_until="networkidle")
    assert page.locator(STANDING).is_hidden()
    assert page.get_by_role("link", name="Forarbeid", exact=True).first.is_visible()


def test_a_plan_without_a_name_is_called_by_whole_words_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    page.goto(address)
    name = page.locator(STANDING).get_by_text("Plan uten navn, endret")
    lines = name.evaluate(
        """element => {
            const text = element.firstChild;
            const year = new Range();
            year.setStart(text, text.length - 4);
            year.setEnd(text, text.length);
            return year.getClientRects().length;
        }"""
    )
    assert lines == 1
