"""Addresses never die: what is gone is named with its remedy, and the remedy helps."""

import re
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

from sjekkliste.__main__ import register
from sjekkliste.addresses.lost import unregistered
from sjekkliste.project import ContentError, read_guide
from sjekkliste.site.publish import makers

from .project import MOVES, ROOT, build, edit, item_source, move
from .project import problems as project_problems

DECISION = Path("docs/forarbeid/beslutning.md")


def problems(project: Path) -> str:
    """What the build says of the addresses, without the line numbers of the register."""
    found = project_problems(project, {})
    return "".join(re.sub(r"(adresser\.txt):\d+", r"\1", f"{one}\n") for one in found)


def test_every_address_is_registered() -> None:
    guide = read_guide(ROOT, {})
    new = [one.address for one in unregistered(guide, makers(guide))]
    assert new == [], "run make register"


def rename_item(project: Path) -> None:
    edit(project / DECISION, ("{#beslutning-mandat}", "{#beslutning-oppdrag}"))


def name_former_id(project: Path) -> None:
    edit(
        project / DECISION,
        ("{#beslutning-oppdrag}", "{#beslutning-oppdrag}\n    Tidligere: beslutning-mandat"),
    )


def remove_item(project: Path) -> None:
    edit(project / DECISION, (item_source(project / DECISION, "beslutning-leder"), ""))


def tell_removed_item(project: Path) -> None:
    move(project, "/forarbeid/beslutning/#beslutning-leder", "/forarbeid/beslutning/#beslutning", "Tatt ut.")
    move(project, "/k/F3.8/", "/forarbeid/beslutning/#beslutning-leder")


def rename_heading(project: Path) -> None:
    for page in (project / "docs" / "forarbeid").glob("*.md"):
        text = page.read_text(encoding="utf-8").replace("(#etter-vedtaket)", "(#etterpa)")
        page.write_text(text.replace("{#etter-vedtaket}", "{#etterpa}"), encoding="utf-8")


def tell_renamed_heading(project: Path) -> None:
    move(project, "/forarbeid/beslutning/#etter-vedtaket", "/forarbeid/beslutning/#etterpa")


def move_page(project: Path) -> None:
    (project / "docs/om/veilederen.md").rename(project / "docs/om/kilden.md")
    for file in [project / "mkdocs.yml", *(project / "docs").rglob("*.md")]:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("veilederen.md", "kilden.md"), encoding="utf-8")


def tell_moved_page(project: Path) -> None:
    move(project, "/om/veilederen/", "/om/kilden/")


def gone(kind: str, address: str, remedy: str) -> str:
    return f"docs/register/adresser.txt: {kind} «{address}» er borte, og {remedy}\n"


LINKED = "andre lenker til den. Ta den tilbake, eller si i docs/register/flyttet.yml hvor den leder nå, "
ITEM_GONE = (
    "andre lenker til det. Har det fått ny id, så skriv den gamle under punktet: «Tidligere: gammel-id». "
    "Er det flyttet eller fjernet, så si det i docs/register/flyttet.yml med «fra», «til», «dato» og "
    "«fordi», der «til» er det nye punktet eller sjekklisten."
)
PAPER = "den står på papir. Ta koden tilbake, eller si i docs/register/flyttet.yml hvor den leder nå, "
FIELDS = "med «fra», «til» og «dato»."


@pytest.mark.parametrize(
    ("change", "remedy", "message"),
    [
        (rename_item, name_former_id, gone("Punktet", "/forarbeid/beslutning/#beslutning-mandat", ITEM_GONE)),
        (
            remove_item,
            tell_removed_item,
            gone("Punktet", "/forarbeid/beslutning/#beslutning-leder", ITEM_GONE)
            + gone("Den korte adressen", "/k/F3.8/", PAPER + FIELDS),
        ),
        (
            rename_heading,
            tell_renamed_heading,
            gone("Adressen", "/forarbeid/beslutning/#etter-vedtaket", LINKED + FIELDS),
        ),
    ],
    ids=["item renamed", "item removed", "heading renamed"],
)
def test_what_is_gone_is_named_and_the_remedy_helps(
    project: Path, change: Callable[[Path], None], remedy: Callable[[Path], None], message: str
) -> None:
    change(project)
    assert problems(project) == message
    remedy(project)
    assert problems(project) == ""


def test_moved_page_takes_its_anchors_along(project: Path) -> None:
    move_page(project)
    told = problems(project)
    assert gone("Adressen", "/om/veilederen/", LINKED + FIELDS) in told
    assert gone("Adressen", "/om/veilederen/#lenker", LINKED + FIELDS) in told
    tell_moved_page(project)
    assert problems(project) == ""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("/om/veilederen/", "/", "Adressen «/om/veilederen/» er i bruk og kan ikke være flyttet."),
        ("/aldri/", "/", "Adressen «/aldri/» har aldri vært publisert."),
        ("/forarbeid/beslutning/#beslutning-leder", "/finnes-ikke/", "Adressen «/finnes-ikke/» finnes ikke."),
        (
            "/forarbeid/beslutning/#beslutning-leder",
            "/forarbeid/beslutning/#beslutning",
            "Punktet «/forarbeid/beslutning/#beslutning-leder» er fjernet uten at det står hvorfor.",
        ),
    ],
)
def test_bad_move_is_explained(project: Path, old: str, new: str, message: str) -> None:
    if "leder" in old:
        remove_item(project)
        move(project, "/k/F3.8/", "/forarbeid/beslutning/#beslutning")
    move(project, old, new)
    assert message in problems(project)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- fra: {", "flyttet.yml:1: Filen kan ikke leses"),
        ("- fra: /a/\n  til: /b/\n", "flyttet.yml:1: Feltet «dato» mangler."),
        ("fra: /a/\n", "flyttet.yml:1: Filen er ikke en liste."),
    ],
)
def test_unreadable_move_is_explained(project: Path, text: str, message: str) -> None:
    (project / MOVES).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=message):
        read_guide(project, {})


def test_command_adds_what_is_new_and_takes_nothing_away(project: Path) -> None:
    file = project / "docs/register/adresser.txt"
    before = file.read_text(encoding="utf-8").splitlines()
    remove_item(project)
    tell_removed_item(project)
    edit(project / DECISION, ("{#etter-vedtaket}", "{#nytt}"), ("(#etter-vedtaket)", "(#nytt)"))
    move(project, "/forarbeid/beslutning/#etter-vedtaket", "/forarbeid/beslutning/#nytt")
    register(Namespace(root=project))
    after = file.read_text(encoding="utf-8").splitlines()
    new = [line.split(maxsplit=1)[1] for line in after if line not in before]
    assert [line for line in new if not line.startswith("flyttet ")] == [
        "anker    /forarbeid/beslutning/#nytt"
    ]
    assert "flyttet  /forarbeid/beslutning/#etter-vedtaket" in new
    assert set(before) <= set(after)
    assert [line.split()[2] for line in after[1:]] == sorted(line.split()[2] for line in after[1:])


def test_lost_address_stops_the_real_build(project: Path) -> None:
    rename_item(project)
    result = build(project, project / "site")
    assert result.returncode != 0
    assert "Punktet «/forarbeid/beslutning/#beslutning-mandat» er borte" in result.stderr
    assert "Traceback" not in result.stderr
