"""The sheet as PDF, made by Typst: archive and accessibility standards (PDF/A-2a, PDF/UA-1) in one file.

Everything goes to the template as data, so no text can be taken for markup. The template stands
beside this file, since the generator would publish it as it is from overrides/.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst
from jinja2 import Environment

from ..model import Checklist, Guide, Item
from ..qr import qr_svg
from ..rich_text import runs
from ..sheets import Sheet
from ..texts import TEXTS

TEMPLATE = Path(__file__).with_name("sheet.typ")
FONT = "fontpkg-source-sans-3"
STANDARDS: "list[typst.PDFStandard]" = ["ua-1", "a-2a"]
TEXT = TEXTS["sheets"]


def pdf_sheet(sheet: Sheet, guide: Guide, env: Environment) -> bytes:
    """One PDF file, A4 landscape. The date in it is the content's."""
    made = compiler().compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"data": to_json(sheet, guide, env)},
        pdf_standards=STANDARDS,
        timestamp=datetime.combine(guide.checked, time(), UTC),
    )
    assert isinstance(made, bytes)
    return made


def pdf_ingredients(sheet: Sheet, guide: Guide, env: Environment) -> Iterable[bytes]:
    """Everything that decides the bytes of the file."""
    yield from (Path(__file__).read_bytes(), TEMPLATE.read_bytes())
    yield from (f"{name} {version(name)}".encode() for name in ("typst", FONT))
    yield to_json(sheet, guide, env).encode()


def font_folder() -> Path:
    """Where the font's package has its files."""
    return Path(str(files(FONT.replace("-", "_")))) / "files"


@cache
def compiler() -> typst.Compiler:
    """The engine with our font and no other: the same everywhere, and it is slow to start."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder()])
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


def to_json(sheet: Sheet, guide: Guide, env: Environment) -> str:
    """What stands on the sheet, as the template takes it."""
    site = guide.settings.site_url
    short = site + (f"k/{sheet.code}/" if sheet.code else "utskrift/")

    def rich(template: str) -> list[dict[str, Any]]:
        return as_runs(env.get_template(template).render(guide=guide, sheet=sheet), site)

    return json.dumps(
        {
            "language": TEXTS["language"],
            "date": guide.checked.timetuple()[:3],
            "title": sheet.title,
            "phase": "" if sheet.phase == sheet.title else sheet.phase,
            "description": TEXT["description"].format(title=sheet.title),
            "address": site + sheet.url,
            "qr": {"image": str(qr_svg(short)), "alt": TEXT["qr"].format(address=short)},
            "closing": [rich("source.html"), rich("help.html")],
            "notice": TEXTS["notice"],
            "answers": [answer["text"] for answer in TEXTS["checklist"]["answers"]],
            "texts": TEXT,
            "lists": [describe(one, sheet, site) for one in sheet.checklists],
        },
        ensure_ascii=False,
    )


def describe(checklist: Checklist, sheet: Sheet, site: str) -> dict[str, Any]:
    """One list; `kind` says which columns it has, `note` how to fill it in."""
    return {
        "code": checklist.code,
        "title": checklist.title,
        "kind": "kommuner" if sheet.per_kommune else checklist.kind,
        "note": TEXT["per_kommune"] if sheet.per_kommune else "",
        "items": [describe_item(item, site) for item in checklist.items],
    }


def describe_item(item: Item, site: str) -> dict[str, Any]:
    """One item with its help."""
    return {"code": item.code, "text": as_runs(item.html, site), "help": as_runs(item.help_html, site)}


def as_runs(html: str, site: str) -> list[dict[str, Any]]:
    """Inline HTML as the template takes it; `site` is the address that links start from."""
    return [asdict(run) for run in runs(html, site)]
