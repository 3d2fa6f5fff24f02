"""The formats that a sheet is published in, in the order they are offered.

A new one is a function in a file of its own here, a line in FORMATS, and its name under
`sheets: formats:` in nb.yml. One that can show any document has a line in WRITERS instead.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment

from ...model.document import Document
from ...model.guide import Guide
from .. import Keep
from ..sheet_document import sheet_document
from ..sheets import Sheet
from ..templates import render
from .office import document_ingredients, docx, odt
from .pdf import pdf_sheet
from .xlsx import is_phase, xlsx_sheet

Writer = Callable[[Document, Environment], bytes]

WRITERS: Mapping[str, Writer] = {"docx": docx, "odt": odt}


def every(_sheet: str, _guide: Guide) -> bool:
    """For a format that all sheets are published in."""
    return True


@dataclass(frozen=True)
class Format:
    """How a sheet becomes a file, and for which sheets, by id."""

    make: Callable[[Sheet, Guide, Environment, Keep], bytes]
    of: Callable[[str, Guide], bool] = every


def written(suffix: str, document: Document, env: Environment, keep: Keep) -> bytes:
    """The document in the format of one of the writers."""
    return keep(document_ingredients(document, suffix, env), lambda: WRITERS[suffix](document, env))


def written_sheet(suffix: str, sheet: Sheet, guide: Guide, env: Environment, keep: Keep) -> bytes:
    """The sheet as such a document."""
    return written(suffix, sheet_document(sheet, guide), env, keep)


def html_sheet(sheet: Sheet, guide: Guide, env: Environment, _keep: Keep) -> bytes:
    """A page that the browser prints, A4 landscape."""
    return render(env, "sheet.html", guide, sheet=sheet)


FORMATS: Mapping[str, Format] = {
    "html": Format(html_sheet),
    "pdf": Format(pdf_sheet),
    **{suffix: Format(partial(written_sheet, suffix)) for suffix in WRITERS},
    "xlsx": Format(xlsx_sheet, is_phase),
}


def suffixes(guide: Guide, sheet_id: str) -> list[str]:
    """The formats of the sheet with this id, as the suffixes of its files."""
    return [suffix for suffix, one in FORMATS.items() if one.of(sheet_id, guide)]
