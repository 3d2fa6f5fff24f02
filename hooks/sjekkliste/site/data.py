"""The data that other programs read: /data/sjekklister.json, and the schema that describes it."""

import json
from typing import Any

from ..files.formats import suffixes
from ..files.sheets import sheet_of
from ..model.guide import PARTS, Checklist, Guide, Item, Part, part_of
from ..texts import TEXTS, text_hash

SCHEMA_NAME = "sjekklister.schema.json"


def checklists_json(guide: Guide) -> bytes:
    """All phases, checklists and items, with absolute addresses."""
    site = guide.settings.site_url
    return encode(
        {
            "$schema": f"{site}data/{SCHEMA_NAME}",
            "version": 1,
            "site": site,
            "phases": [
                {"id": one.id, "code": one.code, "title": one.title, "url": f"{site}{one.id}/"}
                for one in guide.phases
                if guide.of_phase(one.id)
            ],
            "checklists": [describe_checklist(one, site) for one in guide.checklists],
        }
    )


def describe_checklist(checklist: Checklist, site: str) -> dict[str, Any]:
    """One checklist as data; `site` is the site's address."""
    page = f"{site}{checklist.url}"
    sheet = sheet_of(checklist)
    return {
        "id": checklist.id,
        "code": checklist.code,
        "phase": checklist.phase,
        "kind": checklist.kind,
        "title": checklist.title,
        "url": f"{page}#{checklist.id}",
        "sheets": {suffix: f"{site}utskrift/{sheet}.{suffix}" for suffix in suffixes(sheet)},
        "items": [describe_item(item, page) for item in checklist.items],
    }


def describe_item(item: Item, page: str) -> dict[str, Any]:
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


def encode(value: object) -> bytes:
    """JSON that reads well in a difference, as UTF-8."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def checklists_schema(guide: Guide) -> bytes:
    """JSON Schema (2020-12) of the above."""
    word = {"type": "string", "pattern": "^[a-z0-9-]+$"}
    code = {"type": "string", "pattern": "^[A-ZÆØÅ][0-9]*([.][0-9]+)?$"}
    text = {"type": "string", "minLength": 1}
    url = {"type": "string", "format": "uri"}
    item = table(
        id=word,
        code=code,
        text=text,
        hash={"type": "string", "pattern": "^[0-9a-f]{12}$"},
        url=url,
        sources={"type": "array", "items": text, "minItems": 1, "uniqueItems": True},
        formerly={"type": "array", "items": word, "uniqueItems": True},
    )
    item["properties"]["weighs"] = {"oneOf": [weighs(part) for part in PARTS]}
    checklist = table(
        id=word,
        code=code,
        phase=word,
        kind={"enum": ["checklist", "decision"]},
        title=text,
        url=url,
        sheets={"type": "object", "additionalProperties": url, "minProperties": 1},
        items={"type": "array", "items": item, "minItems": 1},
    )
    document = table(
        version={"const": 1},
        site=url,
        phases={"type": "array", "items": table(id=word, code=code, title=text, url=url)},
        checklists={"type": "array", "items": checklist},
    )
    document["properties"]["$schema"] = url
    return encode(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{guide.settings.site_url}data/{SCHEMA_NAME}",
            **document,
        }
    )


def weighs(part: Part) -> dict[str, Any]:
    """Where the answers to a question of this part land."""
    place = {"enum": list(PARTS[part])}
    answers = [answer["value"] for answer in TEXTS["checklist"]["answers"]]
    return table(part={"const": part}, **dict.fromkeys(answers, place))


def table(**properties: Any) -> dict[str, Any]:
    """An object that has these properties, each of them required; more may come later."""
    return {"type": "object", "properties": properties, "required": list(properties)}
