"""A checklist block as it is written: its first line, its options, its items."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

import yaml

from ..model.guide import Kind, part_of
from ..texts import problem_texts
from ..texts.yaml import load
from .answers import order_faults
from .items import SourceItem, parse_items
from .problems import Fault, Line, fault

BLOCKS: dict[str, Kind] = {"sjekkliste": "checklist", "beslutning": "decision"}
OPTIONS = ("id", "kode")
START = re.compile(r"^ {0,3}(?P<slashes>/{3,}) *(?P<name>[\w-]+) *(?P<bar>\|?) *(?P<title>.*?) *$")
# Quoted or set in: it would become a block somewhere else, or plain text.
DISPLACED_START = re.compile(r"^[ >]*/{3,} *[\w-]+ *(\||$)")
END = re.compile(r"^ {0,3}(?P<slashes>/{3,}) *$")
OPTION = re.compile(r"^ {4}(?P<name>[\w-]+): +(?P<value>.*?) *$")


@dataclass
class SourceBlock:
    """A block and the faults found in it. Options keep the line they stand on."""

    line: int
    name: str
    title: str
    slashes: str
    bar: bool = True
    options: dict[str, Line] = field(default_factory=dict)
    body: list[Line] = field(default_factory=list)
    items: list[SourceItem] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def known(self) -> bool:
        """Whether there is a block of this name."""
        return self.name in BLOCKS

    def option(self, name: str) -> str:
        """The option's value, empty where it is not given."""
        return self.options[name].text if name in self.options else ""

    def add(self, line: Line) -> None:
        """Take one line below the first: an option as long as nothing else has come."""
        if not self.body and line.text.startswith("    "):
            self.read_option(line)
        else:
            self.body.append(line)

    def read_option(self, line: Line) -> None:
        found = OPTION.match(line.text)
        name, value = (found["name"], found["value"]) if found else ("", "")
        if not found:
            self.faults.append(fault(line.number, "option-form"))
        elif name not in OPTIONS:
            options = " og ".join(f"«{one}»" for one in OPTIONS)
            self.faults.append(fault(line.number, "unknown-option", option=name, options=options))
        elif name in self.options:
            self.faults.append(fault(line.number, "option-twice", option=name))
        else:
            self.options[name] = Line(line.number, value)
            if value and not is_word(value):
                self.faults.append(fault(line.number, "reserved-value", value=value))

    def close(self, *, complete: bool) -> None:
        """Read the items. An incomplete block has swallowed what follows it on the page, so
        its lines are not to blame."""
        self.items, faults = parse_items(self.body)
        self.faults.extend(faults if complete else [fault(self.line, "unclosed", name=self.name)])

    def all_faults(self) -> Iterator[Fault]:
        """What is wrong in the block; ids and codes are compared elsewhere."""
        yield from self.faults
        yield from self.missing() if self.known else [self.unknown_name()]

    def unknown_name(self) -> Fault:
        near = get_close_matches(self.name.lower(), BLOCKS, n=1, cutoff=0.5)
        suggestion = near[0] if near else next(iter(BLOCKS))
        return fault(self.line, "unknown-block", name=self.name, suggestion=suggestion)

    def missing(self) -> Iterator[Fault]:
        texts = problem_texts()
        kind, remedies = texts["kinds"][self.name], texts["remedies"]
        if not self.title or not self.bar:
            yield fault(self.line, "no-title", Kind=kind, name=self.name)
        if "{" in self.title:
            yield fault(self.line, "braces-in-title")
        if not self.option("id"):
            yield fault(self.line, "no-id", What=kind, remedy=remedies["block-id"])
        if not self.option("kode"):
            yield fault(self.line, "no-code", What=kind, remedy=remedies["block-code"])
        if not self.items:
            yield fault(self.line, "empty", Kind=kind, title=self.title)
        for item in self.items:
            yield from item.missing(BLOCKS[self.name])
        yield from order_faults(
            [(item.line, part_of(item.weighs["ja"])) for item in self.items if item.weighs]
        )


def is_word(value: str) -> bool:
    """Whether YAML, which reads the options when the page is made, takes the value as it stands."""
    try:
        return bool(load(value) == value)
    except yaml.YAMLError:
        return False
