"""Searching in Norwegian: words in other forms than on the page, codes, and a clean list of results."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

INDEX = Path("search/search_index.json")
HIDDEN = ("title_forms", "text_forms")


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(4000)
    page.goto(address)
    yield page
    page.close()


@pytest.fixture(scope="module")
def index(site: Path) -> Any:
    return json.loads((site / INDEX).read_bytes())


def write(page: Page, words: str) -> None:
    """As pasted or dictated: without a key."""
    page.get_by_role("textbox", name="Søk på sidene").fill(words)


def search(page: Page, words: str) -> Locator:
    """The results, in order, once the list is that of these words."""
    write(page, "zzzz")
    page.get_by_text("Ingen treff.").wait_for()
    write(page, words)
    page.locator(".md-search-result__link").first.wait_for()
    return page.locator(".md-search-result__item")


@pytest.mark.parametrize(
    ("written", "standing"),
    [
        ("handlingsplaner", "handlingsplan"),
        ("handlingsplanene", "handlingsplan"),
        ("krisesentre", "krisesenter"),
        ("krisesenteret", "krisesenter"),
        ("prosjektlederen", "prosjektleder"),
        ("politiet", "politi"),
        ("arbeidsgruppa", "arbeidsgruppe"),
        ("arbeidsgrupper", "arbeidsgruppe"),
        ("overgrepsmottaket", "overgrepsmottak"),
        ("målene", "mål"),
        ("saksfremlegg", "saksframlegg"),
        ("saksfremlegget", "saksframlegg"),
        ("rådmannen", "kommunedirektør"),
        ("sjekkeliste", "sjekkliste"),
        ("nære", "nære"),
        ("Nav", "nav"),
    ],
)
def test_word_is_found_in_other_forms_than_that_on_the_page(page: Page, written: str, standing: str) -> None:
    first = search(page, written).first
    first.locator("details").evaluate_all("all => all.forEach(one => (one.open = true))")
    shown = first.inner_text().lower()
    assert standing in shown
    assert "mangler:" not in shown


@pytest.mark.parametrize("written", ["barnehageplass", "planeten", "bompenger"])
def test_what_the_pages_do_not_say_is_not_found(page: Page, written: str) -> None:
    search(page, "plan")
    write(page, written)
    page.get_by_text("Ingen treff.").wait_for()


def test_code_leads_to_its_item(page: Page) -> None:
    result = search(page, "F3.6").first
    link = result.locator("a[href$='forarbeid/beslutning/#beslutning-mandat']")
    assert "F3.6 Skriv et tydelig mandat" in link.inner_text()
    with page.expect_navigation():
        link.click()
    assert page.url.endswith("#beslutning-mandat")
    page.goto(page.url.partition("forarbeid")[0])


def test_title_comes_first_for_each_word_that_it_alone_has(page: Page, index: Any) -> None:
    titles = [(one["location"], one["title"]) for one in index["docs"] if "#" not in one["location"]]
    words = [word for _, title in titles for word in set(re.findall(r"\w+", title.lower()))]
    missed = []
    for location, title in titles:
        for word in re.findall(r"\w{6,}", title.lower()):
            if sum(one.startswith(word) for one in words) == 1:
                first = search(page, word).first.locator("a").first.get_attribute("href") or ""
                missed += [] if first.endswith(f"/{location}") else [(word, first)]
    assert missed == []


def test_no_form_is_shown_that_stands_on_no_page(page: Page, index: Any) -> None:
    result = search(page, "handlingsplaner").first
    shown = set(result.inner_text().lower().split())
    hidden = {form for one in index["docs"] for name in HIDDEN for form in one.get(name, "").split()}
    standing = " ".join(f"{one['title']} {one['text']}" for one in index["docs"]).lower()
    assert [form for form in shown & hidden if form not in standing] == []
    assert result.locator(".md-tags").count() == 0


def test_forms_make_the_index_at_most_about_twice_as_large(index: Any) -> None:
    def weight(value: Any) -> int:
        return len(gzip.compress(json.dumps(value, ensure_ascii=False).encode(), mtime=0))

    bare = [{name: one[name] for name in ("location", "title", "text")} for one in index["docs"]]
    assert weight(bare) < weight(index) < 2 * weight(bare)
