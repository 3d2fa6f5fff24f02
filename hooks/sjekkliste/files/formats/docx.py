"""Word: WordprocessingML, with content controls to tick and fill in."""

from jinja2 import Environment

from ...engines.qr import qr_png
from ...model.document import BOX, Document
from ..package import package, parts

TWIPS = 1440 / 25.4
"""A millimetre in twentieths of a point, which is what Word counts in."""


def docx(document: Document, env: Environment) -> bytes:
    """The document as a Word file."""
    links = {address: f"link{number}" for number, address in enumerate(document.links(), 1)}
    pictures = {"word/media/qr.png": qr_png(document.address)} if document.address else {}
    values = {"document": document, "links": links, "pictures": pictures}
    return package({**parts(env, "docx", **values, twips=TWIPS, box=BOX), **pictures})
