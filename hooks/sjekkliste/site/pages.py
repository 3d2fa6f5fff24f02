"""A page as the theme gets it: ready HTML, so that the theme's templates know nothing of the guide."""

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment

from ..addresses.catalogue import catalogue
from ..addresses.news import news
from ..content.measures import named
from ..files.formats import document_suffixes, suffixes
from ..files.meeting import meeting_sheet
from ..files.sheets import sheets
from ..files.templates import size
from ..model.guide import Guide
from ..texts import TEXTS
from .publish import OTHER_FILES, makers

# Where what opens a page ends.
FIRST_PART = re.compile("<h2|<sjekk-liste")


class Pages:
    """Makes the parts of one page after another: what the theme sets in the page's head, in its column
    (`content`) and below all (`footer`). What they show of the guide is found once for them all."""

    def __init__(self, guide: Guide, published: Mapping[str, bytes], env: Environment) -> None:
        made = list(makers(guide))
        self.env, self.guide = env, guide
        self.pages = {page.url: page for page in guide.pages}
        self.shown = {
            "guide": guide,
            "kinds": {(one.url, one.kind) for one in guide.checklists},
            "sheets": sheets(guide),
            "suffixes": suffixes,
            "links": catalogue(guide, made),
            "news": news(guide, made),
            "document_suffixes": document_suffixes,
            "bank": {one.id: one for one in guide.bank},
            "named": named,
            "meeting": meeting_sheet(guide),
            "other_files": list(OTHER_FILES),
            "sizes": {path: size(path, content) for path, content in published.items()},
        }

    def parts(self, url: str, text: str) -> dict[str, str]:
        """Those of the page with this address, whose text has become this HTML, its links as they stand
        on the page."""
        heading, end, rest = text.partition("</h1>")
        first = FIRST_PART.search(rest)
        cut = first.start() if first else len(rest)
        guide, phase = self.guide, self.guide.phase_of(url)
        return self.rendered(
            "page",
            page=self.pages[url],
            heading=heading + end,
            lead=rest[:cut],
            rest=rest[cut:],
            phase=guide.phase(phase) if phase else None,
            number=1 + [one.id for one in guide.phases].index(phase) if phase else 0,
            opens=url == f"{phase}/",
            above=guide.above(url),
            steps=guide.steps_of(phase),
            lists=[one for one in guide.checklists if one.url == url],
            next=guide.next_page(url),
            words=plan_words(self.pages[url].shows),
        )

    def not_found(self) -> dict[str, str]:
        """Those of the page that stands in for all that are not there."""
        return self.rendered("not-found", page=None)

    def rendered(self, content: str, **values: object) -> dict[str, str]:
        names = {"head": "head", "content": content, "footer": "footer"}
        templates = {part: self.env.get_template(f"parts/{name}.html") for part, name in names.items()}
        return {part: template.render(self.shown, **values) for part, template in templates.items()}


def plan_words(shows: str) -> Mapping[str, Any]:
    """What the scripts say on a page that shows this: measures are chosen, all else is done."""
    plan, own = TEXTS["plan"], TEXTS["measures"]["words"] if shows == "tiltak" else {}
    return {**plan, **{group: {**plan[group], **words} for group, words in own.items()}}
