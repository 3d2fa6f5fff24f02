"""Makes every published file from the guide: pure functions from value to bytes.

A new format of sheets or documents is one function and one line in files/formats/, another file in
/utskrift/ one function, a line in OTHER_FILES, and its title and use under `files:` in nb.yml; a new data
file is one function and one line in DATA_FILES.
"""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import NAMESPACE_URL, uuid5

from jinja2 import Environment

from ..addresses.catalogue import page_entries
from ..addresses.news import news
from ..addresses.redirects import redirects
from ..files.formats import FORMATS, WRITERS, document_suffixes, suffixes
from ..files.meeting import meeting_sheet
from ..files.sheets import Sheet, sheets
from ..files.templates import render
from ..files.workbook import titled_workbook
from ..model.document import Document
from ..model.guide import Guide
from .assets import Assets
from .cache import Cache
from .data import checklists_csv, checklists_json, links_json
from .preview import preview_ids, preview_image
from .whole import whole_html

DATA_FILES: Mapping[str, Callable[[Guide], bytes]] = {
    "data/sjekklister.json": checklists_json,
    "data/sjekklister.csv": checklists_csv,
}
SCHEMAS = tuple(f"data/{name}.schema.json" for name in ("sjekklister", "lenker", "plan"))
OTHER_FILES: Mapping[str, Callable[[Guide, Environment], bytes]] = {
    "tiltak.xlsx": partial(titled_workbook, "tiltak"),
    "tidsplan.xlsx": partial(titled_workbook, "tidsplan"),
    "veilederen.html": whole_html,
}
LINKS, FEED = "data/lenker.json", "endringer.xml"
FEED_ID = uuid5(NAMESPACE_URL, "sjekkliste/endringer").urn
Make = Callable[[Environment, Cache], bytes]


def publish(guide: Guide, env: Environment, cache: Cache, assets: Assets) -> dict[str, bytes]:
    """Every file that is made from the guide, by its path below the site's root, and what stands
    where such files have stood before; those that are pages load these assets."""
    made = {path: make(env, cache) for path, make in makers(guide).items()}
    return {
        path: assets.named(content.decode()).encode() if path.endswith(".html") else content
        for path, content in {**made, **redirects(guide, made, env)}.items()
    }


def makers(guide: Guide) -> dict[str, Make]:
    """What makes each file from the guide, by its path below the site's root."""
    made: dict[str, Make] = {
        **{
            f"utskrift/{sheet.id}.{suffix}": partial(make_sheet, suffix, sheet, guide)
            for sheet in sheets(guide)
            for suffix in suffixes(sheet)
        },
        **{
            f"utskrift/{document.id}.{suffix}": partial(make_document, suffix, document, guide)
            for document in (meeting_sheet(guide), *guide.documents)
            for suffix in document_suffixes(document)
        },
        **{f"utskrift/{name}": without_cache(make, guide) for name, make in OTHER_FILES.items()},
        **{path: plain(make, guide) for path, make in DATA_FILES.items()},
        **{path: from_template(path, guide) for path in SCHEMAS},
        **{
            f"k/{one.code}/index.html": from_template("short.html", guide, entry=one)
            for one in page_entries(guide)
            if one.code
        },
        **{f"forhandsvisning/{one}.png": partial(make_preview, one, guide) for one in preview_ids(guide)},
        **{
            f"innebygd/{one.id}/index.html": from_template("embed.html", guide, checklist=one)
            for one in guide.checklists
        },
    }
    paths = [*made, LINKS, FEED]
    changes = news(guide, paths)
    return {
        **made,
        LINKS: plain(links_json, guide, paths),
        FEED: from_template("feed.xml", guide, news=changes, feed_id=FEED_ID),
    }


def make_sheet(suffix: str, sheet: Sheet, guide: Guide, env: Environment, cache: Cache) -> bytes:
    """One file of a sheet, made anew only if it has to be."""
    return FORMATS[suffix].make(sheet, guide, env, cache.get)


def make_document(suffix: str, document: Document, guide: Guide, env: Environment, cache: Cache) -> bytes:
    """One file of a document, made anew only if it has to be."""
    return WRITERS[suffix](document, guide, env, cache.get)


def make_preview(identity: str, guide: Guide, _env: Environment, cache: Cache) -> bytes:
    """The image of a phase, or of the rest, made anew only if it has to be."""
    return preview_image(identity, guide, cache.get)


def without_cache(make: Callable[[Guide, Environment], bytes], guide: Guide) -> Make:
    """For a file that is made anew each time."""
    return lambda env, _cache: make(guide, env)


def plain(make: Callable[..., bytes], *values: object) -> Make:
    """For a file that no template has a part in."""
    return lambda _env, _cache: make(*values)


def from_template(template: str, guide: Guide, **values: object) -> Make:
    """For a file that is made by a template of this name alone."""
    return lambda env, _cache: render(env, template, guide, **values)
