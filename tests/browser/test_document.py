"""What is made of the answers: a note and a draft case, on paper and in Word."""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from playwright.sync_api import BrowserContext, Page

from sjekkliste.model.document import Paragraph
from sjekkliste.model.rich_text import Run

from ..pdf.expected import GUIDE
from .decision_page import CASE, KOMMUNER, NOTE, keep_plan
from .plan_page import DECISION, LIST, item

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def copied(page: Page, kind: str = "text/html") -> str:
    """What «Kopier til Word» has put on the clipboard."""
    # What was said of an earlier copy says nothing of this one.
    page.get_by_role("status").evaluate("status => (status.textContent = '')")
    page.get_by_role("button", name="Kopier til Word").click()
    page.get_by_role("status").get_by_text("Kopiert. Lim inn i Word.").wait_for(state="attached")
    text: str = page.evaluate(
        "async kind => (await (await navigator.clipboard.read())[0].getType(kind)).text()", kind
    )
    return text


def written(html: str, folder: Path) -> ElementTree.Element:
    """The document that LibreOffice Writer makes of the HTML."""
    (folder / "pasted.html").write_text(f'<meta charset="utf-8">{html}', encoding="utf-8")
    soffice = shutil.which("soffice")
    assert soffice
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "odt:writer8",
            "--infilter=HTML (StarWriter)",
            "--outdir",
            str(folder),
            str(folder / "pasted.html"),
        ],
        check=True,
        capture_output=True,
    )
    with ZipFile(folder / "pasted.odt") as odt:
        return ElementTree.fromstring(odt.read("content.xml"))


def headings(document: ElementTree.Element) -> list[tuple[str, str]]:
    found = document.iter(f"{TEXT}h")
    return [(one.get(f"{TEXT}outline-level", ""), "".join(one.itertext()).strip()) for one in found]


def rows(table: ElementTree.Element) -> list[list[str]]:
    cells = (row.findall(f"{TABLE}table-cell") for row in table.iter(f"{TABLE}table-row"))
    return [["".join(cell.itertext()).strip() for cell in row] for row in cells]


@pytest.fixture
def page(context: BrowserContext, page: Page) -> Page:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def test_note_keeps_headings_and_tables_in_writer(
    page: Page, address: str, site: Path, tmp_path: Path
) -> None:
    keep_plan(page, address, tmp_path, site)
    page.goto(address + NOTE, wait_until="networkidle")
    html = copied(page)
    for unwanted in ("font", "style=", "class=", "<button", "<a "):
        assert unwanted not in html
    document = written(html, tmp_path)
    assert headings(document) == [
        ("1", "Drøftingsnotat: kommunal eller interkommunal plan"),
        ("2", "Svarene side om side"),
        ("3", "Først: Bør vi?"),
        ("3", "Hvis ja: Er vilkårene på plass?"),
        ("2", "Dette svarer kommunene ulikt på"),
        ("2", "Åpne punkter"),
        ("2", "Vilkår som ikke er på plass"),
        ("2", "Konklusjon"),
    ]
    about, should, conditions, missing = (rows(table) for table in document.iter(f"{TABLE}table"))
    assert about[0] == ["Kommuner", ", ".join(KOMMUNER)]
    assert should[0] == conditions[0] == ["Spørsmål", *KOMMUNER]
    assert should[1][0].startswith("F2.1 Samarbeider kommunene allerede om tjenester?")
    assert missing[0][2:] == ["Ansvarlig (stilling og tjenestested, ikke navn)", "Frist"]
    assert "og <b>5</b>" in "".join(document.itertext())


def test_note_says_what_differs_what_is_open_and_decides_nothing(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(address + DECISION)
    for question, answer in (("samarbeid", "Ja"), ("befolkning", "Vet ikke"), ("leder", "Delvis")):
        page.locator(f"#interkommunal-{question}").get_by_label(answer, exact=True).check()
    page.goto(address + NOTE, wait_until="networkidle")
    text = copied(page, "text/plain")
    assert "Det avgjør ikke noe." in text
    assert "F2.11 Blir lederen av planarbeidet i hver kommune med i den felles arbeidsgruppen?" in text
    assert "Mangler: Svarene fra spørsmålslisten." in text
    for word in ("Underskrift", "Signatur"):
        assert word not in text


def test_case_is_the_same_for_each_kommune_but_for_its_name(
    page: Page, address: str, site: Path, tmp_path: Path
) -> None:
    keep_plan(page, address, tmp_path, site, ("Bø", "Lom", "Ås"))
    page.goto(address + CASE, wait_until="networkidle")
    texts = []
    for kommune, others in (("Bø", "Lom og Ås"), ("Lom", "Bø og Ås"), ("Ås", "Bø og Lom")):
        page.get_by_label("Utkast for").select_option(kommune)
        text = copied(page, "text/plain")
        proposal = f"{kommune} lager en handlingsplan mot vold i nære relasjoner, sammen med {others}."
        assert proposal in text
        texts.append(text.replace(proposal, ""))
    assert texts[0] == texts[1] == texts[2]
    assert "[Fra merknaden til F3.6: Et utkast innen 1. mai]" in texts[0]


def test_case_has_the_words_of_the_document_and_keeps_them_in_writer(
    page: Page, address: str, site: Path, tmp_path: Path
) -> None:
    keep_plan(page, address, tmp_path, site)
    page.goto(address + CASE, wait_until="networkidle")
    document = written(copied(page), tmp_path)
    (template,) = (one for one in GUIDE.documents if one.id == "saksframlegg-oppstart")
    parts = [one for one in template.blocks if isinstance(one, Paragraph) and one.style == "heading-1"]
    wanted = ["".join(part.text for part in one.content if isinstance(part, Run)) for one in parts]
    assert [title for level, title in headings(document) if level == "2"] == wanted
    # Its own two tables, and the answers to the two parts of the questions.
    assert len(list(document.iter(f"{TABLE}table"))) == 4


def test_kommune_that_goes_alone_gets_a_draft_with_what_it_wrote(page: Page, address: str) -> None:
    page.goto(address + LIST)
    entry = item(page, "beslutning-budsjett")
    entry.locator("summary").click()
    entry.get_by_label("Merknad").fill("50 000 kroner\ni 2027")
    entry.get_by_label("Merknad").blur()
    page.goto(address + "planarbeidet/", wait_until="networkidle")
    page.get_by_label("Kommune eller kommuner").fill("Bø")
    page.get_by_label("Kommune eller kommuner").blur()
    page.goto(address + CASE, wait_until="networkidle")
    assert page.get_by_label("Utkast for").is_hidden()
    html = copied(page)
    assert "Bø lager en handlingsplan mot vold i nære relasjoner, alene." in html
    assert "kroner i [år]. [Fra merknaden til F3.10: 50 000 kroner<br>i 2027]" in html
    assert "Felles plan:" not in html
    assert "[Vurdering av om kommunen bør lage planen alene eller sammen med andre]" in html


def test_one_of_several_can_still_go_alone(page: Page, address: str, site: Path, tmp_path: Path) -> None:
    keep_plan(page, address, tmp_path, site, ("Bø", "Lom"))
    page.goto(address + CASE, wait_until="networkidle")
    page.get_by_label("Utkast for").select_option("Lom")
    page.get_by_label("En egen plan for kommunen").check()
    text = copied(page, "text/plain")
    assert "Lom lager en handlingsplan mot vold i nære relasjoner, alene." in text
    assert "Bø" not in text


def test_notes_are_marked_and_said_to_be_there_only_where_there_are_any(
    page: Page, address: str, site: Path, tmp_path: Path
) -> None:
    page.goto(address + CASE, wait_until="networkidle")
    warning = page.get_by_text("Merknader fra sjekklistene er tatt inn i utkastet.")
    assert warning.is_hidden()
    assert "Fra merknaden" not in copied(page, "text/plain")
    keep_plan(page, address, tmp_path, site)
    page.goto(address + CASE, wait_until="networkidle")
    assert warning.is_visible()
    assert copied(page, "text/plain").count("[Fra merknaden til F3.6: ") == 1
    assert "Merknader fra sjekklistene" not in copied(page)
