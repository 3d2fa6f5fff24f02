"""The link catalogue and the items as data for other programs: JSON with its schema, and CSV."""

import csv
import io
from collections.abc import Iterable

from ..addresses.catalogue import Entry, catalogue
from ..model.guide import Guide
from ..texts import TEXTS
from .data import encode, table

SCHEMA = "data/lenker.schema.json"


def links_json(guide: Guide, made: Iterable[str]) -> bytes:
    """Everything that can be linked to, with absolute addresses."""
    site = guide.settings.site_url
    return encode(
        {
            "$schema": f"{site}{SCHEMA}",
            "version": 1,
            "site": site,
            "links": [describe(entry, site) for entry in catalogue(guide, made)],
        }
    )


def describe(entry: Entry, site: str) -> dict[str, str]:
    """One entry as data; what it does not have is left out."""
    fields = {
        "kind": entry.kind,
        "id": entry.id,
        "code": entry.code,
        "phase": entry.phase,
        "title": entry.title,
        "description": entry.description,
        "url": site + entry.url,
        "short": site + entry.short,
        "embed": site + entry.embed if entry.embed else "",
    }
    return {name: value for name, value in fields.items() if value}


def links_schema(guide: Guide) -> bytes:
    """JSON Schema (2020-12) of the above."""
    text = {"type": "string", "minLength": 1}
    url = {"type": "string", "format": "uri"}
    kind = {"enum": ["page", "checklist", "item", "file"]}
    link = table(kind=kind, title=text, description=text, url=url, short=url)
    link["properties"] |= {"id": text, "code": text, "phase": text, "embed": url}
    document = table(version={"const": 1}, site=url, links={"type": "array", "items": link, "minItems": 1})
    document["properties"]["$schema"] = url
    return encode(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{guide.settings.site_url}{SCHEMA}",
            **document,
        }
    )


def checklists_csv(guide: Guide) -> bytes:
    """The items as rows that a spreadsheet opens by double-click: «;» and a byte order mark."""
    site, out = guide.settings.site_url, io.StringIO()
    kinds = TEXTS["links"]["kinds"]
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow(TEXTS["links"]["columns"])
    for one in guide.checklists:
        phase = guide.phase(one.phase).title
        for item in one.items:
            address = f"{site}{one.url}#{item.id}"
            row = [item.code, item.id, phase, kinds[one.kind], one.title, item.text, item.help]
            rows.writerow([*row, address, f"{site}k/{item.code}/", ", ".join(item.sources)])
    return out.getvalue().encode("utf-8-sig")
