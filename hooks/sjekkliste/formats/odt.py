"""OpenDocument text, with content controls as LibreOffice writes them."""

from jinja2 import Environment

from ..document import BOX, Document
from ..model import Guide
from ..package import package, parts
from ..qr import qr_png

MIMETYPE = "application/vnd.oasis.opendocument.text"


def odt(document: Document, guide: Guide, env: Environment) -> bytes:
    """The document as an OpenDocument file."""
    pictures = {"Pictures/qr.png": qr_png(document.address)} if document.address else {}
    values = {"document": document, "guide": guide, "mimetype": MIMETYPE, "pictures": pictures}
    return package({"mimetype": MIMETYPE.encode(), **parts(env, "odt", **values, box=BOX), **pictures})
