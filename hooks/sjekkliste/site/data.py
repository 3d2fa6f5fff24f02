"""The data that other programs read: the lists as JSON and as rows, and all that can be linked to. Their
schemas are templates, in templates/data/."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from ..addresses.catalogue import Entry, catalogue
from ..files.formats import suffixes
from ..files.sheets import Sheet, sheets
from ..model.guide import Checklist, Guide, Item, part_of
from ..texts import TEXTS, text_hash


def checklists_json(guide: Guide) -> bytes:
    """All phases, checklists and items, with absolute addresses."""
    site = guide.settings.site_url
    phases = [
        {"id": one.id, "code": one.code, "title": one.title, "url": f"{site}{one.id}/"}
        for one in guide.phases
        if guide.of_phase(one.id)
    ]
    printed = {one.id: one for one in sheets(guide)}
    lists = [checklist_data(one, (printed[one.phase], printed[one.id]), site) for one in guide.checklists]
    measures = [list_data(one, site) for one in guide.measures]
    return encode("sjekklister", site, phases=phases, checklists=lists, measures=measures)


def checklist_data(checklist: Checklist, printed: Iterable[Sheet], site: str) -> dict[str, Any]:
    """One checklist as data, in each format on the last of the sheets that it is printed on."""
    return {
        **list_data(checklist, site),
        "phase": checklist.phase,
        "kind": checklist.kind,
        "sheets": {
            suffix: f"{site}utskrift/{sheet.id}.{suffix}" for sheet in printed for suffix in suffixes(sheet)
        },
    }


def list_data(checklist: Checklist, site: str) -> dict[str, Any]:
    """One list as data, wherever it stands."""
    page = f"{site}{checklist.url}"
    items = [item_data(item, page) for item in checklist.items]
    names = {"id": checklist.id, "code": checklist.code, "title": checklist.title}
    return {**names, "url": f"{page}#{checklist.id}", "items": items}


def item_data(item: Item, page: str) -> dict[str, Any]:
    """One item as data; `page` is the address of its page."""
    return {
        "id": item.id,
        "code": item.code,
        "text": item.text,
        "hash": text_hash(item.text),
        "url": f"{page}#{item.id}",
        "sources": list(item.sources),
        "formerly": list(item.formerly),
        **({"weighs": {"part": part_of(item.weighs["ja"]), **item.weighs}} if item.weighs else {}),
    }


def encode(name: str, site: str, **lists: object) -> bytes:
    """The lists under the schema of this name, as JSON that reads well in a difference, in UTF-8."""
    value = {"$schema": f"{site}data/{name}.schema.json", "version": 1, "site": site, **lists}
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def links_json(guide: Guide, made: Iterable[str]) -> bytes:
    """Everything that can be linked to, with absolute addresses."""
    site = guide.settings.site_url
    return encode("lenker", site, links=[entry_data(entry, site) for entry in catalogue(guide, made)])


def entry_data(entry: Entry, site: str) -> dict[str, str]:
    """One entry as data; what it does not have is left out."""
    fields = ("kind", "id", "code", "phase", "title", "description")
    data: dict[str, str] = {name: value for name in fields if (value := getattr(entry, name))}
    addresses = {"url": entry.url, "short": entry.short} | ({"embed": entry.embed} if entry.embed else {})
    return data | {name: site + address for name, address in addresses.items()}


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
