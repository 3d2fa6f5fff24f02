"""Makes every published file from the guide: pure functions from value to bytes.

A new format of the sheets is one function and one line in formats/; a new data file is one
function and one line in DATA_FILES.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from jinja2 import Environment

from .data import checklists_json, checklists_schema
from .formats import FORMATS, suffixes
from .model import Guide
from .plan_schema import plan_schema
from .redirects import redirects
from .sheets import sheets
from .templates import environment, render

DATA_FILES: Mapping[str, Callable[[Guide], bytes]] = {
    "data/sjekklister.json": checklists_json,
    "data/sjekklister.schema.json": checklists_schema,
    "data/plan.schema.json": plan_schema,
}


Make = Callable[[Environment], bytes]


def publish(guide: Guide, templates: Path) -> dict[str, bytes]:
    """Every file that is made from the guide, by its path below the site's root, and what stands
    where such files have stood before."""
    env = environment(templates)
    made = {path: make(env) for path, make in makers(guide).items()}
    return {**made, **redirects(guide, made, env)}


def makers(guide: Guide) -> dict[str, Make]:
    """What makes each file from the guide, by its path below the site's root."""
    return {
        **{
            f"utskrift/{sheet.id}.{suffix}": partial(FORMATS[suffix].make, sheet, guide)
            for sheet in sheets(guide)
            for suffix in suffixes(sheet.id)
        },
        **{path: without_templates(make, guide) for path, make in DATA_FILES.items()},
        **{
            f"k/{code}/index.html": from_template("short.html", guide, code=code, title=title, target=target)
            for code, title, target in short_addresses(guide)
        },
    }


def without_templates(make: Callable[[Guide], bytes], guide: Guide) -> Make:
    """For a file that no template has a part in."""
    return lambda _: make(guide)


def from_template(template: str, guide: Guide, **values: object) -> Make:
    """For a file that is made by a template of this name alone."""
    return lambda env: render(env, template, guide, **values)


def short_addresses(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Every code with its title and the address it leads to, seen from the site's root."""
    for phase in guide.phases:
        if guide.of_phase(phase.id):
            yield phase.code, phase.title, f"{phase.id}/"
    for checklist in guide.checklists:
        yield checklist.code, checklist.title, f"{checklist.url}#{checklist.id}"
        for item in checklist.items:
            yield item.code, item.text, f"{checklist.url}#{item.id}"
