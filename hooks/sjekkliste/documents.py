"""The documents that are not sheets, by their names in /utskrift/ and the suffixes of their files.

A new one is a function, a line here, and its title and use under `documents:` in nb.yml.
"""

from collections.abc import Callable, Iterator, Mapping

from jinja2 import Environment

from .model import Guide
from .workbooks.measures import measures_xlsx
from .workbooks.timeline import timeline_xlsx

Make = Callable[[Guide, Environment], bytes]

DOCUMENTS: Mapping[str, Mapping[str, Make]] = {
    "tiltak": {"xlsx": measures_xlsx},
    "tidsplan": {"xlsx": timeline_xlsx},
}


def document_files() -> Iterator[tuple[str, Make]]:
    """Every file's path below the site's root, with what makes it."""
    for name, formats in DOCUMENTS.items():
        for suffix, make in formats.items():
            yield f"utskrift/{name}.{suffix}", make
