"""The Markdown files of the guide, and what stands above the text in each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from ..texts import TEXTS
from ..texts.yaml import load
from .problems import Fault, fault
from .scanner import PageSource, read_source

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<meta>.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
FILE_NAME = re.compile(r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.md")
UNREADABLE = "\N{REPLACEMENT CHARACTER}"
# Everything that the generator takes for Markdown.
SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


@dataclass(frozen=True)
class PageFile:
    """A Markdown file: `path` is relative to docs/, with forward slashes."""

    path: str
    text: str

    @cached_property
    def meta(self) -> Mapping[str, Any]:
        """The front matter. Raises yaml.YAMLError where it is not a YAML mapping, and ValueError
        where a date in it does not exist."""
        found = FRONT_MATTER.match(self.text)
        meta = load(found["meta"]) or {} if found else {}
        if not isinstance(meta, dict):
            raise yaml.YAMLError
        return meta

    @cached_property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return FRONT_MATTER.sub("", self.text)

    @cached_property
    def source(self) -> PageSource:
        """The same, read by line."""
        return read_source(self.body, self.first_line)

    @property
    def first_line(self) -> int:
        """The line of the file on which the text below the front matter begins."""
        return self.text.count("\n") - self.body.count("\n") + 1

    @property
    def title(self) -> str:
        """The page's name: from the front matter, else its main heading."""
        heading = re.search(r"^# +(.+?)(?: +\{.*\})?$", self.body, re.MULTILINE)
        return str(self.meta.get("title") or (heading[1] if heading else self.path))

    @property
    def folder(self) -> str:
        """The first part of the address, which names the phase."""
        return self.path.partition("/")[0]

    @property
    def changed(self) -> list[str]:
        """The claims on what has changed since the guide was written, and that affect the page."""
        try:
            changed = self.meta.get("endret") or []
        except (yaml.YAMLError, ValueError):  # a fault of its own
            return []
        return [str(claim) for claim in changed] if isinstance(changed, list) else [str(changed)]

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the file as a whole and above its text."""
        if not FILE_NAME.fullmatch(self.path):
            yield fault(1, "bad-file-name")
        if UNREADABLE in self.text:
            line = self.text[: self.text.index(UNREADABLE)].count("\n") + 1
            yield fault(line, "bad-encoding")
        try:
            yield from self.meta_faults(self.meta)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            yield fault(mark.line + 2 if mark else 1, "bad-meta")
        except ValueError:
            yield fault(self.line_of("kontrollert"), "bad-date")

    def meta_faults(self, meta: Mapping[str, Any]) -> Iterator[Fault]:
        for field in ("description", "kontrollert"):
            if not meta.get(field):
                remedy = TEXTS["problems"]["remedies"][field]
                yield fault(1, "no-meta", field=field, remedy=remedy)
        checked = meta.get("kontrollert")
        if checked and (not isinstance(checked, date) or isinstance(checked, datetime)):
            yield fault(self.line_of("kontrollert"), "bad-date")

    def line_of(self, field: str) -> int:
        """Where a field of the front matter stands; the first line where it does not."""
        found = re.search(rf"^{field}\b", self.text, re.MULTILINE)
        return self.text[: found.start()].count("\n") + 1 if found else 1


def read_pages(docs: Path) -> list[PageFile]:
    """Every Markdown file below docs/, in the order of their paths.

    Bytes that are not UTF-8 become the replacement character, and a fault of the page.
    """
    files = sorted(file for file in docs.rglob("*") if file.suffix in SUFFIXES)
    return [page_file(file.relative_to(docs).as_posix(), read_text(file)) for file in files]


@lru_cache(maxsize=500)
def page_file(path: str, text: str) -> PageFile:
    """The file; the same one for the same text, so that what it has read of itself is kept."""
    return PageFile(path, text)


def read_text(file: Path) -> str:
    """The file's text with newlines as the generator sees them, without a byte order mark."""
    text = file.read_bytes().decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
