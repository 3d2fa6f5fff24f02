"""What our own texts lack that no missing key tells."""

from collections.abc import Iterator
from string import Formatter
from typing import Any

from ..files.formats import FORMATS
from ..model.guide import Problem
from ..texts import TEXTS
from ..texts.yaml import Text
from .problems import Fault, fault, in_file

TEXTS_FILE = "hooks/sjekkliste/texts/nb.yml"
NAMES = """
    address after all answer before cell certainty code codes contact copies count date differ done
    edition field file format fresh help id ids item kommune kommuner length mine more na name names newer
    note notes number older others phase publisher reason rows same target text theirs title total
    unanswered url value version when
"""
"""What can be filled in where a text has the name in braces."""


def text_problems() -> Iterator[Problem]:
    """What the texts lack that no missing key tells."""
    names, line = TEXTS["sheets"]["formats"], TEXTS["sheets"].line_of("formats")
    faults = [fault(line, "no-format-name", name=name) for name in FORMATS if name not in names]
    faults += [fault(TEXTS.read.line_of("months"), "bad-months")] if len(TEXTS["months"]) != 12 else []
    return in_file(TEXTS_FILE, [*faults, *name_faults(TEXTS.read)])


def name_faults(value: Any) -> Iterator[Fault]:
    """Names in braces, in all texts inside the value, that nothing is ever given for."""
    if isinstance(value, Text):
        try:
            named = [name for _, name, _, _ in Formatter().parse(value) if name is not None]
        except ValueError:
            named = ["{"]
        unknown = (name for name in named if name not in NAMES.split())
        yield from (fault(value.line, "unknown-name", field=name) for name in unknown)
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from name_faults(one)
