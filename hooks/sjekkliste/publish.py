"""Makes every published file from the guide: pure functions from value to bytes.

A new format of sheets or documents is one function and one line in formats/, another file one in
more_files.py; a new data file is one function and one line in DATA_FILES.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from jinja2 import Environment

from .cache import Cache
from .data import checklists_json, checklists_schema
from .formats import FORMATS, WRITERS, suffixes
from .model import Guide
from .more_files import MORE_FILES
from .plan_schema import plan_schema
from .sheets import Sheet, sheets
from .templates import environment, render

DATA_FILES: Mapping[str, Callable[[Guide], bytes]] = {
    "data/sjekklister.json": checklists_json,
    "data/sjekklister.schema.json": checklists_schema,
    "data/plan.schema.json": plan_schema,
}


def publish(guide: Guide, templates: Path, cache: Cache) -> dict[str, bytes]:
    """Every file that is made from the guide, by its path below the site's root."""
    env = environment(templates)
    return {
        **{
            f"utskrift/{sheet.id}.{suffix}": make(suffix, sheet, guide, env, cache)
            for sheet in sheets(guide)
            for suffix in suffixes(sheet.id)
        },
        **{
            f"utskrift/{document.id}.{suffix}": write(document, guide, env)
            for document in guide.documents
            for suffix, write in WRITERS.items()
        },
        **{f"utskrift/{name}": make(guide, env) for name, make in MORE_FILES.items()},
        **{path: make(guide) for path, make in DATA_FILES.items()},
        **{
            f"k/{code}/index.html": render(env, "short.html", guide, code=code, title=title, target=target)
            for code, title, target in short_addresses(guide)
        },
    }


def make(suffix: str, sheet: Sheet, guide: Guide, env: Environment, cache: Cache) -> bytes:
    """One file of a sheet, made anew only if it has to be."""
    form = FORMATS[suffix]
    if not form.ingredients:
        return form.make(sheet, guide, env)
    return cache.get(form.ingredients(sheet, guide, env), lambda: form.make(sheet, guide, env))


def short_addresses(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Every code with its title and the address it leads to, seen from the site's root."""
    for phase in guide.phases:
        if guide.of_phase(phase.id):
            yield phase.code, phase.title, f"{phase.id}/"
    for checklist in guide.checklists:
        yield checklist.code, checklist.title, f"{checklist.url}#{checklist.id}"
        for item in checklist.items:
            yield item.code, item.text, f"{checklist.url}#{item.id}"
