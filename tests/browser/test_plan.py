"""What the reader enters on a list: kept, shown again, undone, and reached by keyboard."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Route

from .plan_page import DECISION, LIST, OVERVIEW, choose, item, progress, set_aside, write_plan
from .storage import keys


def test_nothing_is_stored_before_the_first_change(page: Page, address: str) -> None:
    for path in (LIST, DECISION, OVERVIEW):
        page.goto(address + path, wait_until="networkidle")
        assert keys(page) == []


def test_ticks_and_fields_survive_a_reload(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    entry = item(page, "beslutning-planstrategi")
    set_aside(page, "beslutning-planstrategi")
    entry.get_by_label("Ansvarlig").fill("Enhetsleder, helsestasjonen")
    entry.get_by_label("Frist").fill("2027-05-05")
    entry.get_by_label("Merknad").fill("Å: «se» <b>her</b>; =cmd")
    entry.get_by_label("Merknad").blur()
    page.reload()
    assert progress(page) == "1 av 14 gjort, 1 ikke aktuelt"
    assert page.locator("#beslutning-mandat").is_checked()
    assert entry.get_by_label("Ansvarlig").input_value() == "Enhetsleder, helsestasjonen"
    assert entry.get_by_label("Merknad").input_value() == "Å: «se» <b>her</b>; =cmd"
    shown = entry.locator("summary").inner_text()
    assert "Enhetsleder, helsestasjonen · 5.\xa0mai\xa02027 · Merknad" in shown


def test_answers_and_reasons_survive_a_reload(page: Page, address: str) -> None:
    page.goto(address + DECISION)
    group = page.locator("#interkommunal-samarbeid")
    group.get_by_label("Delvis").check()
    entry = item(page, "interkommunal-samarbeid")
    entry.locator("summary").click()
    entry.get_by_label("Begrunnelse").fill("Barnevern er felles.")
    entry.get_by_label("Begrunnelse").blur()
    page.reload()
    assert group.get_by_label("Delvis").is_checked()
    assert progress(page) == "1 av 17 besvart"
    entry.get_by_role("button", name="Fjern svaret").click()
    assert progress(page) == "0 av 17 besvart"
    assert entry.get_by_label("Begrunnelse").input_value() == "Barnevern er felles."


def test_undo_takes_back_one_change_at_a_time(page: Page, address: str) -> None:
    page.goto(address + LIST)
    assert page.get_by_role("button", name="Angre").is_hidden()
    page.locator("#beslutning-mandat").check()
    page.locator("#beslutning-leder").check()
    page.get_by_role("button", name="Angre").click()
    assert page.locator("#beslutning-mandat").is_checked()
    assert not page.locator("#beslutning-leder").is_checked()
    page.get_by_role("button", name="Angre").click()
    assert progress(page) == "0 av 15 gjort"
    assert page.evaluate("document.activeElement.textContent") == "Lagre som fil"


def test_two_windows_see_each_others_changes(context: BrowserContext, address: str) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto(address + LIST)
    other.goto(address + LIST)
    one.locator("#beslutning-mandat").check()
    other.locator("#beslutning-mandat:checked").wait_for()
    other.locator("#beslutning-leder").check()
    one.locator("#beslutning-leder:checked").wait_for()
    assert progress(one) == progress(other) == "2 av 15 gjort"


def test_text_changed_since_the_tick_is_told(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + LIST)
    items = {"beslutning-mandat": {"state": "done", "hash": "0123456789ab"}}
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, items=items))
    choose(page, "Flett inn")
    told = page.get_by_text("Teksten er endret siden du krysset av.").locator("visible=true")
    assert told.count() == 1
    page.get_by_role("button", name="Krysset gjelder fortsatt").click()
    assert told.count() == 0
    assert page.evaluate("document.activeElement.id") == "beslutning-mandat"
    page.get_by_role("button", name="Angre").click()
    assert told.count() == 1


def test_item_that_came_after_the_work_began_is_marked(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + LIST)
    known = ["beslutning-mandat", "beslutning-leder"]
    items = {"beslutning-mandat": {"state": "done"}}
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, items=items, known=known))
    choose(page, "Ny plan")
    new = page.get_by_text("Nytt punkt siden du begynte på listen.").locator("visible=true")
    assert new.count() == 13
    page.locator("#beslutning-budsjett").check()
    assert new.count() == 12
    page.reload()
    assert new.count() == 12


def test_link_to_an_item_leaves_space_for_scrolling(page: Page, address: str) -> None:
    page.goto(f"{address}{LIST}#beslutning-mandat")
    page.keyboard.press("Space")
    assert not page.locator("#beslutning-mandat").is_checked()
    assert keys(page) == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "beslutning-mandat"
    page.keyboard.press("Space")
    assert page.locator("#beslutning-mandat").is_checked()


def test_everything_works_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").focus()
    page.keyboard.press("Space")
    assert page.locator("#beslutning-mandat").is_checked()
    assert page.locator(".tools [role=status]").inner_text() == "Gjort: Skriv et tydelig mandat til vedtaket"
    entry = item(page, "beslutning-mandat")
    entry.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Kommuneoverlegen, helse")
    page.keyboard.press("Tab")
    assert "Kommuneoverlegen, helse" in entry.locator("summary").inner_text()


def test_tick_made_before_the_script_came_is_kept(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route("**/sjekk-liste-*.js", lambda route: held.append(route))
    page.goto(address + LIST, wait_until="commit")
    page.locator("#beslutning-mandat").check()
    held[0].continue_()
    page.get_by_text("1 av 15 gjort").wait_for()
    page.unroute("**/sjekk-liste-*.js")
    page.reload()
    assert page.locator("#beslutning-mandat").is_checked()
