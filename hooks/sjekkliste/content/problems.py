"""Lines of a source, and what can be wrong with them."""

from dataclasses import dataclass

from ..texts import TEXTS


@dataclass(frozen=True)
class Line:
    """A line of the source. `number` counts from 1 at the file's top."""

    number: int
    text: str


@dataclass(frozen=True)
class Fault:
    """What is wrong on a line, and the remedy, in the editor's language."""

    line: int
    message: str


def fault(line: int, key: str, **values: str) -> Fault:
    """The message that the texts file has under this key."""
    return Fault(line, TEXTS["problems"][key].format(**values).strip())
