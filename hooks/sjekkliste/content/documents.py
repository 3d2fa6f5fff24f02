"""The files in docs/dokumenter/, before they are read as documents."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from ..texts import TEXTS
from .pages import DOCUMENTS, PageFile
from .problems import Fault, fault

# What would be dropped or flattened: deep headings, code, lists in lists or quotes, HTML, pictures,
# blocks, and tables whose widths cannot be read.
UNREADABLE = re.compile(
    r"^(?:#{4,}| {4}|\t|`{3}|~{3}|<|/{3}|> *(?:[-*+>#|]|\d+[.)]) |[-: ]+\||[-|: ]+-[-|: ]*[-: ]$)|!\["
)

CHOICE = re.compile(r"\[([^\]:]+):([^\]]*)\](?!\()")


def is_document(page: PageFile) -> bool:
    """Whether the file is a document to write in, not a page of the site."""
    return page.folder == DOCUMENTS


def document_id(page: PageFile) -> str:
    """The document's name in /utskrift/."""
    return PurePosixPath(page.path).stem


def document_faults(page: PageFile) -> Iterator[Fault]:
    """Lines that would not come out in every format, and words in brackets that nobody could replace."""
    for number, line in enumerate(page.body.split("\n"), page.first_line):
        if UNREADABLE.search(line):
            yield fault(number, "bad-document-line")
        if line.count("[") != line.count("]"):
            yield fault(number, "open-bracket")
        for name, written in CHOICE.findall(line):
            if name.startswith(TEXTS["documents"]["choice"]):
                choices = [one.strip() for one in written.split(",")]
                if not all(choices) or len({*choices}) < len(choices):
                    yield fault(number, "bad-choice", name=name)
