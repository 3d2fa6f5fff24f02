"""What a link looks like where it is pasted: every page's tags, read back from the built site."""

import re
import struct
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

SITE = "https://sjekkliste.example/"
PNG = b"\x89PNG\r\n\x1a\n"


def tags(file: Path) -> dict[str, str]:
    """The page's meta tags, title and canonical address."""
    html = file.read_text(encoding="utf-8")
    found = {
        name: unescape(text)
        for name, text in re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', html)
    }
    titles = re.findall(r"<title>(.*?)</title>", html)
    links = re.findall(r'<link rel="canonical" href="([^"]*)"', html)
    assert len(titles) == len(links) == 1, file
    return {**found, "title": unescape(titles[0]), "canonical": links[0]}


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, dict[str, str]]:
    files = [file for file in site.rglob("*.html") if file.name != "404.html"]
    return {file.relative_to(site).as_posix(): tags(file) for file in files}


def test_every_page_has_a_title_and_a_description_of_its_own(pages: dict[str, dict[str, str]]) -> None:
    for name in ("title", "description", "og:title"):
        counts = Counter(page[name] for path, page in pages.items())
        assert {text: number for text, number in counts.items() if number > 1} == {}, name


def test_previews_have_room_for_the_texts(pages: dict[str, dict[str, str]]) -> None:
    for path, page in pages.items():
        assert 3 <= len(page["og:title"]) <= 120, path
        assert 20 <= len(page["og:description"]) <= 300, path
        assert page["og:description"] == page["description"], path


def test_previews_have_absolute_addresses_of_what_is_there(
    pages: dict[str, dict[str, str]], site: Path
) -> None:
    for path, page in pages.items():
        for name in ("og:url", "canonical"):
            target = page[name].removeprefix(SITE).partition("#")[0]
            assert page[name].startswith(SITE), path
            assert (site / target / "index.html" if not target.endswith(".html") else site / target).is_file()
        assert "#" not in page["canonical"]
        assert page["og:locale"] == "nb_NO"


def test_images_are_there_and_have_the_size_they_claim(pages: dict[str, dict[str, str]], site: Path) -> None:
    images = {page["og:image"] for page in pages.values()}
    assert len(images) == 5
    for page in pages.values():
        assert (page["og:image:width"], page["og:image:height"]) == ("1200", "630")
        assert page["og:image:alt"]
    for image in images:
        content = (site / image.removeprefix(SITE)).read_bytes()
        assert content.startswith(PNG)
        assert struct.unpack(">II", content[16:24]) == (1200, 630)
        assert len(content) < 100_000


def test_icon_is_there(site: Path) -> None:
    for file in site.rglob("*.html"):
        icon = re.search(r'<link rel="icon" href="([^"]+)"', file.read_text(encoding="utf-8"))
        assert icon, file
        name = re.fullmatch(r"(?:\.*/)*(assets/hashed/favicon-[0-9a-f]{12}\.svg)", icon[1])
        assert name, file
        assert (site / name[1]).is_file()
