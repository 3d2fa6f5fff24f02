"""The claims that come from elsewhere than the guide, from one YAML file, and what is wrong in it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

import yaml

from ..model.facts import Certainty, Claim, Seen
from ..model.guide import Problem
from ..texts import TEXTS
from ..texts.yaml import Loader
from .problems import Fault, fault

NAME = "pastander.yml"
ID = re.compile(r"P-[a-z]+-\d\d")
ADDRESS = re.compile(r"https?://\S+")
DATED = re.compile(r"\d{4}(?:-\d\d){0,2}")
DAYS = ("kontrollert", "kontroller_igjen")
WORDS = ("id", "sier", "kilde", "url", "sikkerhet", "sett")
FIELDS = (*WORDS, "dato", *DAYS)


def read_claims(file: Path, shown: str) -> tuple[dict[str, Claim], list[Problem]]:
    """The file's claims by id, and everything that an editor must mend in it.

    `shown` is how the file is named to the editor. A claim with a fault is left out.
    """
    claims: dict[str, Claim] = {}
    faults: list[Fault] = []
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        faults.append(fault(1, "bad-encoding"))
        text = "[]"
    for line, entry in entries(text):
        found = [entry] if isinstance(entry, Fault) else list(entry_faults(line, entry))
        if not found and entry["id"] in claims:
            found = [fault(line, "claim-twice", id=entry["id"])]
        if not found:
            claims[entry["id"]] = as_claim(entry)
        faults += found
    return claims, [Problem(shown, one.line, one.message) for one in faults]


def entries(text: str) -> Iterator[tuple[int, Any]]:
    """Each entry of the list with its line; a fault in the place of what cannot be read."""
    loader = Loader(text)
    try:
        top = loader.get_single_node()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        top, line = None, mark.line + 1 if mark else 1
    else:
        line = 1
    if not isinstance(top, yaml.SequenceNode):
        yield line, fault(line, "claims-unreadable")
        return
    for node in top.value:
        line = node.start_mark.line + 1
        try:
            yield line, loader.construct_document(node)
        except ValueError:
            yield line, fault(line, "claim-date")
        except yaml.YAMLError:
            yield line, fault(line, "claims-unreadable")


def entry_faults(line: int, entry: Any) -> Iterator[Fault]:
    """What is wrong with one entry."""
    given = entry if isinstance(entry, dict) else {}
    missing = [field for field in FIELDS if not given.get(field)]
    missing += [field for field in WORDS if not isinstance(given.get(field, ""), str)]
    if missing:
        yield fault(line, "claim-field", fields=", ".join(f"«{field}»" for field in missing))
        return
    if not ID.fullmatch(str(given["id"])):
        yield fault(line, "claim-id", id=given["id"])
    if not ADDRESS.fullmatch(str(given["url"])):
        yield fault(line, "claim-address", url=given["url"])
    if given["sikkerhet"] not in get_args(Certainty):
        yield fault(line, "claim-certainty", word=given["sikkerhet"])
    if given["sett"] not in get_args(Seen):
        yield fault(line, "claim-seen", word=given["sett"])
    days = [given[field] for field in DAYS]
    if not is_dated(str(given["dato"])) or not all(type(day) is date for day in days):
        yield fault(line, "claim-date")


def is_dated(text: str) -> bool:
    """Whether the text is a year, a month or a day that exists, or says that there is no date."""
    if text == TEXTS["source"]["undated"]:
        return True
    try:
        return bool(DATED.fullmatch(text) and date.fromisoformat((text + "-01-01")[:10]))
    except ValueError:
        return False


def as_claim(entry: Mapping[str, Any]) -> Claim:
    """The entry, which has no faults, as a value."""
    return Claim(
        id=entry["id"],
        says=entry["sier"],
        title=entry["kilde"],
        url=entry["url"],
        dated=str(entry["dato"]),
        certainty=entry["sikkerhet"],
        seen=entry["sett"],
        checked=entry["kontrollert"],
        check_by=entry["kontroller_igjen"],
    )
