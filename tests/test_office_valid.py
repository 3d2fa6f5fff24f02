"""The office files keep their standards, by a validator that knows the schemas of Open XML and ODF 1.3."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import FileFormat, OdfValidator, OpenXmlValidator, ValidationSeverity

ERROR = ValidationSeverity.ERROR
KINDS = ("docx", "xlsx", "odt")


def faults(file: Path) -> list[str]:
    """What breaks the standard, with the part that does."""
    odf, office = OdfValidator(relaxng_validation=True), OpenXmlValidator(FileFormat.MICROSOFT_365)
    found = (odf if file.suffix == ".odt" else office).validate(str(file))
    return [f"{one.part_uri}: {one.description}" for one in found.errors if one.severity is ERROR]


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_keeps_its_standard(site: Path, kind: str) -> None:
    files = sorted((site / "utskrift").glob(f"*.{kind}"))
    assert len(files) > 5
    assert {file.name: said for file in files if (said := faults(file))} == {}


@pytest.mark.parametrize(
    ("name", "part", "sound", "broken"),
    [
        ("mandat.docx", "word/document.xml", b"<w:body>", b"<w:body><w:cantSplit/>"),
        ("mandat.odt", "content.xml", b"<office:text>", b"<office:text><text:list-item/>"),
        ("tiltak.xlsx", "xl/workbook.xml", b"<sheets>", b"<sheets><sheet/>"),
    ],
)
def test_broken_file_is_found(
    site: Path, tmp_path: Path, name: str, part: str, sound: bytes, broken: bytes
) -> None:
    with ZipFile(site / "utskrift" / name) as whole, ZipFile(tmp_path / name, "w") as copy:
        for entry in whole.infolist():
            content = whole.read(entry)
            assert entry.filename != part or sound in content
            copy.writestr(entry, content.replace(sound, broken) if entry.filename == part else content)
    assert faults(tmp_path / name)
