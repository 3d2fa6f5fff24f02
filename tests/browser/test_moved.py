"""Pages, headings and items are renamed, moved and removed; every old address still lands right."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page

from ..conftest import serve
from ..project import build, copy_project, edit, item_source, move
from ..test_register import (
    DECISION,
    move_page,
    name_former_id,
    remove_item,
    rename_heading,
    rename_item,
    tell_moved_page,
    tell_removed_item,
    tell_renamed_heading,
)

INITIATIVE = Path("docs/forarbeid/initiativ-og-forankring.md")
IN_VIEW = """() => {
  const place = document.querySelector(":target");
  const { top } = place?.getBoundingClientRect() ?? {};
  return place?.checkVisibility() && top >= 0 && top < innerHeight;
}"""
MOVED_ITEM = "beslutning-vedtak"


def move_item(project: Path) -> None:
    """An item goes to a list on another page."""
    source = item_source(project / DECISION, MOVED_ITEM)
    edit(project / DECISION, (source, ""))
    source = source.replace("(#mandat)", "(beslutning.md#mandat)")
    first = "/// sjekkliste | Sjekkliste for initiativ og forankring\n    id: initiativ\n    kode: F1\n\n"
    edit(project / INITIATIVE, (first, first + source))
    move(project, f"/forarbeid/beslutning/#{MOVED_ITEM}", f"/forarbeid/initiativ-og-forankring/#{MOVED_ITEM}")


def scatter_page(project: Path) -> None:
    """A part of a page that moves goes to a third page."""
    edit(project / "docs/om/kilden.md", ("{#lenker}", "{#til-dere}"))
    move(project, "/om/veilederen/#lenker", "/forarbeid/#rad")


def published_alone(project: Path) -> dict[str, bytes]:
    """What the command line makes of it, by path."""
    folder = project / "alone"
    command = [sys.executable, "-m", "sjekkliste", "--root", str(project), "publish", str(folder)]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(project / "hooks")}, check=True)
    return {
        one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()
    }


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """The address of the changed site, and every address that it had before."""
    project = copy_project(tmp_path_factory.mktemp("moved"))
    lines = (project / "docs/register/adresser.txt").read_text(encoding="utf-8").splitlines()[1:]
    for change in (rename_item, name_former_id, remove_item, tell_removed_item, rename_heading):
        change(project)
    for change in (tell_renamed_heading, move_page, tell_moved_page, move_item, scatter_page):
        change(project)
    result = build(project, project / "site")
    assert result.returncode == 0, result.stderr
    made = published_alone(project)
    assert {path: (project / "site" / path).read_bytes() for path in made} == made
    with serve(project / "site") as address:
        yield address, [line.split()[2].removeprefix("/") for line in lines]


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def test_every_old_address_lands(browser: Browser, moved: tuple[str, list[str]]) -> None:
    site, old = moved
    places = dict.fromkeys(address for address in old if "#" in address)
    for address in (address for address in old if "#" not in address):
        with urlopen(site + address) as response:  # raises where there is nothing
            if address.startswith("k/"):
                places |= dict.fromkeys(re.findall(r"0; url=(.*#.*)\"", response.read().decode()))
    assert len(places) > 70
    page = browser.new_page()
    for address in places:
        page.goto(site + address, wait_until="commit")
        page.wait_for_function(IN_VIEW)
    page.close()


def test_moved_page_leads_to_the_new_one(page: Page, moved: tuple[str, list[str]]) -> None:
    site, _ = moved
    page.goto(f"{site}om/veilederen/")
    page.wait_for_url(f"{site}om/kilden/")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("om/veilederen/#alder", "om/kilden/#alder"),
        ("om/veilederen/#lenker", "forarbeid/#rad"),
        (f"forarbeid/beslutning/#{MOVED_ITEM}", f"forarbeid/initiativ-og-forankring/#{MOVED_ITEM}"),
    ],
)
def test_anchor_is_taken_along(browser: Browser, moved: tuple[str, list[str]], old: str, new: str) -> None:
    page = browser.new_page()
    page.goto(moved[0] + old)
    page.wait_for_url(moved[0] + new)
    page.close()


def test_item_on_another_page_is_one_link_away_without_scripts(
    browser: Browser, moved: tuple[str, list[str]]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{moved[0]}forarbeid/beslutning/#{MOVED_ITEM}")
    assert page.locator(":target").inner_text() == "Det du leter etter, er flyttet. Gå dit"
    page.locator(":target a").click()
    page.wait_for_url(f"{moved[0]}forarbeid/initiativ-og-forankring/#{MOVED_ITEM}")
    context.close()


@pytest.mark.parametrize("old", ["forarbeid/beslutning/#beslutning-leder", "k/F3.8/"])
def test_link_to_a_removed_item_lands_on_its_list_with_the_reason(
    page: Page, moved: tuple[str, list[str]], old: str
) -> None:
    site, _ = moved
    page.goto(site + old)
    page.wait_for_url(f"{site}forarbeid/beslutning/#beslutning-leder")
    told = page.locator("section.checklist .moved")
    assert told.inner_text() == "Tatt ut."
    box = told.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 720
    page.goto(f"{site}forarbeid/beslutning/")
    page.reload()
    assert not told.is_visible()


@pytest.mark.parametrize("code", ["F3.6", "F3.13"])
def test_short_address_leads_to_the_item_where_it_is_now(
    page: Page, moved: tuple[str, list[str]], code: str
) -> None:
    page.goto(f"{moved[0]}k/{code}/")
    page.wait_for_url("**/forarbeid/**")
    assert page.locator(f".item:has(:target) .item__code:text-is('{code}')").is_visible()
