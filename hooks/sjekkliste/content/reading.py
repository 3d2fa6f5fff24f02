"""The one reader of what editors write: a value or a message, never an exception.

What a mapping may hold is a table: each field with the form of its value, «?» where it may be left out,
«!» where no other entry may have the same.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Generic, TypeVar, get_args

from ..engines.font import signs
from ..model.facts import Certainty, Seen
from ..texts import TEXTS, problem_texts
from ..texts.yaml import Entry, Slip, read_yaml
from .citations import POINT
from .problems import Fault, fault

T = TypeVar("T")
Spec = Mapping[str, str]
# Neither YAML nor Markdown can have these, and an editor cannot see them.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
FAR = timedelta(3 * 366)


def matches(pattern: str) -> Callable[[Any], bool]:
    """Whether a value is text of this form as a whole."""
    return lambda value: isinstance(value, str) and bool(re.fullmatch(pattern, value, re.DOTALL))


def list_of(form: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Whether a value is a list of such."""
    return lambda value: isinstance(value, list) and all(map(form, value))


def is_dated(value: Any) -> bool:
    """Whether it is a year, a month or a day that exists, or says that there is no date."""
    text = str(value)
    try:
        return text == TEXTS["source"]["undated"] or bool(
            re.fullmatch(r"\d{4}(?:-\d\d){0,2}", text) and date.fromisoformat((text + "-01-01")[:10])
        )
    except ValueError:
        return False


IDS = list_of(matches(POINT))
FORMS: dict[str, Callable[[Any], bool]] = {
    "text": matches(r"(?![”“„])\s*\S.*"),
    "day": lambda value: type(value) is date,
    "dated": is_dated,
    "address": matches(r"https?://[^\s\[\]]+"),
    "certainty": lambda value: value in get_args(Certainty),
    "seen": lambda value: value in get_args(Seen),
    "claim": matches(r"P-[a-z]+-\d\d"),
    "point": matches(r"V\d\d-[\w.]+-\d\d"),
    "id": matches(r"[a-z0-9-]+"),
    "letter": matches("[A-ZÆØÅ]"),
    "code": matches(r"[A-ZÆØÅ]\d+\.\d+"),
    "area": lambda value: value in TEXTS["measures"]["areas"],
    "groups": lambda value: bool(value) and list_of(lambda one: one in TEXTS["measures"]["groups"])(value),
    # The name of a sheet in Excel.
    "name": matches(r"[^:\\/?*\[\]']{1,31}"),
    "workbook": lambda value: value in ("tiltak", "tidsplan"),
    "number": lambda value: type(value) is int,
    "switch": lambda value: type(value) is bool,
    "ids": lambda value: bool(value) and IDS(value),
    "ids-or-none": IDS,
    "hide": list_of(lambda value: value in ("navigation", "toc")),
    "entries": list_of(lambda value: isinstance(value, Entry)),
}


def table(fields: str) -> Spec:
    """The table of fields that is written as `id=claim sier=text`."""
    return dict(field.split("=") for field in fields.split())


def read_text(file: Path) -> tuple[str | None, list[Fault]]:
    """The text with newlines as the generator sees them and each letter in one part, None where it cannot
    be read; and signs that the sheets could not show, the first of each line."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None, [fault(1, "no-file")]
    except UnicodeDecodeError as error:
        above = error.object[: error.start].count(b"\n")
        return None, [fault(above + 1, "bad-encoding")]
    text = unicodedata.normalize("NFC", re.sub("\r\n?", "\n", text))
    if text.isascii() and not CONTROL.search(text):
        return text, []
    missing = {*text} - signs() - {"\n", "\t"}
    faults = list(sign_faults(text, missing)) if missing else []
    return (None if CONTROL.search(text) else text), faults


def sign_faults(text: str, missing: set[str]) -> Iterator[Fault]:
    """The first of the missing signs on each line."""
    for number, line in enumerate(text.split("\n"), 1):
        if sign := next((one for one in line if one in missing), ""):
            name = f"U+{ord(sign):04X}"
            yield fault(number, "no-sign", sign=f"«{sign}» ({name})" if sign.isprintable() else name)


def read_value(text: str, first_line: int = 1) -> tuple[Any, list[Fault]]:
    """What the YAML holds, None where it cannot be read, and what is wrong."""
    value, slips = read_yaml(text, first_line)
    return value, [as_fault(one) for one in slips]


def as_fault(slip: Slip) -> Fault:
    """The message for what the reader of YAML met."""
    return fault(slip.line, slip.key, field=slip.field)


@dataclass(frozen=True)
class Entries(Generic[T]):
    """What a file holds: the entries that are sound by themselves; all that are written, None where that
    cannot be read; and what is wrong."""

    sound: list[T]
    written: list[Entry] | None
    faults: list[Fault]


def read_entries(file: Path, spec: Spec) -> Entries[Entry]:
    """The entries of a file, each of which should be as the table says."""
    text, faults = read_text(file)
    if text is None:
        return Entries([], None, faults)
    value, more = read_value(text)
    faults += more
    if not FORMS["entries"](value):
        faults += [] if more else [fault(1, "not-a-list", fields=listed(spec))]
        return Entries([], None, faults)
    wrong = [list(field_faults(entry, spec)) for entry in value]
    sound = [entry for entry, found in zip(value, wrong, strict=True) if not found]
    faults += [*(one for found in wrong for one in found), *twice(value, spec)]
    return Entries(sound, value, faults)


def field_faults(entry: Entry, spec: Spec) -> Iterator[Fault]:
    """What the entry lacks, has too much of, or has in another form."""
    forms = problem_texts()["forms"]
    for field, form in spec.items():
        if entry.get(field) is None and not form.endswith("?"):
            yield fault(entry.line, "no-field", field=field, form=forms[form.rstrip("!")])
    for field, value in entry.items():
        form = spec.get(field, "").rstrip("?!")
        if not form:
            yield fault(entry.line_of(field), "unknown-field", field=str(field), fields=listed(spec))
        elif value is not None and not FORMS[form](value):
            yield fault(
                entry.line_of(field), "bad-field", field=field, value=str(value)[:60], form=forms[form]
            )


def values(entry: Entry, spec: Spec) -> Iterator[Any]:
    """What a sound entry holds, in the order of the table: that of the fields of its class."""
    for field in spec:
        value = entry.get(field)
        yield tuple(value) if isinstance(value, list) else value


def twice(entries: Iterable[Entry], spec: Spec) -> Iterator[Fault]:
    """Entries that have the same value as one before them in a field where none may."""
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        for field in (name for name, form in spec.items() if form.endswith("!") and name in entry):
            value = str(entry[field])
            if (field, value) in seen:
                yield fault(entry.line_of(field), "value-twice", value=value)
            seen.add((field, value))


def far_faults(days: Iterable[tuple[int, date]], others: Collection[date]) -> Iterator[Fault]:
    """Days, each with its line, that are years from all others, whatever day it is now."""
    for line, day in days:
        if others and min(abs(day - other) for other in others) > FAR:
            yield fault(line, "far-date")


def far_days(entries: Iterable[Entry], field: str, others: Collection[date]) -> Iterator[Fault]:
    """The same for the days in a field of sound entries."""
    return far_faults(((one.line_of(field), one[field]) for one in entries), others)


def unknown_sources(entries: Iterable[Entry], ids: Container[str] | None) -> Iterator[Fault]:
    """What entries build on and nobody has written; nothing where nobody knows what is."""
    for entry in entries:
        for one in entry["bygger_pa"]:
            if ids is not None and one not in ids:
                yield fault(entry.line_of("bygger_pa"), "unknown-point", point=one)


def listed(names: Spec) -> str:
    """The fields as an editor writes them: «id», «dato» og «tittel»."""
    *most, last = (f"«{name}»" for name in names)
    return f"{', '.join(most)} og {last}"
