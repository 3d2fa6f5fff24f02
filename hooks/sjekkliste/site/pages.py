"""A page as the theme gets it: ready HTML, so that the theme's templates know nothing of the guide."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment

from ..addresses.catalogue import catalogue
from ..addresses.news import news
from ..files.formats import WRITERS, suffixes
from ..files.sheets import sheets
from ..files.sizes import size
from ..model.guide import Guide, Page
from .publish import OTHER_FILES, makers

HEADING_END = "</h1>"


@dataclass(frozen=True)
class PageParts:
    """What the theme sets in its frame: `head` in the page's head, `content` in its column, and `footer`
    below all."""

    head: str
    content: str
    footer: str


class Pages:
    """Makes the parts of one page after another. What they show of the guide is found once for them all."""

    def __init__(self, guide: Guide, published: Mapping[str, bytes], env: Environment) -> None:
        made = list(makers(guide))
        self.kinds: dict[str, set[str]] = {}
        for one in guide.checklists:
            self.kinds.setdefault(one.url, set()).add(one.kind)
        self.env = env
        self.shown = {
            "guide": guide,
            "sheets": sheets(guide),
            "suffixes": suffixes,
            "links": catalogue(guide, made),
            "news": news(guide, made),
            "document_formats": list(WRITERS),
            "other_files": list(OTHER_FILES),
            "sizes": {path: size(path, content) for path, content in published.items()},
        }

    def parts(self, page: Page, text: str) -> PageParts:
        """The parts of a page whose text has become this HTML, its links as they stand on the page."""
        heading, end, rest = text.partition(HEADING_END)
        return self.rendered(
            "page", page, heading=heading + end, text=rest, kinds=self.kinds.get(page.url, set())
        )

    def not_found(self) -> PageParts:
        """Those of the page that stands in for all that are not there."""
        return self.rendered("not-found", None)

    def rendered(self, content: str, page: Page | None, **values: object) -> PageParts:
        shown = {**self.shown, "page": page, **values}
        templates = [self.env.get_template(f"parts/{name}.html") for name in ("head", content, "footer")]
        return PageParts(*(template.render(shown) for template in templates))
