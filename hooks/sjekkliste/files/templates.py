"""Our own templates, of what the pages show and of files outside the site's theme, and what they may use."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ..engines.csp import with_csp
from ..engines.qr import qr_svg
from ..model.facts import by_address, by_edition
from ..model.guide import Guide
from ..model.page_html import from_page
from ..texts import TEXTS, count, dated, long_date, text_hash, trust
from ..texts.sentences import closing, help_line, source_name

# PDF/A-2 of our engine keeps its page objects in plain sight. ISO 32000-1, 7.7.3.3
PDF_PAGE = re.compile(rb"/Type\s*/Page\b")


@cache
def environment(templates: Path, compiled: BytecodeCache | None = None) -> Environment:
    """All our own templates; a changed one is read again. `compiled` keeps them for the next time."""
    env = Environment(
        loader=FileSystemLoader([templates / "files", templates]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled,
    )
    made = (count, long_date, dated, trust, closing, help_line, qr_svg, css_string, text_hash)
    of_sources = (by_address, by_edition, source_name)
    env.globals |= {"texts": TEXTS, **{one.__name__: one for one in (*made, *of_sources)}}
    env.filters["url"] = url
    return env


@pass_context
def url(context: Context, address: str) -> str:
    """An address from the site's root as it is written on the page that is being rendered, or on the one
    that stands in for all that are not there, wherever that is."""
    if context["page"]:
        return from_page(address, context["page"].url)
    return f"{urlsplit(context['guide'].settings.site_url).path}{address}"


def css_string(text: str) -> Markup:
    """The text as a string in a style sheet, which knows no HTML entities.
    https://www.w3.org/TR/css-syntax-3/#consume-string-token"""
    escaped = re.sub(r'["\\\n<&]', lambda sign: f"\\{ord(sign[0]):x} ", text)
    return Markup(f'"{escaped}"')  # noqa: S704


def render(env: Environment, template: str, guide: Guide, **values: object) -> bytes:
    """One HTML file, with its policy."""
    page = env.get_template(template).render(guide=guide, **values)
    return (with_csp(page) + "\n").encode()


def size(path: str, content: bytes) -> str:
    """For example «7 sider, 178 kB»; only of PDF files are the pages known."""
    kilobytes = f"{max(1, round(len(content) / 1000))}\N{NO-BREAK SPACE}kB"
    pages = len(PDF_PAGE.findall(content)) if path.endswith(".pdf") else 0
    return f"{count(pages, TEXTS['sheets']['pages'])}, {kilobytes}" if pages else kilobytes
