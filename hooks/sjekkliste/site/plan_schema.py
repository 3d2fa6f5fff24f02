"""What a reader's saved file looks like: /data/plan.schema.json. The scripts read by the same rules."""

from typing import Any

from ..model.guide import Guide
from .data import encode, table

STRING = {"type": "string", "maxLength": 10_000}
INSTANT = {"type": "string", "format": "date-time", "pattern": "Z$"}
ID = {"type": "string", "pattern": "^[a-z0-9-]+$"}
HASH = {"type": "string", "pattern": "^[0-9a-f]{12}$"}


def plan_schema(guide: Guide) -> bytes:
    """JSON Schema (2020-12) of version 1 of the saved file."""
    item = fields(
        state={"enum": ["done", "na"]},
        owner=STRING,
        due={"type": "string", "format": "date"},
        note=STRING,
    )
    answer = fields(answer={"enum": ["ja", "delvis", "nei", "vet-ikke"]}, reason=STRING)
    plan = table(
        format={"const": "sjekkliste-plan"},
        version={"const": 1},
        id=ID,
        name=STRING,
        kommuner=STRING,
        caseNumber=STRING,
        period=STRING,
        location=STRING,
        changed=INSTANT,
        items=by_id(item),
        answers=by_id(answer),
    )
    # Files from before these were kept have none of them.
    plan["properties"]["known"] = {"type": "array", "items": ID, "maxItems": 5_000}
    name = {"type": "string", "minLength": 1, "maxLength": 200}
    kommune = table(kommune=name, changed=INSTANT, answers=by_id(answer))
    plan["properties"]["kommuneAnswers"] = {"type": "array", "items": kommune, "maxItems": 50}
    return encode(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{guide.settings.site_url}data/plan.schema.json",
            **plan,
        }
    )


def fields(**properties: Any) -> dict[str, Any]:
    """An entry, each field of which may be missing; unknown ones are passed over when read."""
    return {"type": "object", "properties": {**properties, "hash": HASH, "changed": INSTANT}}


def by_id(entry: dict[str, Any]) -> dict[str, Any]:
    """Entries by the id of their item or question."""
    return {
        "type": "object",
        "propertyNames": {"pattern": "^[a-z0-9-]+$"},
        "additionalProperties": entry,
        "maxProperties": 5_000,
    }
