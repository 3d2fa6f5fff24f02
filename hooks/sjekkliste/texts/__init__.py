"""The texts that readers see, from one file per language; those for editors are in a file beside it."""

import hashlib
import os
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property, partial, reduce
from operator import getitem
from pathlib import Path
from typing import Any, NoReturn

from ..model.guide import Settings
from .yaml import Entry, Slip, load, read_yaml

FOLDER = Path(__file__).parent
PROBLEMS = "problems-"


def texts_file(prefix: str = "") -> Path:
    """The file with the texts of the language that the environment asks for."""
    return FOLDER / f"{prefix}{os.environ.get('SPRAK') or 'nb'}.yml"


@cache
def read_texts(file: Path) -> Entry:
    """All texts in the file. Raises SystemExit where there is none, or it cannot be read, and when a text
    is asked for that it does not have."""
    if not file.exists():
        raise SystemExit(
            f"SPRAK={file.stem}: Tekstene mangler. Lag {file.name} ved siden av nb.yml, eller velg nb."
        )
    place = f"hooks/sjekkliste/texts/{file.name}"
    try:
        text = unicodedata.normalize("NFC", file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        stop(place, Slip(line, "bad-encoding"))
    texts, slips = read_yaml(text, stop=partial(stop, place))
    if slips or not isinstance(texts, Entry):
        stop(place, slips[0] if slips else Slip(1, "unreadable"))
    return texts


def stop(place: str, slip: Slip) -> NoReturn:
    """Raises SystemExit with what is wrong in a file of texts: without them nothing else can be said."""
    message = problem_texts()[slip.key].format(field=slip.field).strip()
    raise SystemExit(f"{place}:{slip.line}: {message}") from None


@cache
def problem_texts() -> dict[str, Any]:
    """What an editor is told, in the language asked for where somebody has written it."""
    file = texts_file(PROBLEMS)
    file = file if file.exists() else FOLDER / f"{PROBLEMS}nb.yml"
    texts: dict[str, Any] = load(file.read_text(encoding="utf-8"))
    return texts


class Words(Mapping[str, Any]):
    """The texts below a key, or all of them: read when somebody first asks, not on import."""

    def __init__(self, *keys: str) -> None:
        self.keys_above = keys

    @cached_property
    def read(self) -> Entry:
        """The texts as plain values."""
        found: Entry = reduce(getitem, self.keys_above, read_texts(texts_file()))
        return found

    def __getitem__(self, key: str) -> Any:
        return self.read[key]

    def __contains__(self, key: object) -> bool:
        return key in self.read

    def __iter__(self) -> Iterator[str]:
        return iter(self.read)

    def __len__(self) -> int:
        return len(self.read)


TEXTS = Words()


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
    made = (texts["made"] if settings.publisher else texts["unofficial"]).format(publisher=settings.publisher)
    return f"{made} {texts['approval']} {texts['checked'].format(date=long_date(checked))}"
