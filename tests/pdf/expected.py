"""What the sheets should hold, from the model."""

import os

from sjekkliste.files.sheets import Sheet, sheets
from sjekkliste.model.guide import Checklist
from sjekkliste.project import read_guide
from sjekkliste.texts import TEXTS

from ..paper import LEAST_ROW, MM, squeezed
from ..project import ROOT

GUIDE = read_guide(ROOT, os.environ)
SITE = GUIDE.settings.site_url
SHEETS = sheets(GUIDE)


def short_address(sheet: Sheet) -> str:
    return SITE + (f"k/{sheet.code}/" if sheet.code else sheet.url)


def headings(checklist: Checklist, sheet: Sheet) -> list[str]:
    """The column headings of a list, without spaces."""
    names = TEXTS["sheets"]["columns"]
    answers = [answer["text"] for answer in TEXTS["checklist"]["answers"]]
    if sheet.per_kommune:
        kommuner = [names["kommune"].format(number=number) + ":" for number in (1, 2, 3, 4)]
        columns = [names["code"], names["question"], *kommuner]
    elif checklist.kind == "decision":
        columns = [names["code"], names["question"], *answers, names["reason"]]
    else:
        columns = [names[name] for name in ("done", "na", "code", "item", "owner", "due", "note")]
    return [squeezed(column) for column in columns]


def boxes(checklist: Checklist, sheet: Sheet) -> int:
    """How many boxes each item has to tick: done and not applicable, or the four answers."""
    return 0 if sheet.per_kommune else 4 if checklist.kind == "decision" else 2


def own_rows(checklist: Checklist, sheet: Sheet) -> int:
    """Rows below the items, for what a kommune adds."""
    return 0 if sheet.upright or checklist.kind == "decision" else 2


def titled(sheet: Sheet) -> tuple[Checklist, ...]:
    """The lists that have a heading of their own; on one upright page the sheet's title is enough."""
    return () if sheet.upright else sheet.checklists


def least_row(sheet: Sheet) -> float:
    """The least height of a row in points."""
    return (7 * MM if sheet.upright else LEAST_ROW) - 0.01
