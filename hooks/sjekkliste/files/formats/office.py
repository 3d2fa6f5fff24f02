"""Word and OpenDocument: archives of XML, one template for each part, with controls to tick and fill in."""

import io
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jinja2 import Environment, FileSystemLoader

from ...engines.qr import qr_png
from ...model.document import BOX, Document
from ...model.guide import Guide
from .. import Keep

TWIPS = 1440 / 25.4
"""A millimetre in twentieths of a point, which is what Word counts in."""
ODT = "application/vnd.oasis.opendocument.text"


def docx(document: Document, _guide: Guide, env: Environment, keep: Keep) -> bytes:
    """The document as a Word file."""
    links = {address: f"link{number}" for number, address in enumerate(document.links(), 1)}
    made = partial(parts, document, env, "docx", "word/media/qr.png", links=links, twips=TWIPS)
    return keep(document_ingredients(document, "docx", env), lambda: package(made()))


def odt(document: Document, _guide: Guide, env: Environment, keep: Keep) -> bytes:
    """The document as an OpenDocument file."""
    made = partial(parts, document, env, "odt", "Pictures/qr.png", mimetype=ODT)
    return keep(
        document_ingredients(document, "odt", env), lambda: package({"mimetype": ODT.encode(), **made()})
    )


def document_ingredients(document: Document, suffix: str, env: Environment) -> Iterable[bytes]:
    """What decides the bytes of the document in this format, besides our code."""
    yield repr(document).encode()
    for name, source in part_sources(env, suffix).items():
        yield from (name.encode(), source.encode())


def part_sources(env: Environment, folder: str) -> dict[str, str]:
    """The templates below the folder, by their path in the archive."""
    assert isinstance(env.loader, FileSystemLoader)
    root = Path(env.loader.searchpath[0]) / folder
    files = sorted(file for file in root.rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}


def parts(
    document: Document, env: Environment, folder: str, picture: str, **values: object
) -> dict[str, bytes]:
    """The same, rendered, and the picture by its path in the archive, if the document has one."""
    pictures = {picture: qr_png(document.address)} if document.address else {}
    values |= {"document": document, "pictures": pictures, "box": BOX}
    names = part_sources(env, folder)
    made = {name: env.get_template(f"{folder}/{name}").render(values).strip().encode() for name in names}
    return {**made, **pictures}


def package(files: Mapping[str, bytes]) -> bytes:
    """The archive, the same bytes every time. What tells the kind of file is found by its place:
    first, and not compressed."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name)  # from 1980: the archive has no other date
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()
