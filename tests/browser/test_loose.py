"""What could not be stored stays within reach, also while the page shows another plan."""

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from .plan_page import LIST, OVERVIEW, choose, fill_some, item, name_plan, questions_of, write_plan
from .storage import block, current, fill, held, mend, plans, put, raw
from .test_workbook_in import edit, export


def two_plans(page: Page, address: str) -> None:
    page.goto(address + OVERVIEW, wait_until="networkidle")
    name_plan(page, "Første")
    page.get_by_role("button", name="Ny plan").click()
    name_plan(page, "Andre")


def turn_to(page: Page, name: str) -> None:
    page.get_by_label("Plan", exact=True).select_option(label=name)


def period(page: Page) -> str:
    return page.get_by_label("Planperiode").input_value()


def write_period(page: Page, text: str) -> None:
    page.get_by_label("Planperiode").fill(text)
    page.get_by_label("Planperiode").blur()


def test_plan_that_did_not_fit_is_told_of_beside_another(page: Page, address: str) -> None:
    asked = questions_of(page)
    two_plans(page, address)
    fill(page)
    write_period(page, "2027–2031")
    message = page.locator("[role=alert]")
    assert "fikk ikke lagret den siste endringen" in message.inner_text()
    turn_to(page, "Første")
    assert "Det du skrev i en annen plan, er ikke lagret" in message.inner_text()
    page.reload()
    assert asked == ["beforeunload"]


def test_plan_that_did_not_fit_is_stored_with_the_next_change_in_another(page: Page, address: str) -> None:
    two_plans(page, address)
    fill(page)
    write_period(page, "2027–2031")
    turn_to(page, "Første")
    mend(page)
    write_period(page, "2028–2032")
    assert page.locator("[role=alert]").is_hidden()
    assert {plan["name"]: plan["period"] for plan in plans(page)} == {
        "Første": "2028–2032",
        "Andre": "2027–2031",
    }


def test_plan_that_did_not_fit_is_there_when_chosen_again(page: Page, address: str) -> None:
    two_plans(page, address)
    fill(page)
    write_period(page, "2027–2031")
    turn_to(page, "Første")
    assert period(page) == ""
    mend(page)
    turn_to(page, "Andre")
    assert period(page) == "2027–2031"
    assert page.locator("[role=alert]").is_hidden()
    page.reload(wait_until="networkidle")
    assert period(page) == "2027–2031"


def test_plan_that_did_not_fit_is_stored_when_another_is_deleted(page: Page, address: str) -> None:
    two_plans(page, address)
    fill(page)
    write_period(page, "2027–2031")
    turn_to(page, "Første")
    mend(page)
    page.get_by_role("button", name="Slett svarene").click()
    choose(page, "Slett")
    assert period(page) == "2027–2031"
    assert page.locator("[role=alert]").is_hidden()
    assert [(plan["name"], plan["period"]) for plan in plans(page)] == [("Andre", "2027–2031")]


def test_every_plan_can_be_reached_where_storage_is_blocked(browser: Browser, address: str) -> None:
    page = browser.new_page()
    block(page)
    two_plans(page, address)
    page.get_by_role("button", name="Slett svarene").click()
    choose(page, "Slett")
    assert page.get_by_label("Navn på planen").input_value() == "Første"
    page.get_by_role("button", name="Angre").click()
    assert page.get_by_label("Navn på planen").input_value() == "Andre"
    turn_to(page, "Første")
    assert page.get_by_label("Navn på planen").input_value() == "Første"
    assert "Nettleseren lar ikke siden lagre noe." in page.locator("[role=alert]").inner_text()
    page.close()


def test_file_beside_a_plan_that_did_not_fit_can_be_taken_back(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(address + LIST)
    fill(page)
    page.locator("#beslutning-mandat").check()
    file = write_plan(tmp_path, items={"beslutning-gruppe": {"state": "done"}})
    page.locator("input[type=file]").set_input_files(file)
    choose(page, "Ny plan")
    assert not page.locator("#beslutning-mandat").is_checked()
    page.get_by_role("button", name="Angre").click()
    assert page.locator("#beslutning-mandat").is_checked()
    mend(page)
    page.locator("#beslutning-leder").check()
    assert page.locator("[role=alert]").is_hidden()
    assert [set(plan["items"]) for plan in plans(page)] == [{"beslutning-mandat", "beslutning-leder"}]


def test_unreadable_text_from_another_window_is_left_where_it_is(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    fill(page)
    page.locator("#beslutning-gruppe").check()
    mend(page)
    put(page, current(page), "{")
    page.locator("#beslutning-leder").check()
    assert "kan ikke leses av denne siden, og den er ikke rørt" in page.locator("[role=alert]").inner_text()
    values = list(raw(page).values())
    assert "{" in values
    assert any(
        "beslutning-mandat" in text and "beslutning-gruppe" in text and "beslutning-leder" in text
        for text in values
    )


def test_old_error_is_gone_while_another_file_is_looked_at(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + LIST)
    wrong = tmp_path / "feil.json"
    wrong.write_text("{", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(wrong)
    page.get_by_text("feil.json").wait_for()
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, name="Ny"))
    page.get_by_role("dialog").wait_for()
    assert page.locator("[role=alert]").is_hidden()
    item(page, "beslutning-mandat").wait_for()


def test_unreadable_text_is_left_when_its_plan_is_chosen_again(page: Page, address: str) -> None:
    two_plans(page, address)
    identity = current(page)
    fill(page)
    write_period(page, "2027–2031")
    turn_to(page, "Første")
    put(page, identity, "{")
    mend(page)
    turn_to(page, "Andre")
    assert period(page) == "2027–2031"
    assert held(page, identity) == "{"
    assert "kan ikke leses av denne siden" in page.locator("[role=alert]").inner_text()


def test_what_is_shown_is_stored_beside_what_cannot_be_read(context: BrowserContext, address: str) -> None:
    page, other = context.new_page(), context.new_page()
    page.bring_to_front()
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    other.goto(address)
    put(other, current(other), "{")
    page.get_by_text("kan ikke leses av denne siden").wait_for()
    page.reload()
    assert page.locator("#beslutning-mandat").is_checked()
    assert "{" in raw(page).values()


def test_deletions_are_undone_one_by_one(page: Page, address: str) -> None:
    two_plans(page, address)
    for _ in range(2):
        page.get_by_role("button", name="Slett svarene").click()
        choose(page, "Slett")
    assert plans(page) == []
    for _ in range(2):
        page.get_by_role("button", name="Angre").click()
    assert sorted(plan["name"] for plan in plans(page)) == ["Andre", "Første"]
    assert page.get_by_label("Navn på planen").input_value() == "Andre"


def test_spreadsheet_of_another_plan_is_taken_back(page: Page, address: str, tmp_path: Path) -> None:
    fill_some(page, address)
    page.goto(address + OVERVIEW, wait_until="networkidle")
    name_plan(page, "Ark")
    changed = edit(
        export(page, address, tmp_path), lambda text: text.replace("Kommuneoverlege", "Enhetsleder")
    )
    page.get_by_role("button", name="Ny plan").click()
    name_plan(page, "Andre")
    page.locator("input[type=file]").set_input_files(changed)
    choose(page, "Flett inn i «Ark»")

    def owner() -> str:
        (found,) = (plan for plan in plans(page) if plan["name"] == "Ark")
        return str(found["items"]["beslutning-leder"]["owner"])

    assert owner() == "Enhetsleder"
    page.get_by_role("button", name="Angre").click()
    assert owner() == "Kommuneoverlege"
    page.get_by_role("button", name="Angre").click()
    assert page.get_by_label("Navn på planen").input_value() == "Andre"


def test_kept_file_leaves_what_cannot_be_read(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address)
    put(page, "fra-fil", "{")
    page.goto(address + OVERVIEW + "flere/", wait_until="networkidle")
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, name="Fra fil"))
    page.get_by_role("button", name="Behold i denne nettleseren").click()
    page.get_by_text("Fra fil").first.wait_for()
    values = raw(page).values()
    assert "{" in values
    assert any("Fra fil" in text for text in values)
