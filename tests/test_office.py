"""The Word and OpenDocument files: read back by other libraries, and opened in LibreOffice."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import docx
import odfdo
import pytest
from docx.text.paragraph import Paragraph

from sjekkliste.content.pages import read_pages
from sjekkliste.files.formats import FORMATS, OFFICE
from sjekkliste.files.sheets import Sheet, sheets
from sjekkliste.files.templates import environment
from sjekkliste.model.guide import Checklist, Guide, Item, Kind
from sjekkliste.project import read_guide
from sjekkliste.site.cache import Cache
from sjekkliste.texts import TEXTS

from .paper import texts
from .pdf.expected import boxes, own_rows
from .project import DOCS, ROOT

SHEETS = {sheet.id: sheet for sheet in sheets(read_guide(ROOT, {}))}
DOCUMENTS = [Path(page.path).stem for page in read_pages(DOCS) if page.folder == "dokumenter"]
PDF = 'pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"false"}}'
WORD = re.compile(r"[^\W_]+")
CHOICES = re.compile(r"(\[Velg [^:\]]*):[^\]]*\]")
LONG = "Avklar " + "dette og hint, " * 19 + "ferdig"
AWKWARD = "Les «planen» – § 4 & <mål> i\N{NO-BREAK SPACE}kommunen"


def body(file: Path) -> Element:
    """The file's text, as the library for its format has read it."""
    if file.suffix == ".docx":
        return fromstring(docx.Document(str(file)).part.blob)
    return fromstring(odfdo.Document(str(file)).body.serialize(with_ns=True))


def all_of(element: Element, *names: str) -> list[Element]:
    """The elements below with one of these names, whatever their namespace."""
    return [one for one in element.iter() if one.tag.partition("}")[2] in names]


def words(element: Element) -> str:
    return "".join(element.itertext()).strip()


def rows(file: Path) -> Iterator[tuple[str, list[str], int]]:
    """Each item's code, the paragraphs that tell it, and how many boxes it has."""
    for row in all_of(body(file), "tr", "table-row"):
        cells = [[words(part) for part in all_of(cell, "p")] for cell in all_of(row, "tc", "table-cell")]
        place = 2 if cells[0] == ["☐"] else 0
        if cells[place][0][1:2].isdigit():
            yield cells[place][0], cells[place + 1], sum(cell == ["☐"] for cell in cells)


def text_of(file: Path) -> list[str]:
    """Every paragraph with words in it."""
    return [text for one in all_of(body(file), "p", "h") if (text := words(one))]


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


def print_all(files: list[Path], profile: Path, folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """Each file with the text of the pages that LibreOffice prints."""
    command = [str(shutil.which("soffice")), f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--headless", "--convert-to", PDF]
    for suffix in OFFICE:
        chosen = [str(file) for file in files if file.suffix == f".{suffix}"]
        out = folder / suffix
        subprocess.run(
            [*command, "--outdir", str(out), *chosen], check=True, capture_output=True, timeout=180
        )
        for name in chosen:
            yield Path(name), [text for text, _ in texts(out / f"{Path(name).stem}.pdf")]


def sheet_files(site: Path) -> list[Path]:
    to_write_in = [one for one, sheet in SHEETS.items() if not sheet.alone]
    return [site / "utskrift" / f"{one}.{end}" for one in to_write_in for end in OFFICE]


def test_sheets_hold_the_items_of_the_data_with_a_box_for_each_answer(site: Path) -> None:
    for file in sheet_files(site):
        wanted = [
            (item.code, item.text, boxes(one, SHEETS[file.stem]))
            for one in SHEETS[file.stem].checklists
            for item in one.items
        ]
        assert [(code, told[0], boxes) for code, told, boxes in rows(file)] == wanted, file.name
        answers = [one for one in all_of(body(file), "t", "span") if words(one) == "☐"]
        own = sum(2 * own_rows(one, SHEETS[file.stem]) for one in SHEETS[file.stem].checklists)
        assert len(answers) == sum(number for *_, number in wanted) + own


def test_libreoffice_prints_every_box_and_every_word(site: Path, profile: Path, tmp_path: Path) -> None:
    files = sheet_files(site)
    files += [site / "utskrift" / f"{one}.{end}" for one in DOCUMENTS for end in OFFICE]
    for file, pages in print_all(files, profile, tmp_path):
        text = "\n".join(pages)
        if file.with_suffix(".pdf").exists():
            assert abs(len(pages) - len(texts(file.with_suffix(".pdf")))) <= 1, file.name
        drawn = " ".join(text_of(file)).count("☐")
        assert (file.name, text.count("☐")) == (file.name, drawn)
        assert "Side 1 av " in text
        if "saksframlegg" in file.stem:
            assert len(pages) == 2, file.name
        if file.stem.startswith("eksempel"):
            assert all("Oppdiktet" in page for page in pages), file.name
        pictures = " ".join(map(words, all_of(body(file), "drawing", "frame")))
        told = Counter(WORD.findall(" ".join(text_of(file)))) - Counter(WORD.findall(pictures))
        assert told - Counter(WORD.findall(text)) == Counter(), file.name


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_says_the_same_in_every_format(name: str, site: Path) -> None:
    word, odf = (site / "utskrift" / f"{name}.{suffix}" for suffix in OFFICE)
    # Word has a list to choose from, OpenDocument the choices themselves.
    assert text_of(word) == [CHOICES.sub(r"\1]", text) for text in text_of(odf)]
    styles = [str(one.style and one.style.name) for one in docx.Document(str(word)).paragraphs]
    assert styles[:2] == ["Title", "Veiledning"]
    assert ("Heading 1" in styles) == (name not in ("tiltak", "ansvarsmatrise", "kartleggingsskjema"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_guidance_stays_with_what_it_leads_to_and_never_with_the_next_heading(name: str, site: Path) -> None:
    parts = docx.Document(str(site / "utskrift" / f"{name}.docx")).iter_inner_content()
    for one, after in pairwise(parts):
        if isinstance(one, Paragraph) and one.style and one.style.name == "Veiledning":
            heading = str(after.style and after.style.name).startswith("Heading")
            assert bool(one.paragraph_format.keep_with_next) is not heading, one.text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_loses_no_words_of_its_source(name: str, site: Path) -> None:
    source = (DOCS / "dokumenter" / f"{name}.md").read_text(encoding="utf-8").split("\n---\n", 1)[1]
    source = re.sub(
        r"Bygger på: .*| \{#.*?\}|\*\*|(?<=\[Velg status): [^]]*|(?<=\[Velg form): [^]]*", "", source
    )
    wanted = [re.sub(r"^(?:#+|>|-|\d+\.) ", "", part).strip(" -*") for part in re.split(r"[|\n]", source)]
    for suffix in OFFICE:
        told = [CHOICES.sub(r"\1]", text) for text in text_of(site / "utskrift" / f"{name}.{suffix}")]
        assert [part for part in wanted if part and part not in told] == []


def test_measures_have_every_column_and_a_choice_of_status(site: Path) -> None:
    table = docx.Document(str(site / "utskrift" / "tiltak.docx")).tables[0]
    assert [cell.text for cell in table.rows[0].cells][-3:] == [
        "Ressurser og finansiering",
        "Indikator",
        "Status",
    ]
    choices = all_of(body(site / "utskrift" / "tiltak.docx"), "dropDownList")
    assert len(choices) == len(table.rows) - 1
    for choice in choices:
        names = [value for one in choice for key, value in one.items() if key.endswith("value")]
        assert names == TEXTS["measures"]["statuses"]


def test_choices_are_told_once_and_leave_the_rows_low(site: Path) -> None:
    told = [words for words in text_of(site / "utskrift" / "tiltak.odt") if words.startswith("[Velg")]
    assert CHOICES.fullmatch(told[0])
    assert set(told[1:]) == {"[Velg status]"}


def test_templates_stay_out_of_the_site(site: Path) -> None:
    assert not (site / "files").exists()


def test_archives_carry_no_date_of_their_own(site: Path) -> None:
    for file in sheet_files(site):
        with ZipFile(file) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    with ZipFile(site / "utskrift" / "alle.odt") as archive:
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == 0


def item(number: int, text: str, html: str, help_text: str) -> Item:
    return Item(f"liste-{number}", f"F9.{number}", text, html, help_text, help_text, None, ("V22-1.3-01",))


@pytest.mark.parametrize("kind", ["checklist", "decision"])
def test_awkward_items_come_out_right(kind: Kind, profile: Path, tmp_path: Path) -> None:
    guide: Guide = read_guide(ROOT, {})
    html = AWKWARD.replace("&", "&amp;").replace("<mål>", '<a href="om/?a=1&amp;b">&lt;mål&gt;</a>')
    items = [item(1, AWKWARD, html, "Linje & <b>fet</b>"), item(2, LONG, LONG, "")]
    items += [item(number, "Gjør det", "Gjør det", "Hjelp") for number in range(3, 201)]
    checklist = Checklist("liste", "F9", kind, "forarbeid", "Tegn & <tagger>", "forarbeid/", tuple(items))
    sheet = Sheet("prove", "F9", "Tegn & <tagger>", "Forarbeid", "forarbeid/", (checklist,))
    files = [tmp_path / f"prove.{suffix}" for suffix in OFFICE]
    for file in files:
        file.write_bytes(
            FORMATS[file.suffix[1:]].make(sheet, guide, environment(ROOT / "templates"), Cache().get)
        )
        found = list(rows(file))
        assert found[0][1] == [AWKWARD, "Linje & fet"]
        assert found[1][1] == [LONG]
        assert len(found) == 200
    links = docx.Document(str(files[0])).part.rels.values()
    assert "https://sjekkliste.example/om/?a=1&b" in [link.target_ref for link in links]
    for _, pages in print_all(files, profile, tmp_path):
        assert "\n".join(pages).count("☐") == (404 if kind == "checklist" else 800)
