"""The formats that a sheet is published in, in the order they are offered.

A new one is a function in a file of its own here, a line in FORMATS, and its name under
`sheets: formats:` in nb.yml. One that can show any document has a line in WRITERS instead.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from jinja2 import Environment

from ..document import Document
from ..model import Guide
from ..sheet_document import sheet_document
from ..sheets import Sheet
from .docx import docx
from .html import html_sheet
from .odt import odt
from .pdf import pdf_ingredients, pdf_sheet

Writer = Callable[[Document, Guide, Environment], bytes]

WRITERS: Mapping[str, Writer] = {"docx": docx, "odt": odt}


def every(_: str) -> bool:
    """For a format that all sheets are published in."""
    return True


@dataclass(frozen=True)
class Format:
    """How a sheet becomes a file, and for which sheets, by id.

    A slow format names its ingredients: all that decides the bytes, so that they can be kept.
    """

    make: Callable[[Sheet, Guide, Environment], bytes]
    of: Callable[[str], bool] = every
    ingredients: Callable[[Sheet, Guide, Environment], Iterable[bytes]] | None = None


def of_sheet(write: Writer) -> Callable[[Sheet, Guide, Environment], bytes]:
    """What makes a sheet with the writer of documents."""
    return lambda sheet, guide, env: write(sheet_document(sheet, guide), guide, env)


FORMATS: Mapping[str, Format] = {
    "html": Format(html_sheet),
    "pdf": Format(pdf_sheet, ingredients=pdf_ingredients),
    **{suffix: Format(of_sheet(write)) for suffix, write in WRITERS.items()},
}


def suffixes(sheet_id: str) -> list[str]:
    """The formats of the sheet with this id, as the suffixes of its files."""
    return [suffix for suffix, one in FORMATS.items() if one.of(sheet_id)]
