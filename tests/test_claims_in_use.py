"""Claims as readers meet them: each is used, each link out of the site is the source of one, and a
change since the guide was written is told where it matters."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from sjekkliste.content.check import change_links
from sjekkliste.content.facts import read_facts
from sjekkliste.content.overdue import cited
from sjekkliste.content.pages import read_pages
from sjekkliste.files.templates import environment
from sjekkliste.model.facts import Source
from sjekkliste.project import read_guide
from sjekkliste.site.assets import Assets
from sjekkliste.site.cache import Cache
from sjekkliste.site.publish import publish

from .project import DOCS

PAGES = read_pages(DOCS)
# The way from a section to what it builds on.
ENTRY = re.compile(r'href="#(kilde-\d+)"')


def test_every_claim_is_used_by_a_page(points: Mapping[str, Source]) -> None:
    used = {*cited(PAGES), *(source for one in read_guide(DOCS.parent, {}).bank for source in one.sources)}
    assert [name for name in points if name.startswith("P-") and name not in used] == []


def test_every_link_out_of_the_site_is_the_source_of_a_claim_that_the_page_cites(
    points: Mapping[str, Source],
) -> None:
    own = re.compile(r"https://(?:www\.nkvts\.no/sites/komplan|komplan\.nkvts\.no|creativecommons\.org)/")
    unfounded = []
    for page in PAGES:
        sources = {points[one.text].url for one in page.source.all_claims()}
        for address in re.findall(r"https?://[^\s)>\"»]+(?:\([^\s)]*\))?", page.body):
            if not own.match(address) and address not in sources:
                unfounded.append(f"{page.path}: {address}")
    assert unfounded == []


def test_item_on_a_claim_shows_its_source_on_the_sheet_and_in_the_data(project: Path) -> None:
    page = project / "docs" / "forarbeid" / "beslutning.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(
        text.replace(
            "    Bygger på: V22-1.3-02", "    Bygger på: V22-1.3-02, P-kostra-02, P-planstrategi-01", 1
        ),
        "utf-8",
    )
    files = publish(read_guide(project, {}), environment(project / "templates"), Cache(), Assets())
    sheet = files["utskrift/forarbeid.html"].decode()
    claim = read_facts(project / "docs" / "fakta")[0]["P-kostra-02"]
    assert f'<a href="{claim.url}">' in sheet.partition("Kilder: ")[2].partition("</p>")[0]
    assert "Kilde" not in files["utskrift/interkommunal.html"].decode()
    items = [
        item for one in json.loads(files["data/sjekklister.json"])["checklists"] for item in one["items"]
    ]
    found = next(item for item in items if item["code"] == "F3.2")
    assert found["sources"] == ["V22-1.3-02", "P-kostra-02", "P-planstrategi-01"]


def test_changes_lead_to_the_section_that_tells_them(site: Path) -> None:
    told = change_links(PAGES)
    flagged = [page for page in PAGES if page.changed]
    assert flagged
    for page in flagged:
        html = (site / page.path.removesuffix(".md").removesuffix("index") / "index.html").read_text("utf-8")
        for claim in page.changed:
            path, _, anchor = told[claim].partition("#")
            note = html.partition('<details class="changed"')[2].partition("</details>")[0]
            assert re.search(rf'href="[^"]*nytt-i-lov-og-regelverk/#{anchor}"', note)
            page_text = (site / path / "index.html").read_text("utf-8")
            section = page_text.partition(f'<h2 id="{anchor}"')[2].partition("<h2")[0]
            entries = [page_text.partition(f' id="{one}">')[2] for one in ENTRY.findall(section)]
            assert any(f">{claim}<" in entry.partition(' id="kilde-')[0] for entry in entries)
