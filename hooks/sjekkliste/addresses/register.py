"""Reads docs/register/, from which no line is ever removed."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ..content.problems import fault
from ..model.guide import Problem
from ..model.register import Change, Known, Move, Register
from ..texts.yaml import load

ADDRESSES, MOVES, CHANGES = "adresser.txt", "flyttet.yml", "endringer.yml"
FOLDER = "docs/register"
LINE = re.compile(r"^(?P<day>\d{4}-\d\d-\d\d) (?P<kind>[a-z]+) +/(?P<address>\S*)$")


def read_register(folder: Path) -> tuple[Register, list[Problem]]:
    """The register in the folder, and what must be mended in it. Files that are not there are empty."""
    known, problems = read_known(text_of(folder / ADDRESSES))
    moves = list(entries(text_of(folder / MOVES), MOVES, ("fra", "til", "dato"), problems))
    changes = list(entries(text_of(folder / CHANGES), CHANGES, ("id", "dato", "tittel", "tekst"), problems))
    ledger = Register(
        known,
        tuple(read_move(line, one) for line, one in moves),
        tuple(Change(one["id"], one["dato"], one["tittel"], one["tekst"], line) for line, one in changes),
    )
    return ledger, problems


def read_move(line: int, entry: Mapping[str, Any]) -> Move:
    """An entry of the file of moves."""
    return Move(bare(entry["fra"]), bare(entry["til"]), entry["dato"], entry.get("fordi", ""), line)


def bare(address: str) -> str:
    """An address as seen from the site's root."""
    return address.removeprefix("/")


def text_of(file: Path) -> str:
    """What the file holds; nothing where there is none."""
    return file.read_text(encoding="utf-8") if file.exists() else ""


def read_known(text: str) -> tuple[tuple[Known, ...], list[Problem]]:
    """The register of addresses: day, kind and address on each line; comments begin with «#»."""
    known, problems = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if found := LINE.match(line):
            known.append(Known(found["address"], found["kind"], date.fromisoformat(found["day"]), number))
        elif line.strip() and not line.startswith("#"):
            problems.append(problem(ADDRESSES, number, "bad-address-line"))
    return tuple(known), problems


def entries(
    text: str, file: str, wanted: tuple[str, ...], problems: list[Problem]
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The entries of a list in YAML with their lines; those that lack a field become problems."""
    try:
        root, values = yaml.compose(text), load(text) or []
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problems.append(problem(file, mark.line + 1 if mark else 1, "bad-register"))
        return
    lines = [node.start_mark.line + 1 for node in root.value] if isinstance(root, yaml.SequenceNode) else [1]
    for line, entry in zip(lines, values if isinstance(values, list) else [values], strict=False):
        if isinstance(entry, dict) and all(entry.get(name) for name in wanted) and dated(entry):
            yield line, entry
        else:
            problems.append(problem(file, line, "bad-register-entry", fields=", ".join(wanted)))


def dated(entry: Mapping[str, Any]) -> bool:
    """Whether the day is one, and everything else is text."""
    return all(type(value) is (date if name == "dato" else str) for name, value in entry.items())


def problem(file: str, line: int, key: str, **values: str) -> Problem:
    """Something to mend in a file of the register."""
    return Problem(f"{FOLDER}/{file}", line, fault(line, key, **values).message)
