"""The feed of changes: valid Atom, with ids that stay."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import Element, parse

import pytest

from sjekkliste.__main__ import register
from sjekkliste.addresses.news import News, news
from sjekkliste.project import read_guide
from sjekkliste.site.publish import makers

from .project import edit, item_source, move

NEW_ITEM = """- [ ] F3.99 Avklar noe nytt {#beslutning-nytt}
    [Hva vedtaket bør inneholde](#innhold)
    Bygger på: V17-beslutning-04
"""
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def feed(site: Path) -> Element:
    return parse(site / "endringer.xml").getroot()


def texts(element: Element, name: str) -> list[str]:
    return [one.text or "" for one in element.findall(ATOM + name)]


def test_feed_and_entries_have_what_the_format_demands(feed: Element) -> None:
    """RFC 4287, sections 4.1.1 and 4.1.2."""
    assert feed.tag == f"{ATOM}feed"
    assert [one.get("rel") for one in feed.findall(f"{ATOM}link")] == ["self", "alternate"]
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(texts(element, name)) == 1
            assert texts(element, name)[0].strip()
        assert texts(element, "id")[0].startswith("urn:uuid:")
        assert datetime.fromisoformat(texts(element, "updated")[0]).tzinfo
    ids = [texts(entry, "id")[0] for entry in feed.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) > 1


def test_entries_are_newest_first_and_none_has_the_time_of_another(feed: Element) -> None:
    times = [texts(entry, "published")[0] for entry in feed.findall(f"{ATOM}entry")]
    assert times == sorted(set(times), reverse=True)
    assert texts(feed, "updated")[0] == times[0]


class Links(HTMLParser):
    """Gathers the addresses in a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name == "href"]


def links(feed: Element) -> Iterator[str]:
    """Every address in the entries."""
    for entry in feed.findall(f"{ATOM}entry"):
        yield from (one.get("href", "") for one in entry.findall(f"{ATOM}link"))
        reader = Links()
        reader.feed(texts(entry, "content")[0])
        yield from reader.found


def test_every_link_in_the_feed_leads_somewhere(feed: Element, site: Path) -> None:
    addresses = list(links(feed))
    assert len(addresses) > 10
    for address in addresses:
        path, _, anchor = address.removeprefix("https://sjekkliste.example/").partition("#")
        file = site / path / "index.html" if path.endswith("/") or not path else site / path
        assert file.is_file(), address
        assert not anchor or f'id="{anchor}"' in file.read_text(encoding="utf-8"), address


def told(project: Path) -> list[News]:
    guide = read_guide(project, {})
    return news(guide, list(makers(guide)))


def test_old_entries_stay_as_they_are_when_something_is_moved(project: Path) -> None:
    before = told(project)
    page = project / "docs" / "forarbeid" / "beslutning.md"
    edit(page, (item_source(page, "beslutning-leder"), ""))
    move(project, "/forarbeid/beslutning/#beslutning-leder", "/forarbeid/beslutning/#beslutning", "Tatt ut.")
    move(project, "/k/F3.8/", "/forarbeid/beslutning/#beslutning-leder")
    after = told(project)
    assert [one.urn for one in after[1:]] == [one.urn for one in before]
    assert after[0].title == "Flyttet eller fjernet 5.\xa0mai\xa02027"
    assert after[0].rows[0] == (
        "/forarbeid/beslutning/#beslutning-leder leder nå hit. Tatt ut.",
        "forarbeid/beslutning/#beslutning",
    )


def keep_register(project: Path) -> None:
    register(Namespace(root=project))


def add_change(project: Path, identity: str, day: str) -> None:
    file = project / "docs" / "register" / "endringer.yml"
    entry = f"- id: {identity}\n  dato: {day}\n  tittel: Noe nytt\n  tekst: Det er nytt.\n"
    comment, rest = file.read_text(encoding="utf-8").split("- id:", 1)
    file.write_text(f"{comment}{entry}- id:{rest}", encoding="utf-8")


def test_who_reads_by_time_misses_nothing_of_what_the_register_is_told_on_one_day(project: Path) -> None:
    """Three runs on one day: a change dated earlier, a new address, and a move."""
    last = told(project)[0].instant
    seen = {one.urn for one in told(project)}
    page = project / "docs" / "forarbeid" / "beslutning.md"

    def tell(project: Path) -> None:
        add_change(project, "gammel-dato", "2026-11-23")

    def extend(project: Path) -> None:
        leader = item_source(page, "beslutning-leder")
        edit(page, (leader, NEW_ITEM + leader))

    def take_out(project: Path) -> None:
        edit(page, (item_source(page, "beslutning-leder"), ""))
        move(
            project,
            "/forarbeid/beslutning/#beslutning-leder",
            "/forarbeid/beslutning/#beslutning",
            "Tatt ut.",
        )
        move(project, "/k/F3.8/", "/forarbeid/beslutning/#beslutning-leder")

    for change in (tell, extend, take_out):
        change(project)
        before = told(project)
        keep_register(project)
        after = told(project)
        assert after == before
        fresh = [one for one in after if one.urn not in seen]
        assert len(fresh) == 1
        assert fresh[0].instant > last
        seen, last = {one.urn for one in after}, fresh[0].instant
