"""The lists of a phase as a workbook: the same as «Planarbeidet vårt» writes, not yet filled in.

docs/assets/js/formats/xlsx/read.js finds the columns by their headers, so that a notice may stand
above them, and the hidden sheet by its name for the format.
"""

from itertools import groupby
from operator import itemgetter

from jinja2 import Environment

from ...model.guide import Checklist, Guide
from ...texts import TEXTS
from .. import Keep
from ..sheet_tables import OWN
from ..sheets import Sheet
from ..workbook import workbook

FORMAT = {"format": "sjekkliste-plan", "version": "1"}


def xlsx_sheet(sheet: Sheet, guide: Guide, env: Environment, _keep: Keep) -> bytes:
    """The workbook, with a row for each item and question; those of one kind have the same choices."""
    rows = [row for one in sheet.checklists for row in rows_of(one)]
    runs = [(kind, [*found]) for kind, found in groupby(rows, itemgetter("kind"))]
    values = {"sheet": sheet, "runs": runs, "checklists": sheet.checklists, "format": FORMAT}
    return workbook("fase", sheet.title, guide, env, **values)


def rows_of(checklist: Checklist) -> list[dict[str, str]]:
    """What stands in the rows. Tasks end with empty rows for the kommune's own, which
    docs/assets/js/plan/own-items.js knows by their ids."""
    words = TEXTS["plan"]
    items = [(item.id, item.code, item.text) for item in checklist.items]
    status = ""
    if checklist.kind == "checklist":
        items += [(f"eget-{checklist.id}-ny", words["own"]["code"], "")] * OWN
        status = words["workbook"]["statuses"]["open"]
    common = {"kind": checklist.kind, "list": checklist.title, "status": status}
    return [{**common, "id": identity, "code": code, "text": text} for identity, code, text in items]
