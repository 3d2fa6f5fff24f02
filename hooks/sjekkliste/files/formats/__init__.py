"""The formats that sheets and documents are published in, in the order they are offered.

One that draws any document is a function in a file of its own here and a line in WRITERS. Each has a line in
FORMATS, which says of which sheets there is one, and its name under `sheets: formats:` in nb.yml.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from jinja2 import Environment

from ...model.document import BOX, Document
from ...model.guide import Guide
from .. import Keep
from ..sheet_document import sheet_document
from ..sheets import Sheet
from ..templates import render
from .office import docx, odt
from .pdf import pdf
from .xlsx import xlsx_sheet

Writer = Callable[[Document, Guide, Environment, Keep], bytes]


def html(document: Document, guide: Guide, env: Environment, _keep: Keep) -> bytes:
    """A page that the browser prints."""
    return render(env, "sheet.html", guide, document=document, box=BOX)


WRITERS: Mapping[str, Writer] = {"html": html, "pdf": pdf, "docx": docx, "odt": odt}
OFFICE = ("docx", "odt")
"""What the documents are published in: they are for writing in."""


def document_suffixes(document: Document) -> list[str]:
    """The formats of the document, as the suffixes of its files."""
    return list(WRITERS if document.printed else OFFICE)


def every(_sheet: Sheet) -> bool:
    """For a format that all sheets are published in."""
    return True


def to_write_in(sheet: Sheet) -> bool:
    """For a format to fill in on the screen: with a whole phase there is less to keep in order."""
    return not sheet.alone


@dataclass(frozen=True)
class Format:
    """How a sheet becomes a file, and for which sheets."""

    make: Callable[[Sheet, Guide, Environment, Keep], bytes]
    of: Callable[[Sheet], bool] = every


def drawn(suffix: str, sheet: Sheet, guide: Guide, env: Environment, keep: Keep) -> bytes:
    """The sheet as one of the writers draws it."""
    return WRITERS[suffix](sheet_document(sheet, guide), guide, env, keep)


FORMATS: Mapping[str, Format] = {
    **{
        suffix: Format(partial(drawn, suffix), to_write_in if suffix in OFFICE else every)
        for suffix in WRITERS
    },
    "xlsx": Format(xlsx_sheet, attrgetter("is_phase")),
}


def suffixes(sheet: Sheet) -> list[str]:
    """The formats of the sheet, as the suffixes of its files."""
    return [suffix for suffix, one in FORMATS.items() if one.of(sheet)]
