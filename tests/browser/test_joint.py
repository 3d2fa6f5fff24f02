"""Several kommuner's answers side by side: filled in together, or from files."""

import itertools
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from .decision_page import JOINT, KOMMUNER, NOW, answers_of, open_files, shown_matrix, write_kommune
from .plan_page import DECISION, fill_workbook, write_plan
from .storage import keys, put

FIRST = "interkommunal-samarbeid"


def add(page: Page, *kommuner: str) -> None:
    for kommune in kommuner:
        page.get_by_label("Kommune", exact=True).fill(kommune)
        page.get_by_role("button", name="Legg til kommune").click()


def agreement(page: Page, identity: str = FIRST) -> str:
    return page.locator(f"#rad-{identity} [data-agreement]").inner_text()


def test_matrix_is_filled_in_the_meeting_and_survives_a_reload(page: Page, address: str) -> None:
    page.goto(address + JOINT, wait_until="networkidle")
    assert keys(page) == []
    add(page, "Ås", "Bø", " bø ")
    assert page.locator("thead [data-name]").all_inner_texts() == ["Bø", "Ås"]
    assert agreement(page) == "Ikke besvart"
    page.get_by_label("Svar fra Bø på F2.1", exact=True).select_option("Ja")
    page.get_by_label("Svar fra Ås på F2.1", exact=True).select_option("Ja")
    assert agreement(page) == "Svarer likt"
    page.get_by_label("Svar fra Ås på F2.1", exact=True).select_option("Delvis")
    assert agreement(page) == "Svarer ulikt"
    cell = page.locator(f"#rad-{FIRST} td").nth(2)
    cell.locator("summary").click()
    cell.get_by_role("textbox").fill("Bare «Nav»")
    page.keyboard.press("Tab")
    page.reload(wait_until="networkidle")
    assert agreement(page) == "Svarer ulikt"
    assert cell.locator("[data-reason]").inner_text() == "Bare «Nav»"
    first = page.locator("[data-list=talk] li").first.inner_text()
    assert first.startswith("F2.1 Samarbeider kommunene allerede om tjenester? Ja: Bø. Delvis: Ås.")


def test_keyboard_stays_in_the_cell_that_was_changed(page: Page, address: str) -> None:
    page.goto(address + JOINT, wait_until="networkidle")
    add(page, "Bø", "Ås")
    answer = page.get_by_label("Svar fra Bø på F2.1", exact=True)
    answer.focus()
    page.keyboard.press("ArrowDown")
    assert answer.input_value() == "ja"
    assert answer.evaluate("element => element === document.activeElement")


def test_questions_are_looked_at_one_at_a_time_by_buttons_and_arrow_keys(page: Page, address: str) -> None:
    page.goto(address + JOINT, wait_until="networkidle")
    add(page, "Bø")
    rows = page.locator("tbody tr[id]:visible [data-agreement]")
    total = rows.count()
    assert total > 1
    button = page.get_by_role("button", name="Ett spørsmål om gangen")
    button.click()
    place = page.locator("[data-place]")
    seen = [place.inner_text()]
    page.get_by_role("button", name="Neste").click()
    assert rows.count() == 1
    seen.append(place.inner_text())
    page.keyboard.press("ArrowLeft")
    assert rows.count() == 1
    seen.append(place.inner_text())
    assert seen == [f"Spørsmål {number} av {total}" for number in (1, 2, 1)]
    button.click()
    assert rows.count() == total
    assert not page.get_by_role("button", name="Neste").is_visible()


def test_changes_are_undone_one_at_a_time_and_seen_in_other_windows(
    context: BrowserContext, address: str
) -> None:
    page, other = context.new_page(), context.new_page()
    page.goto(address + JOINT, wait_until="networkidle")
    other.goto(address + JOINT, wait_until="networkidle")
    add(page, "Bø", "Ås")
    page.get_by_label("Svar fra Bø på F2.1", exact=True).select_option("Nei")
    other.locator("[data-answer]", has_text="Nei").wait_for(state="attached")
    page.get_by_role("button", name="Fjern Ås").click()
    assert page.locator("thead [data-name]").all_inner_texts() == ["Bø"]
    said = page.get_by_role("status").get_by_text("Ås")
    box = said.bounding_box()
    assert box
    assert box["height"] > 10  # For those who see it too: the page has gone from the table to «Angre».
    assert page.locator(":focus").inner_text() == "Angre"
    page.get_by_role("button", name="Angre").click()
    page.get_by_role("button", name="Angre").click()
    assert page.locator("thead [data-name]").all_inner_texts() == ["Bø", "Ås"]
    assert page.get_by_label("Svar fra Bø på F2.1", exact=True).input_value() == ""
    other.locator("[data-answer]", has_text="Nei").wait_for(state="detached")


def test_files_from_eight_kommuner_in_any_order_give_the_same_matrix(
    browser: Browser, address: str, site: Path, tmp_path: Path
) -> None:
    files = [write_kommune(tmp_path, name, answers_of(place, site)) for place, name in enumerate(KOMMUNER)]
    seen = []
    for order in (files, files[::-1], files[3:] + files[:3]):
        page = browser.new_page()
        page.goto(address + JOINT, wait_until="networkidle")
        open_files(page, *order[:5])
        page.locator("thead [data-name]").nth(4).wait_for()
        open_files(page, *order[5:])
        page.locator("thead [data-name]").nth(7).wait_for()
        seen.append(shown_matrix(page))
        page.close()
    assert all(one == other for one, other in itertools.pairwise(seen))
    assert seen[0][0][2:] == list(KOMMUNER)
    assert any("og <b>5</b>" in cell for row in seen[0] for cell in row)


def test_bad_files_are_named_one_by_one_and_the_rest_stay(
    page: Page, address: str, site: Path, tmp_path: Path
) -> None:
    good = [write_kommune(tmp_path, name, answers_of(1, site)) for name in ("Bø", "Ås")]
    silent = write_kommune(tmp_path, "Lom", {})
    (tmp_path / "feil.json").write_text("{", encoding="utf-8")
    page.goto(address + JOINT, wait_until="networkidle")
    open_files(page, good[0], tmp_path / "feil.json", silent, good[1])
    told = page.get_by_role("alert")
    told.get_by_text("Filen feil.json er ikke en lagret plan").wait_for()
    assert f"Filen {silent.name} har ingen svar på disse spørsmålene" in told.inner_text()
    assert len(told.inner_text().splitlines()) == 2
    assert page.locator("thead [data-name]").all_inner_texts() == ["Bø", "Ås"]


def test_a_spreadsheet_is_read_as_the_answers_of_the_kommune_it_is_named_for(
    page: Page, address: str, site: Path, tmp_path: Path
) -> None:
    workbook = fill_workbook(site, tmp_path, FIRST, "Status", "Delvis").rename(tmp_path / "Lom.xlsx")
    page.goto(address + JOINT, wait_until="networkidle")
    open_files(page, workbook)
    page.locator("thead [data-name]", has_text="Lom").wait_for()
    assert page.locator(f"#rad-{FIRST} select").input_value() == "delvis"


@pytest.mark.parametrize(("choice", "answer"), [("Nyest", "nei"), ("Eldre", "ja")])
def test_same_kommune_twice_offers_the_newer_and_shows_what_differs(
    page: Page, address: str, tmp_path: Path, choice: str, answer: str
) -> None:
    changed = "2026-06-05T10:00:00Z"
    older = write_kommune(tmp_path, "Bø", {FIRST: {"answer": "ja"}})
    newer = write_kommune(tmp_path, "bø", {FIRST: {"answer": "nei", "reason": "Nytt"}}, changed=changed)
    page.goto(address + JOINT, wait_until="networkidle")
    open_files(page, newer, older)
    dialog = page.get_by_role("dialog", name="Samme kommune to ganger")
    text = dialog.inner_text()
    assert "F2.1 Samarbeider kommunene allerede om tjenester?: nyest «Nei: Nytt», eldre «Ja»" in text
    assert dialog.get_by_label("Nyest, endret 5.\xa0juni\xa02026").is_checked()
    dialog.get_by_label(choice).check()
    dialog.get_by_role("button", name="Bruk det som er valgt").click()
    assert page.locator(f"#rad-{FIRST} select").input_value() == answer


def test_cancelling_leaves_what_was_there(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + JOINT, wait_until="networkidle")
    add(page, "Bø")
    page.get_by_label("Svar fra Bø på F2.1", exact=True).select_option("Vet ikke")
    file = write_kommune(tmp_path, "Bø", {FIRST: {"answer": "ja"}}, changed="2036-06-05T10:00:00Z")
    open_files(page, file)
    page.get_by_role("dialog").get_by_role("button", name="Avbryt").click()
    assert page.locator(f"#rad-{FIRST} select").input_value() == "vet-ikke"


def test_own_answers_become_one_of_the_kommuner(page: Page, address: str) -> None:
    page.goto(address + JOINT, wait_until="networkidle")
    page.get_by_role("button", name="Hent svarene fra spørsmålslisten").click()
    page.get_by_role("alert").get_by_text("Spørsmålslisten har ingen svar ennå.").wait_for()
    page.goto(address + DECISION)
    page.locator(f"#{FIRST}").get_by_label("Delvis").check()
    page.goto(address + JOINT, wait_until="networkidle")
    page.get_by_label("Kommune", exact=True).fill("Lom")
    page.get_by_role("button", name="Hent svarene fra spørsmålslisten").click()
    page.locator("thead [data-name]", has_text="Lom").wait_for()
    assert page.locator(f"#rad-{FIRST} select").input_value() == "delvis"


def reason_for(page: Page, kommune: str) -> Locator:
    """The open field for why this kommune answers the first question as it does."""
    field = page.get_by_role("textbox", name=f"Begrunnelse fra {kommune} for F2.1", exact=True)
    page.locator(f"#rad-{FIRST} details", has=page.locator("textarea")).evaluate_all(
        "all => all.forEach(one => (one.open = true))"
    )
    return field


def two_windows(context: BrowserContext, address: str) -> tuple[Page, Page, list[str]]:
    """Two windows that show Bø and Ås, and the errors of their scripts."""
    one, other = context.new_page(), context.new_page()
    errors: list[str] = []
    for window in (one, other):
        window.on("pageerror", lambda error: errors.append(str(error)))
        window.goto(address + JOINT, wait_until="networkidle")
    add(one, "Bø", "Ås")
    other.locator("thead [data-name]").nth(1).wait_for()
    return one, other, errors


def test_what_two_windows_write_as_one_reason_is_kept(context: BrowserContext, address: str) -> None:
    one, other, _ = two_windows(context, address)
    typing, reason = reason_for(other, "Bø"), reason_for(one, "Bø")
    typing.press_sequentially("B")
    reason.fill("A skrev dette")
    reason.blur()
    other.locator("[data-reason]", has_text="A skrev dette").wait_for()
    typing.blur()
    assert typing.input_value() == "A skrev dette\nB"
    one.locator("[data-reason]", has_text="B").wait_for()
    assert reason.input_value() == "A skrev dette\nB"


def test_kommune_added_in_another_window_leaves_the_one_who_types_alone(
    context: BrowserContext, address: str
) -> None:
    one, other, errors = two_windows(context, address)
    typing = reason_for(other, "Ås")
    typing.press_sequentially("Vi har ")
    add(one, "Lom")
    other.locator("thead [data-name]").nth(2).wait_for()
    assert other.locator("thead [data-name]").all_inner_texts() == ["Bø", "Lom", "Ås"]
    other.keyboard.type("et senter")
    other.keyboard.press("Tab")
    assert typing.input_value() == "Vi har et senter"
    one.locator("[data-reason]", has_text="Vi har et senter").wait_for()
    assert errors == []


@pytest.mark.parametrize("paused", [False, True], ids=["typing", "kept in a pause"])
def test_what_is_typed_for_a_kommune_that_is_taken_away_brings_it_back(
    context: BrowserContext, address: str, paused: bool
) -> None:
    one, other, errors = two_windows(context, address)
    typing = reason_for(other, "Ås")
    typing.press_sequentially("Vi har ")
    if paused:
        one.locator("[data-reason]", has_text="Vi har").wait_for()
    one.get_by_role("button", name="Fjern Ås").click()
    one.locator("[data-reason]", has_text="Vi har").wait_for()
    other.keyboard.type("et senter")
    other.keyboard.press("Tab")
    one.locator("[data-reason]", has_text="Vi har et senter").wait_for()
    one.get_by_role("button", name="Fjern Bø").click()
    other.get_by_role("button", name="Fjern Bø").wait_for(state="detached")
    assert other.locator("thead [data-name]").all_inner_texts() == ["Ås"]
    assert errors == []


def test_kommune_that_there_is_no_room_for_is_not_said_to_be_added(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(address + JOINT, wait_until="networkidle")
    kommuner = [{"kommune": f"K{number:03}", "changed": NOW, "answers": {}} for number in range(50)]
    put(
        page,
        "femti",
        write_plan(tmp_path, id="femti", kommuneAnswers=kommuner).read_text(encoding="utf-8"),
        turn=True,
    )
    page.reload(wait_until="networkidle")
    add(page, "Nummer51")
    page.get_by_text("er ikke lagret").or_(page.get_by_text("er ikke tatt med")).wait_for()
    assert "lagt til" not in " ".join(page.get_by_role("status").all_inner_texts())
    assert page.get_by_label("Kommune", exact=True).input_value() == "Nummer51"
