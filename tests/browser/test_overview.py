"""«Planarbeidet vårt»: progress, deadlines, several plans, deleting."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from .plan_page import LIST, OVERVIEW, choose, fill_some, item, name_plan, progress, write_plan
from .storage import keys, plans, put_foreign, stored


def test_overview_shows_progress_and_deadlines_with_the_overdue_first(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    for identity, due in (("beslutning-leder", "2030-02-28"), ("beslutning-gruppe", "2020-02-29")):
        entry = item(page, identity)
        entry.locator("summary").click()
        entry.get_by_label("Frist").fill(due)
        entry.get_by_label("Frist").blur()
    page.goto(address + OVERVIEW)
    page.get_by_text("Sjekkliste for beslutningen: 1 av 15 gjort").wait_for(state="attached")
    rows = page.locator("[data-list=deadlines] li").all_inner_texts()
    assert rows == [
        "F3.7 Foreslå hvem som skal sitte i arbeidsgruppen\nForfalt: 29.\xa0februar\xa02020",
        "F3.8 Avklar hvem som skal lede arbeidet\nFrist 28.\xa0februar\xa02030",
    ]
    assert page.locator("[data-late]").inner_text() == "1 frist er gått ut: F3.7, 29.\xa0februar\xa02020."
    page.get_by_role("link", name="F3.7").first.click()
    page.wait_for_url(f"{address}{LIST}#beslutning-gruppe")


def test_several_plans_are_kept_apart(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    page.goto(address + OVERVIEW)
    page.get_by_label("Navn på planen").fill("Første")
    page.get_by_label("Navn på planen").blur()
    page.get_by_role("button", name="Ny plan").click()
    page.get_by_label("Navn på planen").fill("Andre")
    page.get_by_label("Navn på planen").blur()
    page.get_by_text("Sjekkliste for beslutningen: 0 av 15 gjort").wait_for(state="attached")
    page.get_by_label("Plan", exact=True).select_option(label="Første")
    page.get_by_text("Sjekkliste for beslutningen: 1 av 15 gjort").wait_for(state="attached")


def test_new_plan_is_stored_with_its_first_change_and_gone_when_undone(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    page.goto(address + OVERVIEW, wait_until="networkidle")
    name_plan(page, "Første")
    options = page.get_by_label("Plan", exact=True).locator("option")
    page.get_by_role("button", name="Ny plan").click()
    assert options.all_inner_texts() == ["Ny plan, ikke lagret ennå", "Første"]
    assert len(plans(page)) == 1
    page.goto(address + LIST)
    assert progress(page) == "0 av 15 gjort"
    page.goto(address + OVERVIEW, wait_until="networkidle")
    page.get_by_label("Plan", exact=True).select_option(label="Første")
    for button in ("Ny plan", "Lag en kopi av planen"):
        page.get_by_role("button", name=button).click()
        name_plan(page, "Andre")
        assert sorted(options.all_inner_texts()) == ["Andre", "Første"]
        page.get_by_role("button", name="Angre").click()
        page.get_by_role("button", name="Angre").click()
        assert options.all_inner_texts() == ["Første"]
        assert len(plans(page)) == 1


def test_deleting_asks_leaves_no_key_of_ours_and_can_be_undone(page: Page, address: str) -> None:
    page.goto(address + LIST)
    put_foreign(page, "andres", "urørt")
    page.locator("#beslutning-mandat").check()
    page.goto(address + OVERVIEW)
    before = stored(page)
    page.get_by_role("button", name="Slett svarene i denne nettleseren").click()
    choose(page, "Avbryt")
    assert stored(page) == before
    page.get_by_role("button", name="Slett svarene i denne nettleseren").click()
    choose(page, "Slett")
    assert keys(page) == ["andres"]
    page.get_by_role("button", name="Angre").click()
    assert stored(page) == before
    assert stored(page)["andres"] == "urørt"


def test_next_and_roles_are_shown_with_links(page: Page, address: str) -> None:
    fill_some(page, address)
    page.goto(address + OVERVIEW)
    page.locator("[data-list=roles] li").first.wait_for()
    assert page.locator("[data-list=next] li").count() == 5
    assert page.locator("[data-list=next] li").first.inner_text().startswith("F1.1 ")
    role = page.locator("[data-list=roles] > li")
    assert role.locator("strong").inner_text() == "Kommuneoverlege"
    assert "F3.8 Avklar hvem som skal lede arbeidet · Frist 5.\xa0mai\xa02027" in role.inner_text()


def test_copy_of_a_plan_leaves_the_first_as_it_was(page: Page, address: str) -> None:
    fill_some(page, address)
    page.goto(address + OVERVIEW, wait_until="networkidle")
    page.get_by_label("Navn på planen").fill("Vår")
    page.get_by_label("Navn på planen").blur()
    page.get_by_role("button", name="Lag en kopi av planen").click()
    assert page.get_by_label("Plan", exact=True).locator("option").all_inner_texts() == ["Vår (kopi)", "Vår"]
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").uncheck()
    page.goto(address + OVERVIEW, wait_until="networkidle")
    page.get_by_label("Plan", exact=True).select_option(label="Vår")
    page.get_by_text("Sjekkliste for beslutningen: 1 av 15 gjort").wait_for(state="attached")


def test_copies_are_numbered_and_names_say_whose_and_when(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + OVERVIEW, wait_until="networkidle")
    for label, text in (("Navn på planen", "Vår"), ("Kommune eller kommuner", "Frogn")):
        page.get_by_label(label).fill(text)
        page.get_by_label(label).blur()
    for _ in range(2):
        page.get_by_role("button", name="Lag en kopi av planen").click()
    names = page.get_by_label("Plan", exact=True).locator("option")
    assert names.all_inner_texts() == ["Vår (kopi 2) – Frogn", "Vår (kopi) – Frogn", "Vår – Frogn"]
    file = write_plan(tmp_path, name="Vår", kommuner="Frogn")
    page.locator("input[type=file]").set_input_files(file)
    choose(page, "Ny plan")
    page.locator("option", has_text="Vår – Frogn, endret 5.\xa0mai\xa02026\xa0kl.").wait_for(state="attached")


def test_deadlines_that_are_met_are_neither_missing_nor_for_the_calendar(page: Page, address: str) -> None:
    calendar = page.get_by_role("button", name="Frister til kalender")
    page.goto(address + OVERVIEW, wait_until="networkidle")
    assert page.get_by_text("Ingen frister er satt ennå.").is_visible()
    fill_some(page, address)
    page.goto(address + OVERVIEW, wait_until="networkidle")
    assert calendar.is_visible()
    page.goto(address + LIST)
    page.locator("#beslutning-leder").check()
    page.goto(address + OVERVIEW, wait_until="networkidle")
    assert page.get_by_text("Alle punktene med frist er gjort eller ikke aktuelle.").is_visible()
    assert page.get_by_text("Ingen frister er satt ennå.").is_hidden()
    assert calendar.is_hidden()


def test_what_stands_on_no_list_any_more_is_shown(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + OVERVIEW, wait_until="networkidle")
    file = write_plan(tmp_path, items={"beslutning-utgatt": {"note": "Tas vare på"}})
    page.locator("input[type=file]").set_input_files(file)
    choose(page, "Flett inn")
    page.get_by_text("Utgåtte punkter", exact=True).click()
    assert page.locator("[data-list=gone]").inner_text() == "beslutning-utgatt · Tas vare på"


def test_focus_stays_when_another_window_ticks(context: BrowserContext, address: str) -> None:
    page, other = context.new_page(), context.new_page()
    page.goto(address + OVERVIEW, wait_until="networkidle")
    other.goto(address + LIST)
    page.get_by_text("6 lister").first.click()
    link = page.locator("[data-list=progress-forarbeid] a").first
    text = link.inner_text()
    link.focus()
    other.locator("#beslutning-mandat").check()
    page.get_by_text("1 av 15 gjort").first.wait_for()
    assert page.evaluate("document.activeElement.textContent") == text
