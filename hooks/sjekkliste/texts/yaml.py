"""YAML that somebody writes by hand: each mapping knows its lines, and what is wrong is told, not raised.

Its reader in C, which is part of the package for every common system, is ten times as fast.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, NoReturn

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:
    from yaml import SafeLoader as Loader  # type: ignore[assignment]


class Slip(NamedTuple):
    """Something that cannot be read: its line, and the key of its message with what is put into it."""

    line: int
    key: str
    field: str = ""


Stop = Callable[[Slip], NoReturn]
"""What is called when a file of ours lacks what is asked for."""


class Text(str):
    """A text of ours, and where it stands."""

    def __new__(cls, text: str, line: int, stop: Stop) -> "Text":
        made = super().__new__(cls, text)
        made.line, made.stop = line, stop
        return made

    line: int
    stop: Stop

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """What another process gets: the words alone."""
        return str, (str(self),)

    def format(self, *values: object, **named: object) -> str:
        """The text filled in; stops at a name in braces that nothing is given for."""
        try:
            return super().format(*values, **named)
        except (LookupError, ValueError, AttributeError) as error:
            self.stop(Slip(self.line, "unknown-name", str(error).strip("'")))


class Entry(dict[Any, Any]):
    """A mapping with the lines of its fields; with `stop`, it must have every field asked for."""

    def __init__(self, line: int, stop: Stop | None = None) -> None:
        super().__init__()
        self.line, self.stop = line, stop
        self.lines: dict[Any, int] = {}

    def __missing__(self, key: Any) -> Any:
        if self.stop:
            self.stop(Slip(self.line, "text-gone", str(key)))
        raise KeyError(key)

    def line_of(self, field: str) -> int:
        """Where the field stands; the first line of all where it does not."""
        return self.lines.get(field, self.line)


class LinesLoader(Loader):
    """Notes fields that stand twice; a value of a form that cannot be, such as 2026-02-30, stays text."""

    def __init__(self, text: str, first_line: int, stop: Stop | None) -> None:
        super().__init__(text)
        self.first_line, self.stop = first_line, stop
        self.slips: list[Slip] = []

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            value = super().construct_object(node, deep)
        except (ValueError, LookupError, AttributeError):
            return node.value
        if self.stop and isinstance(value, str):
            return Text(value, node.start_mark.line + self.first_line, self.stop)
        return value

    def construct_entry(self, node: yaml.MappingNode) -> Entry:
        """The mapping, with the last of the fields that stand twice."""
        entry = Entry(node.start_mark.line + self.first_line, self.stop)
        for name, value in node.value:
            key, line = self.construct_object(name, deep=True), name.start_mark.line + self.first_line
            key = str(key) if isinstance(key, dict | list | set) else key
            if key in entry:
                self.slips.append(Slip(line, "field-twice", str(key)))
            entry[key], entry.lines[key] = self.construct_object(value, deep=True), line
        return entry


LinesLoader.add_constructor("tag:yaml.org,2002:map", LinesLoader.construct_entry)


def read_yaml(
    text: str, first_line: int = 1, stop: Stop | None = None, loader: type[LinesLoader] = LinesLoader
) -> tuple[Any, list[Slip]]:
    """The value, None where it cannot be read, and what is wrong; `first_line` is where the text begins."""
    try:
        reader = loader(text, first_line, stop)
        return reader.get_single_data(), reader.slips
    except yaml.YAMLError as error:
        quoted = "quoted" in (getattr(error, "context", None) or "")
        mark = getattr(error, "context_mark" if quoted else "problem_mark", None)
        last = text.rstrip("\n").count("\n")
        return None, [Slip(first_line + min(mark.line if mark else 0, last), "unreadable")]


def load(text: str | bytes) -> Any:
    """A text of our own as plain values. Raises yaml.YAMLError where it cannot be read."""
    return yaml.load(text, Loader=Loader)
