"""A list shown inside another site's page: ticks work there, and go along to where they are kept."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page

from ..conftest import serve
from .plan_page import choose
from .storage import block, keys_in_frame


@pytest.fixture(params=["allowed", "partitioned", "blocked"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    fresh = browser.new_context(viewport={"width": 1280, "height": 900})
    if request.param == "blocked":
        block(fresh, "get: () => { throw new DOMException('blocked') }", where="self !== top")
    yield fresh
    fresh.close()


@pytest.fixture
def host(address: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Another origin, which shows what the page for intranets gives its editors to paste. Where the
    storage is parted, it is another site too: browsers part by site."""
    name = "localhost" if "partitioned" in request.node.name else "127.0.0.1"
    with serve(tmp_path) as other:
        yield other.replace("127.0.0.1", name)


def show(
    context: BrowserContext, address: str, host: str, folder: Path, identity: str
) -> tuple[Page, FrameLocator]:
    """Paste the list's code into a page of the other origin, and open it."""
    page = context.new_page()
    page.goto(f"{address}for-intranett/")
    row = page.locator("tr", has=page.locator(f"[href$='#{identity}']"))
    code = row.locator("[data-code]").text_content() or ""
    assert re.fullmatch(
        r'<iframe src="\S+" title="[^"]+" loading="lazy" [^>]*></iframe>\n<p><a href="\S+">[^<]+</a></p>',
        code,
    )
    assert "sandbox" not in code
    here = code.replace("https://sjekkliste.example/", address)
    (folder / "index.html").write_text(f"<!doctype html><meta charset=utf-8>{here}", encoding="utf-8")
    (folder / "404.html").write_text("", encoding="utf-8")
    page.goto(host)
    return page, page.frame_locator("iframe")


def take_along(page: Page, frame: FrameLocator) -> Page:
    """Choose «Åpne og lagre», and merge in the window that opens."""
    with page.expect_popup() as popup:
        frame.get_by_role("link", name="Åpne og lagre").click()
    choose(popup.value, "Flett inn")
    return popup.value


def test_ticks_go_along_to_the_site(context: BrowserContext, address: str, host: str, tmp_path: Path) -> None:
    page, frame = show(context, address, host, tmp_path, "beslutning")
    for name in ("mandat", "leder", "gruppe"):
        frame.locator(f"#beslutning-{name}").check()
    frame.locator("#beslutning-gruppe").uncheck()
    frame.locator("[data-take][href*='#plan=']").wait_for()
    assert keys_in_frame(page) == []
    site = take_along(page, frame)
    site.get_by_role("link", name="Til «Sjekkliste for beslutningen»").click()
    site.wait_for_url(f"{address}forarbeid/beslutning/#beslutning")
    ticked = site.locator(".item > input:checked").all()
    assert [box.get_attribute("id") for box in ticked] == ["beslutning-mandat", "beslutning-leder"]


def test_answers_go_along_to_the_site(
    context: BrowserContext, address: str, host: str, tmp_path: Path
) -> None:
    page, frame = show(context, address, host, tmp_path, "interkommunal")
    frame.locator("#interkommunal-samarbeid").get_by_label("Delvis").check()
    frame.locator("[data-take][href*='#plan=']").wait_for()
    site = take_along(page, frame)
    site.goto(f"{address}forarbeid/interkommunal-plan/")
    assert site.locator("#interkommunal-samarbeid").get_by_label("Delvis").is_checked()


def test_list_without_scripts_can_be_ticked_and_leads_to_its_page(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}innebygd/beslutning/")
    page.get_by_label("Skriv et tydelig mandat").check()
    assert page.get_by_text("Åpne og lagre").filter(visible=True).count() == 0
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Åpne sjekklisten").click()
    popup.value.wait_for_url(f"{address}forarbeid/beslutning/#beslutning")
    context.close()


def test_frame_where_no_script_may_run_promises_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}404.html")
    page.set_content(f'<iframe sandbox="allow-scripts" src="{address}innebygd/beslutning/">')
    frame = page.frame_locator("iframe")
    frame.get_by_role("link", name="Åpne sjekklisten").wait_for()
    assert frame.get_by_text("Åpne og lagre").filter(visible=True).count() == 0


def test_frame_that_may_open_nothing_gives_the_link_to_copy(page: Page, address: str) -> None:
    page.goto(f"{address}404.html")
    sandbox = "allow-scripts allow-same-origin"
    page.set_content(f'<iframe sandbox="{sandbox}" src="{address}innebygd/beslutning/">')
    frame = page.frame_locator("iframe")
    frame.locator("#beslutning-mandat").check()
    frame.locator("[data-take][href*='#plan=']").wait_for()
    frame.get_by_role("link", name="Åpne og lagre").click()
    link = frame.get_by_label("Kopier lenken").input_value()
    page.goto(link)
    choose(page, "Flett inn")
    assert page.url == f"{address}planarbeidet/"


def test_what_a_link_carries_is_there_until_the_reader_has_answered(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}innebygd/beslutning/")
    page.locator("#beslutning-mandat").check()
    page.locator("[data-take][href*='#plan=']").wait_for()
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Åpne og lagre").click()
    site = popup.value
    site.get_by_role("dialog").wait_for()
    site.reload()
    choose(site, "Avbryt")
    site.get_by_text("er ikke tatt inn. Last siden på nytt").wait_for()
    assert "#plan=" in site.url
    site.reload()
    choose(site, "Flett inn")
    site.wait_for_url(f"{address}planarbeidet/")
    said = site.locator("plan-oversikt [role=status]")
    assert said.inner_text() == "Det som fulgte med lenken, er tatt inn."
    assert site.evaluate("document.activeElement.textContent") == "Til «Sjekkliste for beslutningen»"
    page.close()
    site.close()


def test_reader_is_told_before_the_list_that_nothing_is_saved(page: Page, address: str) -> None:
    page.goto(f"{address}innebygd/beslutning/")
    told = page.get_by_text("blir ikke lagret før du velger «Åpne og lagre» under listen").bounding_box()
    first = page.locator(".item").first.bounding_box()
    assert told is not None
    assert first is not None
    assert told["y"] < first["y"]
