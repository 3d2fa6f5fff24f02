"""The sheet as a page that the browser prints."""

from jinja2 import Environment

from ...model.guide import Guide
from ..sheets import Sheet
from ..templates import render


def html_sheet(sheet: Sheet, guide: Guide, env: Environment) -> bytes:
    """One HTML file, A4 landscape when printed."""
    return render(env, "sheet.html", guide, sheet=sheet)
