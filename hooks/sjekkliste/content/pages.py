"""The Markdown files of the guide, and what stands above the text in each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath

from ..texts.yaml import Entry
from .problems import Fault, Line, fault
from .reading import field_faults, read_text, read_value, table
from .scanner import CODE, PageSource, read_source, readable_lines

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<meta>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FILE_NAME = re.compile(r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.md")
# Everything that the generator takes for Markdown, and what somebody may think that it takes.
SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".docx", ".doc", ".odt")
TOP = table("title=text? description=text kontrollert=day endret=ids? viser=text? hide=hide?")
DOCUMENT_TOP = {
    **TOP,
    **table("title=text nummer=number? liggende=switch? skrives_ut=switch? bunntekst=text?"),
}
DOCUMENTS = "dokumenter"


@dataclass(frozen=True)
class PageFile:
    """A Markdown file: `path` is relative to docs/, with forward slashes; `unread` is what its bytes lack."""

    path: str
    text: str
    unread: tuple[Fault, ...] = ()

    @property
    def file(self) -> str:
        """The path as it is told to an editor."""
        return f"docs/{self.path}"

    @property
    def folder(self) -> str:
        """The first part of the address, which names the phase."""
        return self.path.partition("/")[0]

    @property
    def name(self) -> str:
        """The file's own name; a document has it in /utskrift/ too."""
        return PurePosixPath(self.path).stem

    @property
    def is_document(self) -> bool:
        """Whether the file is a document to write in, not a page of the site."""
        return self.folder == DOCUMENTS

    @cached_property
    def top(self) -> tuple[Entry, list[Fault]]:
        """The front matter, empty where it cannot be read, and what is wrong with it."""
        found = FRONT_MATTER.match(self.text)
        if not found:
            unclosed = self.text.startswith("---\n")
            return Entry(1), [fault(1, "unclosed-top" if unclosed else "no-top")]
        meta, faults = read_value(found["meta"], 2)
        if not isinstance(meta, Entry):
            return Entry(1), faults or [fault(2, "unreadable")]
        return meta, [*faults, *field_faults(meta, DOCUMENT_TOP if self.is_document else TOP)]

    @property
    def readable(self) -> bool:
        """Whether it makes sense to look at the text: it was read, and what stands above it has an end."""
        return bool(self.text and FILE_NAME.fullmatch(self.path)) and not (
            self.text.startswith("---\n") and self.body == self.text
        )

    @property
    def meta(self) -> Entry:
        """The front matter."""
        return self.top[0]

    @cached_property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return FRONT_MATTER.sub("", self.text)

    @cached_property
    def source(self) -> PageSource:
        """The same, read by line."""
        return read_source(self.body, self.first_line, intro="viser" not in self.meta)

    @cached_property
    def lines(self) -> list[Line]:
        """Its lines that are neither code nor comments, without code in the midst of a line."""
        lines = readable_lines(self.body, self.first_line)
        return [Line(line.number, CODE.sub("", line.text)) for line in lines]

    @property
    def first_line(self) -> int:
        """The line of the file on which the text below the front matter begins."""
        return self.text.count("\n") - self.body.count("\n") + 1

    @property
    def title(self) -> str:
        """The page's name."""
        written = [line.text for line in self.source.titles]
        return str(self.meta.get("title") or (written or [self.path])[0])

    @property
    def checked(self) -> date | None:
        """When somebody last looked through the page."""
        checked = self.meta.get("kontrollert")
        return checked if type(checked) is date else None

    @property
    def changed(self) -> list[str]:
        """The claims on what has changed since the guide was written, and that affect the page."""
        changed = self.meta.get("endret")
        return [str(claim) for claim in changed] if isinstance(changed, list) else []

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the file as a whole and above its text."""
        if not FILE_NAME.fullmatch(self.path):
            yield fault(1, "bad-file-name")
        elif not self.text.strip():
            yield from () if self.unread else [fault(1, "empty-file")]
        else:
            yield from self.top[1]
            yield from self.title_faults() if self.readable else ()

    def title_faults(self) -> Iterator[Fault]:
        """A page has one title, first on it; that above may differ where a template shows it elsewhere."""
        if not self.source.titles:
            yield fault(self.first_line, "no-page-title")
            return
        first, *others = self.source.titles
        for line in others:
            yield fault(line.number, "title-twice")
        title, other = self.meta.get("title"), re.sub(r"[*_`]", "", first.text)
        free = "viser" in self.meta or self.is_document or not isinstance(title, str)
        if not free and title != other:
            yield fault(self.meta.line_of("title"), "title-differs", title=str(title), other=other)


def read_pages(docs: Path) -> list[PageFile]:
    """Every Markdown file below docs/, in the order of their paths."""
    files = sorted(file for file in docs.rglob("*") if file.suffix.lower() in SUFFIXES)
    return [read_page(file, file.relative_to(docs).as_posix()) for file in files]


def read_page(file: Path, path: str) -> PageFile:
    """The file, with what its bytes lack."""
    text, faults = read_text(file) if FILE_NAME.fullmatch(path) else ("", [])
    return page_file(path, text or "", tuple(faults))


@lru_cache(maxsize=500)
def page_file(path: str, text: str, unread: tuple[Fault, ...]) -> PageFile:
    """The file; the same one for the same text, so that what it has read of itself is kept."""
    return PageFile(path, text, unread)
