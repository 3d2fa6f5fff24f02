"""The files in docs/dokumenter/, before they are read as documents."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from ..texts import TEXTS
from .pages import PageFile
from .problems import Fault, fault

FOLDER = "dokumenter"
# What would be dropped or flattened: deep headings, code, lists in lists or quotes, HTML, pictures,
# blocks, and tables whose widths cannot be read.
UNREADABLE = re.compile(r"^(?:#{4,}| {4}|\t|`{3}|~{3}|<|/{3}|> *(?:[-*+>#|]|\d+[.)]) |[-: ]+\|)|!\[")


def is_document(page: PageFile) -> bool:
    """Whether the file is a document to write in, not a page of the site."""
    return page.folder == FOLDER


def document_id(page: PageFile) -> str:
    """The document's name in /utskrift/."""
    return PurePosixPath(page.path).stem


def document_faults(page: PageFile) -> Iterator[Fault]:
    """What the document lacks, and lines that would not come out in every format."""
    if not re.search(r"^title: *\S", page.text.removesuffix(page.body), re.MULTILINE):
        yield fault(1, "no-meta", field="title", remedy=TEXTS["problems"]["remedies"]["title"])
    if not page.body.lstrip("\n").startswith("# "):
        yield fault(page.first_line, "no-document-title")
    for number, line in enumerate(page.body.split("\n"), page.first_line):
        if UNREADABLE.search(line):
            yield fault(number, "bad-document-line")
