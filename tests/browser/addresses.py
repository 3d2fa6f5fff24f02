"""The pages of the site, from the content itself."""

from sjekkliste.content.pages import read_pages
from sjekkliste.files.sheets import sheets
from sjekkliste.model.addresses import page_url
from sjekkliste.project import read_guide

from ..project import DOCS, ROOT

PRINTED = sheets(read_guide(ROOT, {}))
# One of those with a list alone stands for the rest.
ALONE = [one.id for one in PRINTED if one.alone and one.id != "beslutning"]
SHEETS = [one for one in PRINTED if one.id not in ALONE]
THEMED = [*(page_url(page.path) for page in read_pages(DOCS) if not page.is_document), "404.html"]
WHOLE = "utskrift/veilederen.html"
# One template makes all that are embedded; these stand for the rest.
EMBEDDED = ["innebygd/beslutning/", "innebygd/interkommunal/"]
PAGES = [
    *THEMED,
    *EMBEDDED,
    *(f"utskrift/{sheet.id}.html" for sheet in SHEETS),
    "utskrift/mote.html",
    "utskrift/eksempel-fjellvik.html",
    "utskrift/eksempel-fjellvik-saksframlegg.html",
    WHOLE,
]
