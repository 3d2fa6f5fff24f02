"""Reads docs/register/, from which no line is ever removed."""

import re
from collections.abc import Collection
from datetime import date
from pathlib import Path

from ..content.problems import Fault, fault, in_file
from ..content.reading import far_days, far_faults, read_entries, read_text, table, values
from ..model.guide import Problem
from ..model.register import Change, Known, Move, Register
from ..texts.yaml import Entry

ADDRESSES, MOVES, CHANGES = "adresser.txt", "flyttet.yml", "endringer.yml"
FOLDER = "docs/register"
KINDS = ("side", "anker", "liste", "punkt", "fil", "kort", "innebygd", "nyhet", "flyttet")
PAGE, ANCHOR, LIST, ITEM, FILE, SHORT, EMBEDDED, NEWS, MOVED = KINDS
LINE = re.compile(
    rf"(?P<day>\d{{4}}-\d\d-\d\d)(?:\.(?P<run>\d{{1,3}}))? (?P<kind>{'|'.join(KINDS)}) +/(?P<address>\S*)"
)
MOVE = table("fra=text! til=text dato=day fordi=text?")
CHANGE = table("id=id! dato=day tittel=text tekst=text")


def read_register(folder: Path, days: Collection[date] = ()) -> tuple[Register, list[Problem]]:
    """The register in the folder, and what must be mended in it; `days` are those of the pages."""
    text, faults = read_text(folder / ADDRESSES)
    known, more = read_known(text or "")
    moves, changes = read_entries(folder / MOVES, MOVE), read_entries(folder / CHANGES, CHANGE)
    found = {
        ADDRESSES: [*faults, *more, *far_faults([(one.line, one.day) for one in known], days)],
        MOVES: [*moves.faults, *far_days(moves.sound, "dato", days)],
        CHANGES: [*changes.faults, *far_days(changes.sound, "dato", days)],
    }
    problems = [one for file, wrong in found.items() for one in in_file(f"{FOLDER}/{file}", wrong)]
    written = tuple(Change(*values(one, CHANGE)) for one in changes.sound)
    gone = tuple(one for one in known if one.kind == MOVED)
    here = tuple(one for one in known if one.kind != MOVED)
    return Register(here, gone, tuple(map(read_move, moves.sound)), written), problems


def read_move(entry: Entry) -> Move:
    """An entry of the file of moves."""
    return Move(bare(entry["fra"]), bare(entry["til"]), entry["dato"], entry.get("fordi") or "", entry.line)


def bare(address: str) -> str:
    """An address as seen from the site's root."""
    return address.removeprefix("/")


def read_known(text: str) -> tuple[tuple[Known, ...], list[Fault]]:
    """The register of addresses: day, run, kind and address on each line; comments begin with «#». That an
    address has moved is a line of its own."""
    known: dict[tuple[str, bool], Known] = {}
    faults = []
    for number, line in enumerate(text.split("\n"), 1):
        found = LINE.fullmatch(line)
        try:
            day = date.fromisoformat(found["day"]) if found else None
        except ValueError:
            day = None
        key = (found["address"], found["kind"] == MOVED) if found else ("", False)
        if found and key in known:
            faults.append(fault(number, "address-twice", address=f"/{found['address']}"))
        elif found and day:
            known[key] = Known(found["address"], found["kind"], day, int(found["run"] or 0), number)
        elif line.strip() and not line.startswith("#"):
            faults.append(fault(number, "bad-address-line"))
    return tuple(known.values()), faults


def problem(file: str, line: int, key: str, **values: str) -> Problem:
    """Something to mend in a file of the register."""
    return Problem(f"{FOLDER}/{file}", line, fault(line, key, **values).message)
