"""An editor changes the lists; what the reader has ticked stays with its item."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ..conftest import serve
from ..project import build, copy_project, edit, item_source, move
from .storage import plans

LIST = "forarbeid/beslutning/"
DECISION = "forarbeid/interkommunal-plan/"
TICKED = ("mandat", "planhierarki", "plantype", "leder", "budsjett")


def rework(docs: Path) -> None:
    """Reorder, insert, reword, rename and delete items."""
    page = docs / "forarbeid" / "beslutning.md"
    moved, gone = (item_source(page, f"beslutning-{name}") for name in ("planhierarki", "budsjett"))
    first = item_source(page, "beslutning-plantype")
    edit(page, (moved, ""), (gone, ""), ("- [ ] F3.15 ", moved + "- [ ] F3.15 "))
    added = first.replace("F3.1 ", "F3.16 ").replace("beslutning-plantype", "beslutning-ny")
    edit(page, (first, added + first), ("Avklar hvem som skal lede", "Pek ut den som skal lede"))
    edit(page, ("{#beslutning-mandat}", "{#beslutning-oppdrag}\n    Tidligere: beslutning-mandat"))
    renamed = "{#interkommunal-samarbeider}\n    Tidligere: interkommunal-samarbeid"
    edit(docs / "forarbeid" / "interkommunal-plan.md", ("{#interkommunal-samarbeid}", renamed))
    move(
        docs.parent, "/forarbeid/beslutning/#beslutning-budsjett", "/forarbeid/beslutning/#beslutning", "Ut."
    )
    move(docs.parent, "/k/F3.10/", "/forarbeid/beslutning/#beslutning-budsjett")


def rebuild(project: Path, site: Path) -> None:
    result = build(project, site)
    assert result.returncode == 0, result.stderr


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site before the lists were reworked, and after."""
    project = copy_project(tmp_path_factory.mktemp("edited"))
    before, after = (project.parent / name for name in ("before", "after"))
    rebuild(project, before)
    rework(project / "docs")
    rebuild(project, after)
    return before, after


@pytest.fixture
def reworked(browser: Browser, sites: tuple[Path, Path], tmp_path: Path) -> Iterator[tuple[Page, str]]:
    """A reader who ticked five items and answered a question before the lists were reworked."""
    live = tmp_path / "live"
    live.symlink_to(sites[0])
    with serve(live) as address:
        page = browser.new_page()
        page.goto(address + DECISION)
        page.locator("#interkommunal-samarbeid").get_by_label("Delvis").check()
        page.goto(address + LIST)
        for name in TICKED:
            page.locator(f"#beslutning-{name}").check()
        live.unlink()
        live.symlink_to(sites[1])
        yield page, address
        page.close()


def test_ticks_follow_their_items(reworked: tuple[Page, str]) -> None:
    page, address = reworked
    page.goto(address + LIST)
    boxes = page.locator(".item > input:checked").all()
    names = ("plantype", "oppdrag", "leder", "planhierarki")
    assert [box.get_attribute("id") for box in boxes] == [f"beslutning-{name}" for name in names]
    assert page.locator("[data-progress]").inner_text() == "4 av 15 gjort"
    for news, code in (("data-changed", "F3.8"), ("data-new", "F3.16")):
        told = page.locator(f"li.item:has([{news}]:not([hidden])) .item__code")
        assert told.all_inner_texts() == [code]
    page.goto(address + DECISION)
    assert page.locator("#interkommunal-samarbeider").get_by_label("Delvis").is_checked()
    page.goto(f"{address}planarbeidet/")
    page.get_by_text("Sjekkliste for beslutningen: 4 av 15 gjort").wait_for(state="attached")


def test_what_was_ticked_under_a_former_id_can_be_unticked_and_undone(reworked: tuple[Page, str]) -> None:
    page, address = reworked
    page.goto(address + LIST)
    page.locator("#beslutning-oppdrag").uncheck()
    page.reload()
    assert not page.locator("#beslutning-oppdrag").is_checked()
    page.locator("#beslutning-oppdrag").check()
    page.get_by_role("button", name="Angre").click()
    assert not page.locator("#beslutning-oppdrag").is_checked()


def test_work_on_a_deleted_item_is_kept(reworked: tuple[Page, str]) -> None:
    page, address = reworked
    page.goto(address + LIST)
    page.locator("#beslutning-ny").check()
    (plan,) = plans(page)
    assert plan["items"]["beslutning-budsjett"]["state"] == "done"


def test_link_to_a_former_id_leads_to_the_item(reworked: tuple[Page, str]) -> None:
    page, address = reworked
    page.set_viewport_size({"width": 800, "height": 600})
    page.goto("about:blank")
    page.goto(f"{address}{LIST}#beslutning-mandat")
    entry = page.locator(".item:has(:target)")
    assert entry.locator("input").first.get_attribute("id") == "beslutning-oppdrag"
    box = entry.bounding_box()
    header = page.locator("header.bar").bounding_box()
    assert box is not None
    assert header is not None
    assert header["height"] <= box["y"] + 1 < 300
