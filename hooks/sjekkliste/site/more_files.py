"""The files in /utskrift/ that are neither sheets nor data.

A new one is a function, a line here, and its title and use under `files:` in nb.yml.
"""

from collections.abc import Callable, Mapping

from jinja2 import Environment

from ..files.workbooks.measures import measures_xlsx
from ..files.workbooks.timeline import timeline_xlsx
from ..model.guide import Guide
from .whole import whole_html

MORE_FILES: Mapping[str, Callable[[Guide, Environment], bytes]] = {
    "tiltak.xlsx": measures_xlsx,
    "tidsplan.xlsx": timeline_xlsx,
    "veilederen.html": whole_html,
}
