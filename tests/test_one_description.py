"""The formats of a sheet say the same words, in the same order where a program can tell."""

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from sjekkliste.files.formats import OFFICE
from sjekkliste.files.sheets import MEETING

from .paper import texts
from .pdf.expected import SHEETS
from .test_office import text_of

WORD = re.compile(r"\w+")


def words_of_page(file: Path) -> list[str]:
    """What stands on the page, without the links above it and the lines that stand below each page."""
    main = html.fromstring(file.read_text(encoding="utf-8")).find(".//main")
    assert main is not None
    return WORD.findall(" ".join(main.itertext()))


@pytest.mark.parametrize("name", [*(sheet.id for sheet in SHEETS), MEETING])
def test_words_are_the_same_in_the_same_order(site: Path, name: str) -> None:
    files = {suffix: site / "utskrift" / f"{name}.{suffix}" for suffix in ("html", "pdf", *OFFICE)}
    said = words_of_page(files["html"])
    for suffix in [one for one in OFFICE if files[one].exists()]:
        # The picture of the code holds its place, and the words that stand for it.
        told = [text for text in text_of(files[suffix]) if text != "righttop" and "QR-kode" not in text]
        assert WORD.findall(" ".join(told)) == said
    printed = Counter(word for text, _ in texts(files["pdf"]) for word in WORD.findall(text))
    # A line may break within an address, so not every word is found whole.
    assert sum((Counter(said) - printed).values()) <= 3
