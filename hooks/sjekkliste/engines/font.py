"""The font of the sheets, and the signs that it has."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from struct import unpack_from

FONT = "fontpkg-source-sans-3"
UPRIGHT = "SourceSans3[wght].ttf"


def font_folder() -> Path:
    """Where the font's package has its files."""
    return Path(str(files(FONT.replace("-", "_")))) / "files"


@cache
def signs() -> frozenset[str]:
    """Every sign that the font has, from its `cmap`: the part of format 12, which has them all."""
    data = (font_folder() / UPRIGHT).read_bytes()
    tables = (unpack_from(">4sIII", data, 12 + 16 * k) for k in range(unpack_from(">H", data, 4)[0]))
    start = next(place for name, _, place, _ in tables if name == b"cmap")
    parts = (
        unpack_from(">HHI", data, start + 4 + 8 * k) for k in range(unpack_from(">H", data, start + 2)[0])
    )
    part = next(start + place for _, _, place in parts if unpack_from(">H", data, start + place)[0] == 12)
    groups = (
        unpack_from(">II", data, part + 16 + 12 * k) for k in range(unpack_from(">I", data, part + 12)[0])
    )
    return frozenset(chr(sign) for first, last in groups for sign in range(first, last + 1))
