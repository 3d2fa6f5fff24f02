"""Our words are our own: no eight words in a row stand in the guide, in its points, in the two pages of it
that this project began with, or in the notes that the bank of measures and the example were written from.

Of the pages and notes only hashes are kept, since nobody knows their licence. Made anew by

    PYTHONPATH=hooks python -m tests.test_copying PAGE…
"""

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from sjekkliste.content.pages import PageFile, read_pages
from sjekkliste.model.facts import Claim, Point, Source
from sjekkliste.texts.yaml import load

from .project import DOCS
from .prose import all_text, words

HASHES = Path(__file__).with_name("copied-runs.txt")
LENGTH = 8
PAGES = read_pages(DOCS)
# Titles, and names of laws, organisations and plans: nobody writes them in other words.
NAMES = re.compile(
    r"regionale\w* ressurssent\w+ om vold, traumatisk stress og selvmordsforebygging"
    r"|nasjonalt kunnskapssenter om vold og traumatisk stress"
    r"|handlingsplan\w* mot vold i nære relasjoner"
    r"|frihet fra negativ sosial kontroll og æresrelatert vold"
    r"|plan- og bygningsloven (?:kapittel|kap\.|§) \d+",
    re.IGNORECASE,
)


def runs(text: str) -> Iterator[str]:
    """Every eight words in a row; a name ends the row."""
    for part in NAMES.split(text):
        every = words(part.lower())
        yield from (" ".join(every[at : at + LENGTH]) for at in range(len(every) - LENGTH + 1))


def short_hash(run: str) -> str:
    """Enough of a SHA-256 for a few thousand runs to differ."""
    return hashlib.sha256(run.encode()).hexdigest()[:12]


def said_by(points: Mapping[str, Source], kind: type[Source]) -> dict[str, str]:
    """The runs in what points or claims say, with the id."""
    return {run: one.id for one in points.values() if isinstance(one, kind) for run in runs(one.says)}


def texts() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        yield from ((page.path, text) for text in all_text(page))
        yield page.path, str(page.meta.get("description", ""))


def measures() -> Iterator[tuple[str, str]]:
    said = ("tiltak", "ansvarlig", "tegn", "merknad")
    for one in load((DOCS / "fakta" / "tiltak.yml").read_bytes()):
        yield from ((one["id"], str(one.get(name) or "")) for name in said)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_no_page_repeats_a_point(page: PageFile, points: Mapping[str, Source]) -> None:
    theirs = said_by(points, Point)
    copied = [f"{theirs[run]}: {run}" for text in all_text(page) for run in runs(text) if run in theirs]
    assert copied == []


def test_no_text_of_ours_repeats_what_others_wrote(points: Mapping[str, Source]) -> None:
    theirs = set(HASHES.read_text(encoding="utf-8").split())
    claims = ((one.id, one.says) for one in points.values() if isinstance(one, Claim))
    ours = [*texts(), *claims, *measures()]
    copied = [f"{place}: {run}" for place, text in ours for run in runs(text) if short_hash(run) in theirs]
    assert copied == []


def test_copy_would_be_found(points: Mapping[str, Source]) -> None:
    point = points["V22-2.5-06"]
    assert set(runs(f"Innledning: {point.says.upper()}")) & said_by(points, Point).keys()
    assert len(HASHES.read_text(encoding="utf-8").split()) > 500


def keep_hashes(files: Iterable[str]) -> None:
    """Write the hashes of the runs in the files, sorted, so that nothing can be read out of them."""
    found = {short_hash(run) for file in files for run in runs(Path(file).read_text(encoding="utf-8"))}
    HASHES.write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    keep_hashes(sys.argv[1:])
