"""What the reader enters: kept, undone, saved, opened, and never lost or sent."""

import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator, FormatChecker
from playwright.sync_api import Browser, BrowserContext, Page

from .test_pages import AXE, RULES, describe

LIST = "forarbeid/beslutning/"
DECISION = "forarbeid/interkommunal-plan/"
OVERVIEW = "planarbeidet/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    fresh = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    # The picker is the browser's own window, which no test can answer: save as a download.
    fresh.add_init_script("delete window.showSaveFilePicker")
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


def keys(page: Page) -> list[str]:
    found: list[str] = page.evaluate("Object.keys(localStorage).sort()")
    return found


def progress(page: Page) -> str:
    return page.locator("[data-progress]").first.inner_text()


def item(page: Page, identity: str) -> Any:
    return page.locator("li.item", has=page.locator(f"#{identity}"))


def choose(page: Page, button: str) -> None:
    """Answer the open dialog; it is gone once the answer has been acted on."""
    dialog = page.locator("dialog[open]")
    dialog.get_by_role("button", name=button, exact=True).click()
    dialog.wait_for(state="detached")


def write_plan(folder: Path, **fields: Any) -> Path:
    plan = {
        "format": "sjekkliste-plan",
        "version": 1,
        "id": "fra-fil",
        "name": "",
        "kommuner": "Øvre Å",
        "caseNumber": "",
        "period": "",
        "location": "",
        "changed": "2026-05-05T10:00:00Z",
        "items": {},
        "answers": {},
        **fields,
    }
    file = folder / "plan.json"
    file.write_text(json.dumps(plan), encoding="utf-8")
    return file


def test_nothing_is_stored_before_the_first_change(page: Page, address: str) -> None:
    for path in (LIST, DECISION, OVERVIEW):
        page.goto(address + path, wait_until="networkidle")
        assert keys(page) == []


def test_ticks_and_fields_survive_a_reload(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    entry = item(page, "beslutning-planstrategi")
    entry.get_by_text("Ikke aktuelt").click()
    entry.locator("summary").click()
    entry.get_by_label("Ansvarlig").fill("Enhetsleder, helsestasjonen")
    entry.get_by_label("Frist").fill("2027-05-05")
    entry.get_by_label("Merknad").fill("Å: «se» <b>her</b>; =cmd")
    entry.get_by_label("Merknad").blur()
    page.reload()
    assert progress(page) == "1 av 14 gjort, 1 ikke aktuelt"
    assert page.locator("#beslutning-mandat").is_checked()
    assert entry.get_by_label("Ansvarlig").input_value() == "Enhetsleder, helsestasjonen"
    assert entry.get_by_label("Merknad").input_value() == "Å: «se» <b>her</b>; =cmd"
    assert "5. mai 2027" in entry.locator("summary").inner_text()


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
    assert page.evaluate("document.activeElement.textContent") == "Lagre kopi"


def test_two_windows_see_each_others_changes(context: BrowserContext, address: str) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto(address + LIST)
    other.goto(address + LIST)
    one.locator("#beslutning-mandat").check()
    other.locator("#beslutning-mandat:checked").wait_for()
    other.locator("#beslutning-leder").check()
    one.locator("#beslutning-leder:checked").wait_for()
    assert progress(one) == progress(other) == "2 av 15 gjort"


def test_saved_file_opens_in_an_empty_browser(
    browser: Browser, page: Page, address: str, site: Path, tmp_path: Path
) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Lagre kopi").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name.startswith("planarbeid-")
    schema = json.loads((site / "data" / "plan.schema.json").read_bytes())
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(json.loads(file.read_bytes()))
    other = browser.new_page()
    other.goto(address + LIST)
    other.locator("input[type=file]").set_input_files(file)
    choose(other, "Flett inn")
    assert other.locator("#beslutning-mandat").is_checked()
    other.close()


def test_incoming_plan_is_shown_before_anything_changes(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + LIST)
    entry = item(page, "beslutning-mandat")
    entry.locator("summary").click()
    entry.get_by_label("Ansvarlig").fill("Vår")
    entry.get_by_label("Ansvarlig").blur()
    before = page.evaluate("JSON.stringify(localStorage)")
    markup = "<img src=x onerror=planted=1>"
    items = {"beslutning-mandat": {"owner": markup, "state": "done"}}
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, items=items))
    dialog = page.get_by_role("dialog", name="Dette er i filen")
    assert "Øvre Å" in dialog.inner_text()
    assert "Nytt: 2. Likt med det du har: 0. Ulikt: 1." in dialog.inner_text()
    assert markup in dialog.inner_text()
    choose(page, "Avbryt")
    assert page.evaluate("JSON.stringify(localStorage)") == before
    assert page.evaluate("typeof planted") == "undefined"
    assert page.evaluate("document.activeElement.textContent") == "Åpne fil"


@pytest.mark.parametrize(("side", "owner"), [("Ditt", "Vår"), ("Filen", "Deres")])
def test_merging_takes_the_side_that_is_chosen_and_can_be_undone(
    page: Page, address: str, tmp_path: Path, side: str, owner: str
) -> None:
    page.goto(address + LIST)
    entry = item(page, "beslutning-mandat")
    entry.locator("summary").click()
    entry.get_by_label("Ansvarlig").fill("Vår")
    entry.get_by_label("Ansvarlig").blur()
    items = {"beslutning-mandat": {"owner": "Deres", "state": "done"}}
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, items=items))
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(side).check()
    choose(page, "Flett inn")
    assert entry.get_by_label("Ansvarlig").input_value() == owner
    assert page.locator("#beslutning-mandat").is_checked()
    page.get_by_role("button", name="Angre").click()
    assert entry.get_by_label("Ansvarlig").input_value() == "Vår"
    assert not page.locator("#beslutning-mandat").is_checked()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ikke json", "Filen plan.json er ikke en lagret plan, eller den er ødelagt."),
        ('{"format": "annet"}', "Filen plan.json er ikke lagret herfra."),
        ('{"format": "sjekkliste-plan", "version": 2}', "laget av en nyere utgave (versjon 2)"),
        ('{"format": "sjekkliste-plan", "version": 1, "id": 5}', "en feil i feltet «id»"),
    ],
)
def test_bad_file_is_explained_and_changes_nothing(
    page: Page, address: str, tmp_path: Path, text: str, message: str
) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    before = page.evaluate("JSON.stringify(localStorage)")
    (tmp_path / "plan.json").write_text(text, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(tmp_path / "plan.json")
    alert = page.locator("[role=alert]")
    alert.wait_for()
    assert message in alert.inner_text()
    assert page.evaluate("JSON.stringify(localStorage)") == before


@pytest.mark.parametrize("how", ["get: () => { throw new Error('blocked') }", "value: null"])
def test_blocked_storage_is_told_and_saving_still_works(browser: Browser, address: str, how: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        f"Object.defineProperty(window, 'localStorage', {{ {how} }}); delete window.showSaveFilePicker"
    )
    page = context.new_page()
    page.goto(address + LIST)
    assert "Nettleseren lar ikke siden lagre noe." in page.locator("[role=alert]").inner_text()
    page.locator("#beslutning-mandat").check()
    assert progress(page) == "1 av 15 gjort"
    with page.expect_download() as download:
        page.get_by_role("button", name="Lagre kopi").click()
    assert "beslutning-mandat" in Path(download.value.path()).read_text(encoding="utf-8")
    context.close()


def test_full_storage_is_told_and_the_list_stays_usable(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full') } }")
    page.locator("#beslutning-mandat").check()
    assert "fikk ikke lagret den siste endringen" in page.locator("[role=alert]").inner_text()
    assert page.locator("#beslutning-mandat").is_checked()
    assert progress(page) == "1 av 15 gjort"
    page.evaluate("() => { Storage.prototype.setItem = function (key, value) { this[key] = value } }")
    page.locator("#beslutning-leder").check()
    assert page.locator("[role=alert]").is_hidden()
    page.reload()
    assert progress(page) == "2 av 15 gjort"


def test_unreadable_stored_plan_is_told_and_left_as_it_was(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.evaluate("localStorage['sjekkliste:/current'] = 'a'; localStorage['sjekkliste:/plan:a'] = '{'")
    page.reload()
    assert "kan ikke leses av denne siden, og det er ikke rørt" in page.locator("[role=alert]").inner_text()
    page.locator("#beslutning-mandat").check()
    assert page.evaluate("localStorage['sjekkliste:/plan:a']") == "{"


def test_work_cleared_in_another_window_does_not_take_what_is_shown(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    page.evaluate("for (const key of Object.keys(localStorage)) delete localStorage[key]")
    page.locator("#beslutning-leder").check()
    assert progress(page) == "2 av 15 gjort"
    page.reload()
    assert progress(page) == "2 av 15 gjort"


def test_text_changed_since_the_tick_is_told(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + LIST)
    items = {"beslutning-mandat": {"state": "done", "hash": "0123456789ab"}}
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, items=items))
    choose(page, "Flett inn")
    told = page.get_by_text("Teksten er endret siden du krysset av.").locator("visible=true")
    assert told.count() == 1


def test_overview_shows_progress_and_deadlines_with_the_overdue_first(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    for identity, due in (("beslutning-leder", "2030-02-28"), ("beslutning-gruppe", "2020-02-29")):
        entry = item(page, identity)
        entry.locator("summary").click()
        entry.get_by_label("Frist").fill(due)
        entry.get_by_label("Frist").blur()
    page.goto(address + OVERVIEW)
    page.get_by_text("Sjekkliste for beslutningen: 1 av 15 gjort").wait_for()
    rows = page.locator("[data-deadlines] li").all_inner_texts()
    assert rows == [
        "Forfalt: 29. februar 2020 · Foreslå hvem som skal sitte i arbeidsgruppen",
        "Frist 28. februar 2030 · Avklar hvem som skal lede arbeidet",
    ]
    page.get_by_role("link", name="Forfalt").click()
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
    page.get_by_text("Sjekkliste for beslutningen: 0 av 15 gjort").wait_for()
    page.get_by_label("Plan", exact=True).select_option(label="Første")
    page.get_by_text("Sjekkliste for beslutningen: 1 av 15 gjort").wait_for()


def test_deleting_asks_leaves_no_key_of_ours_and_can_be_undone(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.evaluate("localStorage['andres'] = 'urørt'")
    page.locator("#beslutning-mandat").check()
    page.goto(address + OVERVIEW)
    before = page.evaluate("JSON.stringify(Object.values(localStorage).sort())")
    page.get_by_role("button", name="Slett svarene i denne nettleseren").click()
    choose(page, "Avbryt")
    assert page.evaluate("JSON.stringify(Object.values(localStorage).sort())") == before
    page.get_by_role("button", name="Slett svarene i denne nettleseren").click()
    choose(page, "Slett")
    assert keys(page) == ["andres"]
    page.get_by_role("button", name="Angre").click()
    assert page.evaluate("JSON.stringify(Object.values(localStorage).sort())") == before
    assert page.evaluate("localStorage['andres']") == "urørt"


def fill_some(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    entry = item(page, "beslutning-leder")
    entry.locator("summary").click()
    for label, value in (("Ansvarlig", "Kommuneoverlege"), ("Frist", "2027-05-05"), ("Merknad", "Å, «æ»")):
        entry.get_by_label(label).fill(value)
        entry.get_by_label(label).blur()


def test_spreadsheet_and_calendar_hold_the_plan(page: Page, address: str) -> None:
    page.goto(address + OVERVIEW, wait_until="networkidle")
    assert page.get_by_role("button", name="Frister til kalender").is_hidden()
    fill_some(page, address)
    page.goto(address + OVERVIEW, wait_until="networkidle")
    with page.expect_download() as download:
        page.get_by_role("button", name="Regneark").click()
    with zipfile.ZipFile(download.value.path()) as workbook:
        sheet = workbook.read("xl/worksheets/sheet1.xml").decode()
    assert download.value.suggested_filename.endswith(".xlsx")
    assert "Kommuneoverlege" in sheet
    with page.expect_download() as download:
        page.get_by_role("button", name="Frister til kalender").click()
    events = Calendar.from_ical(Path(download.value.path()).read_bytes()).walk("VEVENT")
    assert [(str(event["SUMMARY"]), event.decoded("DTSTART")) for event in events] == [
        ("F3.8 Avklar hvem som skal lede arbeidet", date(2027, 5, 5))
    ]


@pytest.mark.parametrize("mangle", [str, lambda link: link.replace("#", "%23").replace("=", "%3D")])
def test_link_carries_the_plan_in_the_fragment_alone(
    browser: Browser, page: Page, address: str, mangle: Callable[[str], str]
) -> None:
    fill_some(page, address)
    page.goto(address + OVERVIEW, wait_until="networkidle")
    page.get_by_role("button", name="Del lenke").click()
    field = page.get_by_label("Lenke", exact=True)
    page.get_by_text("tegn lang.").wait_for()
    short = field.input_value()
    page.get_by_label("Ta med merknader og begrunnelser").check()
    page.wait_for_function("text => document.querySelector('#lenke-felt').value !== text", arg=short)
    link = field.input_value()
    assert link.startswith(f"{address}{OVERVIEW}#plan=")
    choose(page, "Lukk")
    other = browser.new_page()
    other.goto(mangle(link))
    choose(other, "Flett inn")
    other.wait_for_url(address + OVERVIEW)
    other.goto(address + LIST)
    assert other.locator("#beslutning-mandat").is_checked()
    entry = item(other, "beslutning-leder")
    entry.locator("summary").click()
    assert entry.get_by_label("Merknad").input_value() == "Å, «æ»"
    other.close()


def test_cut_off_link_is_explained_and_changes_nothing(page: Page, address: str) -> None:
    fill_some(page, address)
    page.goto(address + OVERVIEW, wait_until="networkidle")
    page.get_by_role("button", name="Del lenke").click()
    page.get_by_text("tegn lang.").wait_for()
    link = page.get_by_label("Lenke", exact=True).input_value()
    before = page.evaluate("JSON.stringify(localStorage)")
    page.goto("about:blank")
    page.goto(link[:-12])
    page.get_by_text("Lenken er kuttet av på veien.").wait_for()
    assert page.evaluate("JSON.stringify(localStorage)") == before


def test_everything_works_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").focus()
    page.keyboard.press("Space")
    assert page.locator("#beslutning-mandat").is_checked()
    assert (
        page.locator(".tools [role=status]").inner_text()
        == "Gjort: Skriv et tydelig mandat som skal inn i vedtaket"
    )
    entry = item(page, "beslutning-mandat")
    entry.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Kommuneoverlegen, helse")
    page.keyboard.press("Tab")
    assert "Kommuneoverlegen, helse" in entry.locator("summary").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_any_state(
    browser: Browser, address: str, tmp_path: Path, width: int, scheme: Any
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(address + LIST)

    def nothing_found(state: str) -> None:
        page.evaluate("scrollTo(0, 0)")
        page.evaluate(AXE)
        result = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
        assert [describe(violation) for violation in result["violations"]] == [], state
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), state

    page.locator("#beslutning-mandat").check()
    for folded in page.locator(".fields details").all()[:2]:
        folded.evaluate("element => element.open = true")
    entry = item(page, "beslutning-plantype")
    entry.get_by_label("Ansvarlig").fill("Vår")
    entry.get_by_label("Ansvarlig").blur()
    nothing_found("half, unfolded")
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(tmp_path / "bad.json")
    page.locator("[role=alert]").wait_for()
    nothing_found("error shown")
    items = {"beslutning-plantype": {"owner": "Deres"}}
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, items=items))
    page.get_by_role("dialog").wait_for()
    nothing_found("dialog open")
    choose(page, "Avbryt")
    page.goto(address + OVERVIEW, wait_until="networkidle")
    nothing_found("overview")
    page.get_by_role("button", name="Del lenke").click()
    page.get_by_text("tegn lang.").wait_for()
    nothing_found("link shown")
    context.close()
