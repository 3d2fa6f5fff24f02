"""Typst, with our font from a package and no other, so that it gives the same everywhere."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

from .font import font_folder


@cache
def compiler() -> "typst.Compiler":
    """The engine, which is slow to load and to start; most builds find all that it makes in the cache."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder()])
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


def typeset(template: Path, data: str, **options: Any) -> bytes:
    """What the template makes of the data, which it gets as `sys.inputs.data`: text, so that none of
    it is taken for markup. `options` are the engine's own."""
    made = compiler().compile(template.read_bytes(), sys_inputs={"data": data}, **options)
    assert isinstance(made, bytes)
    return made
