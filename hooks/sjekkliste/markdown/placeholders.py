"""Words in brackets, which the writer replaces: [stilling], [dato for vedtaket],
[Velg status: Ikke startet, Pågår]."""

import re
from collections.abc import Iterator

from ..model.document import Control, Kind
from ..model.rich_text import Run
from ..texts import Words

DOCUMENTS = Words("documents")
PLACEHOLDER = re.compile(r"(\[[^\]]+\])")
ALIAS = 64
"""The most signs that Word takes in the name of a control."""


def fields(run: Run) -> Iterator[Run | Control]:
    """The run with a control for each word in brackets."""
    for part in PLACEHOLDER.split(run.text):
        if PLACEHOLDER.fullmatch(part):
            yield field(part)
        elif part:
            yield Run(part, run.bold, run.italic, run.href)


def field(shown: str) -> Control:
    """What is filled in where these words stand, brackets included."""
    name, _, choices = shown.strip("[]").partition(":")
    if choices and name.startswith(DOCUMENTS["choice"]):
        return Control("choice", name[:ALIAS], f"[{name}]", tuple(one.strip() for one in choices.split(",")))
    kind: Kind = "date" if name.startswith(DOCUMENTS["date"]) else "text"
    return Control(kind, shown.strip("[]")[:ALIAS], shown)
