"""The claims file: every mistake is named, and what is old is said to be."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from sjekkliste.content.facts import NAME, read_facts
from sjekkliste.content.overdue import listing, reminders
from sjekkliste.content.pages import read_pages
from sjekkliste.markdown.citations import source_line
from sjekkliste.model.facts import Claim, Source

from .project import DOCS, build

PAGES = read_pages(DOCS)
TWO = """\
- id: P-prove-01
  sier: Noe.
  kilde: En kilde
  url: https://kilde.example/
  dato: "2019-10-04"
  sikkerhet: høy
  sett: kopi
  kontrollert: 2026-11-22
  kontroller_igjen: 2027-11-22
- id: P-prove-02
  sier: Noe annet.
  kilde: En kilde
  url: https://kilde.example/
  dato: udatert
  sikkerhet: lav
  sett: levende
  kontrollert: 2026-11-22
  kontroller_igjen: 2027-11-22
"""


def read(folder: Path, text: str) -> tuple[list[str], str]:
    """The ids that came out, and what the editor is told."""
    (folder / NAME).write_text(text, encoding="utf-8")
    facts, problems, _ = read_facts(folder)
    return [*facts], "\n".join(f"{one.line}: {one.message}" for one in problems)


def test_claims_without_mistakes_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, TWO) == (["P-prove-01", "P-prove-02"], "")


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("  sikkerhet: lav\n", "", 10, "Feltet «sikkerhet» mangler."),
        ("url: https://kilde.example/\n  dato: udatert", "dato: udatert", 10, "Feltet «url» mangler."),
        ("P-prove-02", "P-prove-1", 10, "«id» kan ikke være «P-prove-1»."),
        ("P-prove-02", "P-prove-01", 10, "«P-prove-01» er brukt i en oppføring før."),
        ("dato: udatert", 'dato: "2026-13"', 14, "«dato» kan ikke være «2026-13»."),
        ("dato: udatert", "dato: i fjor", 14, "«dato» kan ikke være «i fjor»."),
        (
            "kontrollert: 2026-11-22",
            "kontrollert: 2026-02-30",
            8,
            "«kontrollert» kan ikke være «2026-02-30».",
        ),
        ("igjen: 2027-11-22", "igjen: snart", 9, "«kontroller_igjen» kan ikke være «snart»."),
        (
            "igjen: 2027-11-22",
            "igjen: 2027-11-22 08:00:00",
            9,
            "«kontroller_igjen» kan ikke være «2027-11-22 08",
        ),
        ("sikkerhet: lav", "sikkerhet: kanskje", 15, "«sikkerhet» kan ikke være «kanskje»."),
        ("  sett: levende\n", "", 10, "Feltet «sett» mangler."),
        ("sett: levende", "sett: direkte", 16, "«sett» kan ikke være «direkte»."),
        ("https://kilde", "kilde", 4, "«url» kan ikke være «kilde.example/»."),
        ("En kilde", "En kilde: med kolon", 3, "Filen kan ikke leses fra denne linjen."),
        (TWO, "P-prove-01: Noe", 1, "Filen er ikke en liste."),
        (TWO, "- Noe", 1, "Filen er ikke en liste."),
        ("sier: Noe annet.", "sier: [Noe annet.]", 11, "«sier» kan ikke være «['Noe annet.']»."),
        ("sier: Noe annet.", "? [a]\n  : b", 10, "Feltet «sier» mangler."),
    ],
)
def test_mistake_in_the_claims_is_named_with_line_and_remedy(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    assert old in TWO
    _, said = read(tmp_path, TWO.replace(old, new))
    assert said.startswith(f"{line}: {message}"), said
    assert "Skriv" in said or "Gi den" in said


def test_claims_that_are_not_utf_8_are_named(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(TWO.replace("Noe", "Nå").encode("latin-1"))
    facts, problems, _ = read_facts(tmp_path)
    assert facts == {}
    assert problems[0].message.startswith("Filen er ikke lagret som UTF-8.")
    assert problems[0].line == 2


def test_mistake_in_the_claims_stops_the_real_build_without_traceback(project: Path) -> None:
    file = project / "docs" / "fakta" / NAME
    file.write_text(file.read_text(encoding="utf-8").replace("  sikkerhet: høy\n", "", 1), encoding="utf-8")
    result = build(project, project / "site")
    assert result.returncode != 0
    assert re.search(r"docs/fakta/pastander\.yml:\d+: Feltet «sikkerhet» mangler\.", result.stderr)
    assert "Traceback" not in result.stderr


def test_overdue_claims_are_named_and_do_not_stop_the_real_build(project: Path) -> None:
    file = project / "docs" / "fakta" / NAME
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("igjen: 2027-03-01", "igjen: 2026-11-25", 1), encoding="utf-8")
    result = build(project, project / "site")
    assert result.returncode == 0, result.stderr
    assert result.stderr.count("skulle vært kontrollert igjen innen 25.\xa0november\xa02026") == 1


def test_claim_is_overdue_from_the_day_after(points: Mapping[str, Source]) -> None:
    claim = next(point for point in points.values() if isinstance(point, Claim))
    assert list(reminders([claim], claim.check_by)) == []
    assert len(list(reminders([claim], claim.check_by + timedelta(days=1)))) == 1


def test_list_has_every_claim_with_its_pages_and_marks_the_overdue(points: Mapping[str, Source]) -> None:
    claims = [point for point in points.values() if isinstance(point, Claim)]
    late = replace(claims[-1], check_by=date(2026, 1, 1))
    lines = list(listing({**points, late.id: late}, PAGES))
    assert len(lines) == len(claims) + 1
    assert lines[0].startswith(f"! 2026-01-01 kopi    {late.id}  ")
    assert [line for line in lines if line.startswith("!")] == lines[:1]
    assert [line for line in lines if "P-krisesenter-03" in line and "om/nytt-i-lov" in line]


def test_list_says_how_many_nobody_has_read_at_the_source(points: Mapping[str, Source]) -> None:
    claims = [point for point in points.values() if isinstance(point, Claim)][:3]
    seen = {one.id: replace(one, seen="kopi") for one in claims[1:]} | {
        claims[0].id: replace(claims[0], seen="levende")
    }
    *lines, last = listing(seen, PAGES)
    assert last == "2 av 3 påstander er bare lest i lagret kopi av kilden (sett: kopi)."
    assert sorted(line.split()[1] for line in lines) == ["kopi", "kopi", "levende"]


def test_page_says_how_the_weakest_of_its_sources_was_read(points: Mapping[str, Source]) -> None:
    one, two = [point for point in points.values() if isinstance(point, Claim)][:2]
    live = {one.id: replace(one, seen="levende"), two.id: replace(two, seen="levende")}
    both = {**live, two.id: replace(two, seen="kopi")}
    assert "Lest hos kilden 2" in said(live)
    assert "Lest i lagret kopi 2" in said(both)
    assert "Lest hos kilden" not in said(both)


def said(facts: Mapping[str, Source]) -> str:
    """The line that the page shows below a section that builds on these."""
    line = source_line(list(facts), facts)
    assert line is not None
    return "".join(line.itertext())


def test_no_address_is_that_of_a_copy() -> None:
    """Who keeps copies of what others publish is no source, and may be gone tomorrow."""
    copies = re.compile(
        r"https?://[^\s\"')]*(?:docplayer|yumpu|scribd|issuu|studylib|coursehero|9pdf|abcdocz|vdocuments"
        r"|slideshare|academia\.edu|episerver\.net|global-regulation|web\.archive|webcache|archive\.(?:is|ph))\S*"
    )
    files = [file for kind in ("*.md", "*.yml") for file in DOCS.rglob(kind)]
    assert [found for file in files for found in copies.findall(file.read_text(encoding="utf-8"))] == []
