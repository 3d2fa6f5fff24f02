"""OpenDocument text, with content controls as LibreOffice writes them."""

from jinja2 import Environment

from ...engines.qr import qr_png
from ...model.document import BOX, Document
from ..package import package, parts

MIMETYPE = "application/vnd.oasis.opendocument.text"


def odt(document: Document, env: Environment) -> bytes:
    """The document as an OpenDocument file."""
    pictures = {"Pictures/qr.png": qr_png(document.address)} if document.address else {}
    values = {"document": document, "mimetype": MIMETYPE, "pictures": pictures}
    return package({"mimetype": MIMETYPE.encode(), **parts(env, "odt", **values, box=BOX), **pictures})
