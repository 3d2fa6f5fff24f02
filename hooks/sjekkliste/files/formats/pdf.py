"""A document as PDF, made by Typst: archive and accessibility standards (PDF/A-2a, PDF/UA-1) in one file.

Everything goes to the template as data, so no text can be taken for markup. The template stands
beside this file.
"""

import json
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from ...engines.qr import qr_svg
from ...engines.typst import typeset
from ...model.document import BOX, Document
from ...model.guide import Guide
from ...texts import TEXTS, Words
from .. import Keep

TEMPLATE = Path(__file__).with_name("document.typ")
STANDARDS = ["ua-1", "a-2a"]
SHEETS = Words("sheets")


def pdf(document: Document, _guide: Guide, _env: Environment, keep: Keep) -> bytes:
    """One PDF file. The date in it is the content's."""
    data, day = to_json(document), datetime.combine(document.dated, time(), UTC)
    make = partial(typeset, TEMPLATE, data, format="pdf", pdf_standards=STANDARDS, timestamp=day)
    return keep((TEMPLATE.read_bytes(), data.encode()), make)


def to_json(document: Document) -> str:
    """The document as the template takes it, with its picture and the words that are not its own."""
    words = {
        "language": TEXTS["language"],
        "page": SHEETS["page"],
        "box": BOX,
        "empty-box": SHEETS["empty-box"],
        "qr": SHEETS["qr"].format(address=document.address),
    }
    picture = str(qr_svg(document.address)) if document.address else ""
    data = {"document": document, "qr": picture, "words": words}
    return json.dumps(data, ensure_ascii=False, default=as_data)


def as_data(value: Any) -> Any:
    """One of the document's values, with what kind it is; a date as its year, month and day."""
    if isinstance(value, date):
        return value.timetuple()[:3]
    return {**vars(value), "kind": getattr(value, "kind", "")}
