"""The templates of files that stand outside the site's theme, and what every template may use."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .csp import with_csp
from .model import Guide
from .qr import qr_svg
from .texts import TEXTS, count, dated, long_date, text_hash, trust


def environment(templates: Path) -> Environment:
    """Templates of the files that stand outside the site's theme."""
    env = Environment(
        loader=FileSystemLoader([templates / "files", templates]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(template_globals())
    return env


def template_globals() -> dict[str, object]:
    """What every template may use, in these files and in the site's pages alike."""
    return {
        "texts": TEXTS,
        "count": count,
        "long_date": long_date,
        "dated": dated,
        "trust": trust,
        "qr_svg": qr_svg,
        "css_string": css_string,
        "text_hash": text_hash,
    }


def css_string(text: str) -> Markup:
    """The text as a string in a style sheet, which knows no HTML entities.
    https://www.w3.org/TR/css-syntax-3/#consume-string-token"""
    escaped = re.sub(r'["\\\n<&]', lambda sign: f"\\{ord(sign[0]):x} ", text)
    return Markup(f'"{escaped}"')  # noqa: S704


def render(env: Environment, template: str, guide: Guide, **values: object) -> bytes:
    """One HTML file, with its policy."""
    page = env.get_template(template).render(guide=guide, **values)
    return (with_csp(page) + "\n").encode()
