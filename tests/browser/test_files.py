"""Plans that leave the browser and come in: files, spreadsheets, calendars and links."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from playwright.sync_api import Browser, Page

from .plan_page import LIST, OVERVIEW, choose, item, write_plan
from .storage import plans, stored

OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # What old Office files and locked new ones begin with.


def test_saved_file_opens_in_an_empty_browser(
    browser: Browser, page: Page, address: str, site: Path, tmp_path: Path
) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Lagre som fil").click()
    page.get_by_text("Nettleseren ble bedt om å lagre filen.").wait_for(state="attached")
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


def test_days_and_letters_in_a_file_name_are_the_readers_own(browser: Browser, address: str) -> None:
    context = browser.new_context(timezone_id="Europe/Oslo")
    context.add_init_script("delete window.showSaveFilePicker")
    page = context.new_page()
    page.clock.set_fixed_time("2027-05-04T22:30:00Z")
    describe(page, address, "Kommune eller kommuner", "Kárášjohka, Đ og Ŋ på Åsen")
    with page.expect_download() as download:
        page.get_by_role("button", name="Lagre som fil").click()
    assert download.value.suggested_filename == "planarbeid-kárášjohka-đ-og-ŋ-på-åsen-2027-05-05.json"
    context.close()


def test_incoming_plan_is_shown_before_anything_changes(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + LIST)
    entry = item(page, "beslutning-mandat")
    entry.locator("summary").click()
    entry.get_by_label("Ansvarlig").fill("Vår")
    entry.get_by_label("Ansvarlig").blur()
    before = stored(page)
    markup = "<img src=x onerror=planted=1>"
    items = {"beslutning-mandat": {"owner": markup, "state": "done"}}
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, items=items))
    dialog = page.get_by_role("dialog", name="Dette kommer inn")
    assert "Øvre Å" in dialog.inner_text()
    assert "Nytt: 2. Likt med det du har: 0. Ulikt: 1." in dialog.inner_text()
    assert markup in dialog.inner_text()
    choose(page, "Avbryt")
    assert stored(page) == before
    assert page.evaluate("typeof planted") == "undefined"
    assert page.evaluate("document.activeElement.textContent") == "Lagre som fil"


@pytest.mark.parametrize(("side", "owner"), [("Hos dere", "Vår"), ("I filen", "Deres")])
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


def test_a_long_preview_shows_the_first_lines_and_all_when_asked(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(address + LIST)

    def entries(owner: str) -> dict[str, dict[str, str]]:
        return {f"beslutning-egen-{number:03}": {"owner": owner} for number in range(150)}

    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, items=entries("Vår")))
    choose(page, "Ny plan")
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path, items=entries("Deres")))
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Vis alle 150").wait_for()
    assert dialog.get_by_role("group").count() == 100
    dialog.get_by_role("button", name="Vis alle 150").click()
    assert dialog.get_by_role("group").count() == 150
    last = dialog.get_by_role("group").last
    last.get_by_label("I filen").check()
    choose(page, "Flett inn i «Øvre Å»")
    (plan,) = [one for one in plans(page) if one["items"]]
    assert [entry["owner"] for entry in plan["items"].values()] == ["Vår"] * 149 + ["Deres"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_file_saved_by_an_older_editor_is_read_as_it_was_written(
    page: Page, address: str, tmp_path: Path, encoding: str
) -> None:
    page.goto(address + LIST)
    file = write_plan(tmp_path, kommuner="Bø – «æ»")
    file.write_bytes(file.read_text(encoding="utf-8").encode(encoding))
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("dialog").get_by_text("Bø – «æ»").first.wait_for()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"ikke json", "Filen plan.json er ikke en lagret plan, eller den er ødelagt."),
        (b'{"format": "annet"}', "Filen plan.json er ikke lagret herfra."),
        (b'{"format": "sjekkliste-plan", "version": 2}', "laget av en nyere versjon av disse sidene (2)"),
        (b'{"format": "sjekkliste-plan", "version": 1, "id": 5}', "en feil i feltet «id»"),
        (b"%PDF-1.7", "er en PDF"),
        (b"Id;Kode;Punkt;Status", "er en tekstfil med skilletegn"),
        (OLE + "EncryptedPackage\0".encode("utf-16-le"), "er låst med passord"),
        (OLE + "Workbook\0".encode("utf-16-le"), "er i det gamle Excel-formatet"),
    ],
)
def test_bad_file_is_explained_and_changes_nothing(
    page: Page, address: str, tmp_path: Path, content: bytes, message: str
) -> None:
    page.goto(address + LIST)
    page.locator("#beslutning-mandat").check()
    before = stored(page)
    (tmp_path / "plan.json").write_bytes(content)
    page.locator("input[type=file]").set_input_files(tmp_path / "plan.json")
    alert = page.locator("[role=alert]")
    alert.wait_for()
    assert message in alert.inner_text()
    assert stored(page) == before


def describe(page: Page, address: str, label: str, text: str) -> None:
    page.goto(address + OVERVIEW, wait_until="networkidle")
    page.get_by_label(label).fill(text)
    page.get_by_label(label).blur()


def test_preview_offers_a_new_plan_first_when_the_file_is_of_another_kommune(
    page: Page, address: str, tmp_path: Path
) -> None:
    describe(page, address, "Kommune eller kommuner", "Frogn")
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path))
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    assert dialog.get_by_role("button").all_inner_texts()[-3:] == ["Ny plan", "Flett inn i «Frogn»", "Avbryt"]
    assert "Dette er en annen plan enn den du har åpen." in dialog.inner_text()
    assert "Begge deler kan angres til du forlater siden eller laster den på nytt." in dialog.inner_text()
    dialog.get_by_role("button", name="Ny plan").click()
    options = page.get_by_label("Plan", exact=True).locator("option")
    options.nth(1).wait_for(state="attached")
    assert options.all_inner_texts() == ["Frogn", "Øvre Å"]


def test_preview_says_what_a_file_of_the_same_kommune_is_merged_into(
    page: Page, address: str, tmp_path: Path
) -> None:
    describe(page, address, "Kommune eller kommuner", "øvre å ")
    page.locator("input[type=file]").set_input_files(write_plan(tmp_path))
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    assert dialog.get_by_role("button").all_inner_texts()[-3] == "Flett inn i «øvre å»"
    assert "en annen plan" not in dialog.inner_text()


def test_file_of_a_plan_that_is_stored_beside_the_current_one_leaves_it_as_it_is(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(address + OVERVIEW)
    for note in ("Den første", "Skrevet siden"):
        file = write_plan(tmp_path, items={"beslutning-mandat": {"note": note}})
        page.locator("input[type=file]").set_input_files(file)
        choose(page, "Ny plan")
        page.get_by_role("button", name="Ny plan").click()
    notes = [plan["items"].get("beslutning-mandat", {}).get("note") for plan in plans(page)]
    assert sorted(filter(None, notes)) == ["Den første", "Skrevet siden"]


# The reader's own files, as a browser with a picker gives them: a new one each time somebody is asked.
PICKER = """
  globalThis.files = [];
  globalThis.showSaveFilePicker = async () => {
    const file = { text: "" };
    files.push(file);
    return {
      getFile: async () => new File([file.text], "plan.json"),
      createWritable: async () => ({ write: async (text) => { file.text = text }, close: async () => {} }),
    };
  };
"""


def test_file_that_somebody_has_changed_is_not_overwritten(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.add_init_script(PICKER)
    page.goto(address + LIST)
    for identity in ("beslutning-mandat", "beslutning-leder"):
        page.locator(f"#{identity}").check()
        page.get_by_role("button", name="Lagre som fil").click()
        page.get_by_text("Filen er lagret.").wait_for(state="attached")
        page.locator(".tools [role=status]").evaluate("place => { place.textContent = '' }")
    assert page.evaluate("files.length") == 1
    page.evaluate("files[0].text += ' kollegaens'")
    page.locator("#beslutning-gruppe").check()
    page.get_by_role("button", name="Lagre som fil").click()
    page.get_by_text("Filen er lagret.").wait_for(state="attached")
    assert page.evaluate("files.length") == 2
    assert page.evaluate("files[0].text.endsWith(' kollegaens')")
    page.close()


def test_what_the_file_has_taken_away_is_shown_and_is_for_the_reader_to_choose(
    page: Page, address: str, tmp_path: Path
) -> None:
    """A colleague has unticked one item and changed the name."""
    page.goto(address + LIST)
    for name in ("mandat", "gruppe"):
        page.locator(f"#beslutning-{name}").check()
    (mine,) = plans(page)
    del mine["items"]["beslutning-mandat"]
    file = tmp_path / "fra-kollega.json"
    file.write_text(json.dumps(mine | {"name": "Ny", "changed": "2099-01-01T10:00:00Z"}), encoding="utf-8")
    for side, ticked in (("Hos dere", True), ("I filen", False)):
        page.locator("input[type=file]").set_input_files(file)
        dialog = page.get_by_role("dialog")
        row = dialog.get_by_role("row", name="F3.6")
        assert "Gjort" in row.inner_text()
        assert "Ikke fylt ut" in row.inner_text()
        assert row.get_by_role("radio", checked=True).count() == 0
        row.get_by_label(side).check()
        choose(page, "Flett inn" if ticked else "Flett inn i «Ny»")
        assert page.locator("#beslutning-mandat").is_checked() == ticked
        assert page.locator("#beslutning-gruppe").is_checked()
