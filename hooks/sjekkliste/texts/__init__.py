"""The texts that readers and editors see, from one file per language."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property, reduce
from operator import getitem
from pathlib import Path
from typing import Any

from ..model.guide import Phase, Settings
from .yaml import load


def texts_file() -> Path:
    """The file with the texts of the language that the environment asks for."""
    return Path(__file__).with_name(f"{os.environ.get('SPRAK') or 'nb'}.yml")


@cache
def read_texts(file: Path) -> dict[str, Any]:
    """All texts in the file. Raises SystemExit where there is none."""
    if not file.exists():
        raise SystemExit(
            f"SPRAK={file.stem}: Tekstene mangler. Lag {file.name} ved siden av nb.yml, eller velg nb."
        )
    texts: dict[str, Any] = load(file.read_text(encoding="utf-8"))
    return texts


class Words(Mapping[str, Any]):
    """The texts below a key, or all of them: read when somebody first asks, not on import."""

    def __init__(self, *keys: str) -> None:
        self.keys_above = keys

    @cached_property
    def read(self) -> dict[str, Any]:
        """The texts as plain values."""
        return reduce(getitem, self.keys_above, read_texts(texts_file()))

    def __getitem__(self, key: str) -> Any:
        return self.read[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.read)

    def __len__(self) -> int:
        return len(self.read)


TEXTS = Words()


@cache
def phases() -> tuple[Phase, ...]:
    """The phases in the order the work goes."""
    return tuple(Phase(**phase) for phase in TEXTS["phases"])


def long_date(day: date) -> str:
    """A date as it is written in running text: 5. mai 2027, with hard spaces."""
    return f"{day.day}.\N{NO-BREAK SPACE}{TEXTS['months'][day.month - 1]}\N{NO-BREAK SPACE}{day.year}"


def dated(text: str) -> str:
    """A source's own date, as written in the claims file, for the reader: desember 2023."""
    parts = [int(part) for part in text.split("-") if part.isdigit()]
    if len(parts) == 3:
        return long_date(date(*parts))
    if len(parts) == 2:
        return f"{TEXTS['months'][parts[1] - 1]}\N{NO-BREAK SPACE}{parts[0]}"
    return text


def count(number: int, forms: list[str]) -> str:
    """A number with its noun, `forms` being one and many: 1 punkt, 9 punkter."""
    return f"{number}\N{NO-BREAK SPACE}{forms[number != 1]}"


def text_hash(text: str) -> str:
    """Tells whether an item's words have changed: 12 hex digits of their SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def trust(settings: Settings, checked: date) -> str:
    """Who made the page, that the guide's makers have not approved it, and how old it is."""
    texts = TEXTS["trust"]
    made = texts["made"] if settings.publisher else texts["unofficial"]
    return " ".join(
        (
            made.format(publisher=settings.publisher),
            texts["approval"],
            texts["checked"].format(date=long_date(checked)),
        )
    )
