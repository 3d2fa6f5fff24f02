"""The sheet as PDF, made by Typst: archive and accessibility standards (PDF/A-2a, PDF/UA-1) in one file.

Everything goes to the template as data, so no text can be taken for markup. The template stands
beside this file.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from ...engines.qr import qr_svg
from ...engines.typst import typeset
from ...model.guide import Checklist, Guide, Item
from ...model.rich_text import Run, runs
from ...texts import TEXTS, Words
from ...texts.sentences import closing, help_line
from .. import Keep
from ..sheets import Sheet

TEMPLATE = Path(__file__).with_name("sheet.typ")
STANDARDS = ["ua-1", "a-2a"]
SHEETS = Words("sheets")


def pdf_sheet(sheet: Sheet, guide: Guide, _env: Environment, keep: Keep) -> bytes:
    """One PDF file, A4 landscape. The date in it is the content's."""
    data, day = to_json(sheet, guide), datetime.combine(guide.checked, time(), UTC)
    make = partial(typeset, TEMPLATE, data, format="pdf", pdf_standards=STANDARDS, timestamp=day)
    return keep((TEMPLATE.read_bytes(), data.encode()), make)


def to_json(sheet: Sheet, guide: Guide) -> str:
    """What stands on the sheet, as the template takes it."""
    site = guide.settings.site_url
    short = site + sheet.short
    sources = guide.sources_of(sheet.checklists)
    return json.dumps(
        {
            "language": TEXTS["language"],
            "date": guide.checked.timetuple()[:3],
            "title": sheet.title,
            "upright": sheet.upright,
            "phase": sheet.phase,
            "description": sheet.description,
            "address": site + sheet.url,
            "qr": {"image": str(qr_svg(short)), "alt": SHEETS["qr"].format(address=short)},
            "closing": [as_data(closing(sources, guide)), as_data(help_line())],
            "notice": TEXTS["notice"],
            "answers": [answer["text"] for answer in TEXTS["checklist"]["answers"]],
            "texts": dict(SHEETS),
            "parts": [
                {"title": phase, "lists": [list_data(one, sheet, site) for one in lists]}
                for phase, lists in sheet.parts
            ],
        },
        ensure_ascii=False,
    )


def list_data(checklist: Checklist, sheet: Sheet, site: str) -> dict[str, Any]:
    """One list; `kind` says which columns it has, `note` how to fill it in."""
    return {
        "code": checklist.code,
        "title": checklist.title,
        "kind": "kommuner" if sheet.per_kommune else checklist.kind,
        "note": SHEETS["per_kommune"] if sheet.per_kommune else "",
        "items": [item_data(item, site) for item in checklist.items],
    }


def item_data(item: Item, site: str) -> dict[str, Any]:
    """One item with its help."""
    return {
        "code": item.code,
        "text": as_data(runs(item.html, site)),
        "help": as_data(runs(item.help_html, site)),
    }


def as_data(found: Iterable[Run]) -> list[dict[str, Any]]:
    """Running text as the template takes it."""
    return [asdict(run) for run in found]
