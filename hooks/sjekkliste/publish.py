"""Makes every published file from the guide: pure functions from value to bytes.

A new format of the sheets is one function and one line in SHEET_FORMATS; a new data
file is one function and one line in DATA_FILES.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .csp import with_csp
from .data import checklists_json, checklists_schema
from .model import Guide
from .plan_schema import plan_schema
from .qr import qr_svg
from .sheets import Sheet, sheets
from .texts import TEXTS, count, long_date, trust

SHEET_FORMATS: Mapping[str, Callable[[Sheet, Guide, Environment], bytes]] = {
    "html": lambda sheet, guide, env: render(env, "sheet.html", guide, sheet=sheet),
}
DATA_FILES: Mapping[str, Callable[[Guide], bytes]] = {
    "data/sjekklister.json": checklists_json,
    "data/sjekklister.schema.json": checklists_schema,
    "data/plan.schema.json": plan_schema,
}


def publish(guide: Guide, templates: Path) -> dict[str, bytes]:
    """Every file that is made from the guide, by its path below the site's root."""
    env = environment(templates)
    return {
        **{
            f"utskrift/{sheet.id}.{suffix}": make(sheet, guide, env)
            for sheet in sheets(guide)
            for suffix, make in SHEET_FORMATS.items()
        },
        **{path: make(guide) for path, make in DATA_FILES.items()},
        **{
            f"k/{code}/index.html": render(env, "short.html", guide, code=code, title=title, target=target)
            for code, title, target in short_addresses(guide)
        },
    }


def short_addresses(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Every code with its title and the address it leads to, seen from the site's root."""
    for phase in guide.phases:
        if guide.of_phase(phase.id):
            yield phase.code, phase.title, f"{phase.id}/"
    for checklist in guide.checklists:
        yield checklist.code, checklist.title, f"{checklist.url}#{checklist.id}"
        for item in checklist.items:
            yield item.code, item.text, f"{checklist.url}#{item.id}"


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
        "trust": trust,
        "qr_svg": qr_svg,
        "css_string": css_string,
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
