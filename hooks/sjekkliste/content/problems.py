"""Lines of a source, and what can be wrong with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.guide import Problem
from ..texts import problem_texts


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
    """The message that the file of problems has under this key."""
    return Fault(line, problem_texts()[key].format(**values).strip())


def in_file(file: str, faults: Iterable[Fault]) -> Iterator[Problem]:
    """The faults with the name of their file."""
    return (Problem(file, one.line, one.message) for one in faults)
