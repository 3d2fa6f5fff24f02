"""QR codes as vector graphics for paper."""

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    import segno


@lru_cache(maxsize=500)
def qr_code(address: str) -> "segno.QRCode":
    """The code itself, which takes longer to find than to draw."""
    import segno  # Loaded when used: most builds find all codes in the cache.

    return segno.make(address, error="m", micro=False)


def qr_svg(address: str) -> Markup:
    """An inline SVG, black on nothing, sized by style sheets; hidden from screen readers,
    who have the address as a link beside it."""
    out = io.BytesIO()
    qr_code(address).save(
        out,
        kind="svg",
        xmldecl=False,
        svgns=True,
        nl=False,
        border=0,
        omitsize=True,
        svgclass="qr",
        lineclass=None,
    )
    return Markup(out.getvalue().decode().replace("<svg ", '<svg aria-hidden="true" ', 1))  # noqa: S704


def qr_png(address: str) -> bytes:
    """The same as a picture, for files that take no vector graphics."""
    out = io.BytesIO()
    qr_code(address).save(out, kind="png", scale=8, border=0)
    return out.getvalue()
