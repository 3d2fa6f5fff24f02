"""Office files: ZIP archives of XML, one template for each part."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jinja2 import Environment


def parts(env: Environment, folder: str, **values: object) -> dict[str, bytes]:
    """Every template below the folder, rendered, by its path in the archive."""
    prefix = f"{folder}/"
    names = env.list_templates(filter_func=lambda name: name.startswith(prefix))
    return {
        name.removeprefix(prefix): env.get_template(name).render(**values).strip().encode() for name in names
    }


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
