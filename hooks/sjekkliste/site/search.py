"""What the search looks in: pages, sections, items, sheets and documents, made from the guide.

The words are taken apart where they are looked for, in docs/assets/js/search/.
"""

import json
import re
from collections.abc import Container, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from ..files.meeting import meeting_sheet
from ..files.sheets import sheets
from ..model.addresses import page_url
from ..model.guide import Guide, Page
from ..model.page_html import Element, parse, words
from ..texts import TEXTS, texts_file
from ..texts.sentences import source_name
from ..texts.yaml import load
from .publish import OTHER_FILES

INDEX = "assets/sok.json"
TEMPLATES = Path(__file__).parents[3] / "templates" / "pages"
SKIPPED = "//form | //script | //*[@class='item__links']"
WORD = re.compile(r"§|[^\W\d_]\d+\.\d+|[^\W_]+")
NO_WORDS = re.compile(r"{[{%#].*?[}%#]}|<script.*?</script>|<[^>]+>", re.DOTALL)
HEADINGS = ("h1", "h2", "h3")

Entry: TypeAlias = tuple[str, str, str, str]
"""Address, title, kind, text. What stands on a page follows it, and its address is the anchor there."""


def search_index(guide: Guide) -> bytes:
    """What the scripts look in, as JSON."""
    texts = load(texts_file("search-").read_bytes())
    common = texts["common"].split()
    found = list(entries(guide))
    words = "\n".join(inverted(found, {*common}))
    heads = [one[:-1] for one in found]
    index = {"entries": heads, "words": words, "others": texts["others"], "common": common}
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def inverted(found: Iterable[Entry], common: Container[str]) -> Iterator[str]:
    """Each word that stands in a text and not in its title, with the places of its entries, each counted
    from the one before: far smaller than the texts, which nobody reads."""
    places: dict[str, list[int]] = {}
    for number, (_, title, _, text) in enumerate(found):
        for word in set(WORD.findall(text.lower())) - set(WORD.findall(title.lower())):
            if word not in common:
                places.setdefault(word, []).append(number)
    for word, numbers in sorted(places.items()):
        steps = (after - before for before, after in pairwise([0, *numbers]))
        yield " ".join((word, *map(str, steps)))


def entries(guide: Guide) -> Iterator[Entry]:
    """All that can be found, page by page: the page with what stands above its first section, each section,
    the items of its lists, and the files that one chooses there. What is folded on a page counts as text of
    the page."""
    titles = {page.url: page for page in guide.pages}
    for path, html in guide.page_html.items():
        page = titles[page_url(path)]
        body = parse(html)
        for skipped in body.xpath(SKIPPED):
            skipped.getparent().remove(skipped)
        folded = [one for one in body.xpath("//details") if not one.xpath("ancestor::details")]
        for one in folded:
            one.getparent().remove(one)
        (_, _, text), *rest = sections(body)
        more = " ".join(words(one, " ") for one in folded)
        yield page.url, page.title, "page", f"{page.description} {text} {more} {shown(guide, page)}"
        for identity, title, text in rest:
            yield f"#{identity}", title, "section", text
        yield from items(guide, page)
        if page.shows == "ark":
            yield from files(guide)


def shown(guide: Guide, page: Page) -> str:
    """What stands below the page's text: the words of the template that shows it, and what somebody wrote of
    what has changed."""
    if not page.shows:
        return ""
    changes = guide.register.changes if page.shows == "endringer" else ()
    template = (TEMPLATES / f"{page.shows}.html").read_text("utf-8")
    sources = guide.sources_of(guide.measures) if page.shows == "tiltak" else ()
    told = [f"{one.title} {one.text}" for one in changes]
    told += [f"{source_name(one)} {one.says}" for one in sources]
    return " ".join((NO_WORDS.sub(" ", template), *told))


def sections(body: Element) -> list[tuple[str, str, str]]:
    """The id, the heading and the text of each section, in their order."""
    found: list[tuple[str, str, list[str]]] = [("", "", [])]
    for element in body.iter():
        if element.tag in HEADINGS[1:] and element.get("id"):
            found.append((element.get("id"), words(element), []))
        elif element.tag != "h1" and element.text:
            found[-1][2].append(element.text)
        if element.tail:
            found[-1][2].append(element.tail)
    return [(identity, title, " ".join(" ".join(text).split())) for identity, title, text in found]


def items(guide: Guide, page: Page) -> Iterator[Entry]:
    """Each item on the page: its code as it stands on paper, its words, its help, and why it is essential."""
    for checklist in (*guide.checklists, *guide.measures):
        for item in checklist.items if checklist.url == page.url else ():
            kind = "measure" if checklist.kind == "measures" else "item"
            yield f"#{item.id}", f"{item.code} {item.text}", kind, f"{item.help} {item.essential_because}"


def files(guide: Guide) -> Iterator[Entry]:
    """Sheets, documents and workbooks, where one chooses a format."""
    title = TEXTS["sheets"]["page-title"]
    for sheet in [one for one in sheets(guide) if not one.alone]:
        yield f"#{sheet.id}", title.format(title=sheet.title), "file", sheet.description
    for document in (meeting_sheet(guide), *guide.documents):
        yield f"#{document.id}", document.title, "file", document.description
    for name in OTHER_FILES:
        text = TEXTS["files"][name]
        yield f"#{name.replace('.', '-')}", text["title"], "file", text["use"]
