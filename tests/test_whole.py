"""The whole guide on one page: nothing lost, nothing twice, every link leads somewhere, and it prints."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from lxml import html
from playwright.sync_api import Browser

from sjekkliste.files.templates import environment
from sjekkliste.model.guide import Guide
from sjekkliste.model.page_html import from_page
from sjekkliste.project import read_guide
from sjekkliste.site.whole import whole_html
from sjekkliste.texts import TEXTS

from .project import ROOT
from .test_sheets_xlsx import AWKWARD, with_items

MM = 72 / 25.4


# The items of the lists, without the measures.
ROWS = "//ul[@class='list']/li[not(contains(@id, 'tiltak--t-'))]"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(ROOT, {})


@pytest.fixture(scope="module")
def page(site: Path) -> Any:
    return html.parse(str(site / "utskrift" / "veilederen.html")).getroot()


@pytest.fixture(scope="module")
def printed(browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    file = tmp_path_factory.mktemp("whole") / "veilederen.pdf"
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}utskrift/veilederen.html")
    tab.pdf(path=file, prefer_css_page_size=True, print_background=False)
    context.close()
    with pdfplumber.open(file) as pdf:
        yield pdf


def text_of(element: Any) -> str:
    return " ".join(element.text_content().split())


def included(guide: Guide) -> dict[str, Any]:
    """The pages of the phases and those named in nb.yml."""
    phases = {phase.id for phase in guide.phases}
    more = TEXTS["whole"]["more-pages"]
    return {
        path: html.fragment_fromstring(body, create_parent="div")
        for path, body in guide.page_html.items()
        if path in more or path.partition("/")[0] in phases
    }


def test_ids_are_unique_and_links_within_lead_somewhere(page: Any, site: Path) -> None:
    ids = Counter(page.xpath("//@id"))
    assert [one for one, times in ids.items() if times > 1] == []
    within = [href[1:] for href in page.xpath("//a/@href") if href.startswith("#")]
    assert within
    assert [href for href in within if href not in ids] == []
    assert [
        name for names in page.xpath("//@aria-labelledby") for name in names.split() if name not in ids
    ] == []
    for href in page.xpath("//a/@href[not(contains(., ':')) and not(starts-with(., '#'))]"):
        target = site / "utskrift" / href.partition("#")[0]
        assert (target / "index.html" if target.is_dir() else target).exists(), href


def test_every_item_stands_once_with_its_boxes(page: Any, guide: Guide) -> None:
    items = [(one.kind, item) for one in guide.checklists for item in one.items]
    rows = page.xpath(ROWS)
    assert len(page.xpath("//ul[@class='list']/li")) == len(rows) + len(guide.bank)
    assert len(rows) == len(items)
    for (kind, item), row in zip(items, rows, strict=True):
        text = text_of(row)
        assert text.startswith(f"{item.code} {item.text}")
        assert " ".join(item.help.split()) in text
        assert len(row.xpath(".//*[@class='box']")) == (4 if kind == "decision" else 1)
    assert page.xpath("//input | //script | //details | //fieldset") == []


@pytest.mark.parametrize("texts", [AWKWARD, [f"Punkt {n}" for n in range(200)]], ids=["awkward", "200"])
def test_awkward_items_stay_as_they_are(guide: Guide, texts: list[str]) -> None:
    made = whole_html(with_items(guide, texts), environment(ROOT / "templates"))
    rows = html.document_fromstring(made.decode()).xpath(ROWS)
    assert [row.xpath(".//p")[0].text_content() for row in rows] == texts * len(guide.checklists)


def test_texts_and_sources_of_every_page_are_kept(page: Any, guide: Guide) -> None:
    whole = text_of(page)
    for path, body in included(guide).items():
        for source in body.xpath("//li[@class='source']/p//a/@href[contains(., '://')]"):
            assert page.xpath("//section[@aria-labelledby='kilder']//a[@href=$url]", url=source), source
        for lost in body.xpath("//details | //sjekk-liste | //p[@class='source']/a"):
            lost.drop_tree()
        for block in body.xpath("//h1 | //h2 | //h3 | //p | //li | //td"):
            assert text_of(block) in whole, path


def test_other_sources_are_listed_with_their_addresses(guide: Guide) -> None:
    path, url = "forarbeid/beslutning.md", "https://example.org/tall?a=1&b=2"
    entry = f'<li id="en-kilde"><p>Bygger på <a href="{escape(url)}">Tall</a>.</p></li>'
    more = f'<p class="source"><a href="#en-kilde">Kilder</a></p><details><ol>{entry}</ol></details>'
    longer = replace(guide, page_html={**guide.page_html, path: guide.page_html[path] + more})
    page = html.document_fromstring(whole_html(longer, environment(ROOT / "templates")).decode())
    links = page.xpath("//section[@aria-labelledby='kilder']//li[starts-with(., 'Tall: ')]/a")
    assert [(link.get("href"), link.text) for link in links] == [(url, url)]


def test_headings_go_down_one_step_at_a_time(page: Any) -> None:
    levels = [int(one.tag[1]) for one in page.iter() if re.fullmatch("h[1-6]", str(one.tag))]
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_every_page_is_in_the_contents(page: Any, guide: Guide) -> None:
    listed = [text_of(link) for link in page.xpath("//nav//a")]
    titles = [text_of(body.xpath("//h1")[0]) for body in included(guide).values()]
    lists = [f"{one.code} {one.title}" for one in guide.checklists]
    assert [title for title in titles + lists if title not in listed] == []


def test_it_prints_on_numbered_a4_pages_with_the_phase_on_top(printed: Any, page: Any) -> None:
    for number, sheet in enumerate(printed.pages, 1):
        text = sheet.extract_text()
        assert f"Side {number} av {len(printed.pages)}" in text
        assert "VO-linjen: 116 006" in text
        assert (sheet.width, sheet.height) == (pytest.approx(210 * MM, abs=1), pytest.approx(297 * MM, abs=1))
        assert len(text.splitlines()) > 3, "nothing but a heading between the margins"
        assert max(word["x1"] for word in sheet.extract_words()) < 192 * MM
    tops = {sheet.extract_text().partition("\n")[0] for sheet in printed.pages}
    assert f"Forarbeid · {TEXTS['sheets']['subject']}" in tops


def test_no_heading_stands_last_on_a_page(printed: Any, page: Any) -> None:
    headings = {text_of(one) for one in page.xpath("//h2 | //h3 | //h4 | //h5")}
    pages = [sheet.extract_text().splitlines() for sheet in printed.pages]
    # The pages before these are the contents.
    last = [lines[-2] for lines in pages if lines[0].endswith(f" · {TEXTS['sheets']['subject']}")]
    assert len(last) > 1
    assert [line for line in last if line in headings] == []


@pytest.mark.parametrize(
    ("wanted", "href"),
    [
        ("#mandat", "forarbeid/beslutning/#mandat"),
        ("../interkommunal-plan/#hva", "forarbeid/interkommunal-plan/#hva"),
        ("../", "forarbeid/"),
        ("../../", ""),
        ("../../utskrift/forarbeid.html", "utskrift/forarbeid.html"),
        ("https://komplan.nkvts.no/", "https://komplan.nkvts.no/"),
        ("tel:112", "tel:112"),
    ],
)
def test_links_are_seen_from_the_page(href: str, wanted: str) -> None:
    assert from_page(href, "forarbeid/beslutning/") == wanted
