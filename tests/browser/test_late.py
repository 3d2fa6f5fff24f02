"""Scripts that come late or not at all, pages kept as files, and addresses that have been mangled."""

import re
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from .plan_page import LIST, OVERVIEW, choose, item, write_plan

TOLD = "Siden fikk ikke hentet det den trenger til dette."


@pytest.mark.parametrize(
    ("button", "script"),
    [("Regneark", "xlsx"), ("Frister til kalender", "ics"), ("Del lenke", "link")],
)
def test_button_whose_script_cannot_come_says_so_and_works_when_it_can(
    page: Page, address: str, button: str, script: str
) -> None:
    page.goto(address + LIST)
    entry = item(page, "beslutning-mandat")
    entry.locator("summary").click()
    entry.get_by_label("Frist").fill("2099-05-05")
    entry.get_by_label("Frist").blur()
    page.goto(address + OVERVIEW, wait_until="networkidle")
    page.route(f"**/{script}-*.js", lambda route: route.abort())
    page.get_by_role("button", name=button).click()
    told = page.get_by_text(TOLD)
    told.first.wait_for()
    page.unroute(f"**/{script}-*.js")
    if button == "Del lenke":
        page.get_by_role("dialog").get_by_role("button", name="Lukk").click()
        page.get_by_role("button", name=button).click()
        page.get_by_label("Lenke", exact=True).and_(page.locator("textarea")).wait_for()
        page.wait_for_function("document.querySelector('textarea').value.includes('#plan=1.')")
        return
    with page.expect_download():
        page.get_by_role("button", name=button).click()


def test_file_whose_script_cannot_come_is_told_and_opens_when_it_can(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(address + LIST)
    page.route(
        "**/preview-*.js",
        lambda route: route.fulfill(body="export const other = 1", content_type="text/javascript"),
    )
    page.locator("input[type=file]").set_input_files(
        write_plan(tmp_path, items={"beslutning-leder": {"state": "done"}})
    )
    page.get_by_role("alert").get_by_text(TOLD).wait_for()
    page.unroute("**/preview-*.js")
    page.reload()
    page.locator("input[type=file]").set_input_files(
        write_plan(tmp_path, items={"beslutning-leder": {"state": "done"}})
    )
    choose(page, "Flett inn")
    assert page.locator("#beslutning-leder").is_checked()


def test_page_whose_script_never_came_says_so(page: Page, address: str) -> None:
    page.route("**/list-*.js", lambda route: route.abort())
    page.goto(address + OVERVIEW)
    page.get_by_text("så last siden på nytt").wait_for()
    page.goto(address + LIST)
    assert page.get_by_text("Det du krysser av her, blir ikke lagret").first.is_visible()


def test_page_from_before_asks_for_the_sources_and_keeps_its_ticks(page: Page, address: str) -> None:
    def as_before(route: Route) -> None:
        html = route.fetch().text()
        script = '<script type="module" src="../../assets/js/elements/sjekk-liste.js"></script>'
        bare = re.sub(r"<script type=.module. .*?</script>", "", html)
        route.fulfill(body=bare + script, content_type="text/html")

    page.route(address + LIST, as_before)
    page.goto(address + LIST)
    page.get_by_role("button", name="Lagre som fil").wait_for()
    page.locator("#beslutning-mandat").check()
    page.unroute(address + LIST)
    page.goto(address + LIST)
    page.get_by_text("1 av 15 gjort").wait_for()
    assert page.locator("#beslutning-mandat").is_checked()


@pytest.fixture
def kept(page: Page, address: str, context: BrowserContext, tmp_path: Path) -> Path:
    """A page with a tick, an answerable person and a note, as the browser keeps it in a file."""
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    entry = item(page, "beslutning-leder")
    entry.locator("summary").click()
    for label in ("Ansvarlig", "Merknad"):
        entry.get_by_label(label).fill("Enhetsleder")
        entry.get_by_label(label).blur()
    file = tmp_path / "side.mhtml"
    snapshot = context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})
    file.write_text(snapshot["data"], encoding="utf-8", newline="")
    return file


def test_page_kept_as_a_file_shows_its_ticks_and_no_dead_button(page: Page, kept: Path) -> None:
    page.goto(kept.as_uri())
    assert page.locator("#beslutning-mandat").is_checked()
    assert not page.locator("#beslutning-gruppe").is_checked()
    assert page.locator("[data-field=owner]").filter(visible=True).input_value() == "Enhetsleder"
    assert page.locator("[data-field=note]").filter(visible=True).input_value() == "Enhetsleder"
    assert page.locator("main button").filter(visible=True).count() == 0
    assert page.get_by_text("Lagret her").filter(visible=True).count() == 0


def again_as(text: str, route: Route) -> None:
    route.fulfill(body=text, content_type="text/html")


def test_page_that_was_kept_and_is_served_again_has_its_tools_once(page: Page, address: str) -> None:
    for path in (LIST, OVERVIEW):
        page.goto(address + path)
        page.get_by_role("button", name="Lagre som fil").wait_for()
        saved = page.content()
        again = partial(again_as, saved)
        page.route(address + path, again)
        page.goto(address + path)
        page.get_by_role("button", name="Lagre som fil").first.wait_for()
        assert page.get_by_role("button", name="Lagre som fil").count() == 1
        assert page.locator("li.item").count() == page.locator("li.item:has(.fields)").count()


@pytest.mark.parametrize(
    ("written", "lands"),
    [
        *(
            (f"k/F3.6{tail}", "forarbeid/beslutning/#beslutning-mandat")
            for tail in (".", ")", "%20", "/.", "»", ",%20", "%22")
        ),
        ("k/f3.6", "forarbeid/beslutning/#beslutning-mandat"),
        ("k//f3.6/", "forarbeid/beslutning/#beslutning-mandat"),
        ("forarbeid/beslutning/).", "forarbeid/beslutning/"),
        ("utskrift/forarbeid.html.", "utskrift/forarbeid.html"),
        ("forarbeid/beslutning/%23beslutning-mandat", "forarbeid/beslutning/#beslutning-mandat"),
        *(
            (f"forarbeid/beslutning/#beslutning-mandat{tail}", "forarbeid/beslutning/#beslutning-mandat")
            for tail in (".", "%20", ")", "»,", "%22")
        ),
    ],
)
def test_address_with_something_behind_it_lands_right(
    page: Page, address: str, written: str, lands: str
) -> None:
    page.goto(address + written)
    page.wait_for_url(address + lands)


def test_path_that_names_another_host_stays_here(page: Page, address: str) -> None:
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add("/".join(request.url.split("/")[:3]) + "/"))
    page.goto(f"{address}/other.example/k/f3.6/", wait_until="networkidle")
    assert hosts == {address}
