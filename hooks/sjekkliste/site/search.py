"""What the search looks in: pages, sections, items, sheets and documents, made from the guide.

The words are taken apart where they are looked for, in docs/assets/js/search/.
"""

import json
import re
import sys
from collections.abc import Container, Iterator
from pathlib import Path
from typing import TypeAlias

from ..files.sheets import sheets
from ..model.addresses import page_url
from ..model.guide import Guide
from ..model.page_html import Element, parse, words
from ..texts import TEXTS, texts_file
from ..texts.yaml import load
from .publish import OTHER_FILES

INDEX = "assets/sok.json"
ENGINE = "assets/js/vendor/minisearch.js"
PACKAGE = Path(sys.prefix) / "npm/node_modules/minisearch/dist/es/index.js"
SKIPPED = "//form | //script | //*[@class='item__links']"
WORD = re.compile(r"§|\w+(?:[-.]\w+)*")
HEADINGS = ("h1", "h2", "h3")

Entry: TypeAlias = tuple[str, str, str, str, str]
"""Address seen from the site's root, title, the page it stands on, kind, text."""


def search_files(guide: Guide) -> Iterator[tuple[str, bytes]]:
    """The files of the search by their addresses. Raises FileNotFoundError where `make` has not
    installed the engine."""
    texts = load(texts_file("search-").read_bytes())
    common = texts["common"].split()
    entries = [
        (*one[:-1], distinct(one[-1], common)) for one in (*pages(guide), *items(guide), *files(guide))
    ]
    found = {"entries": entries, "others": texts["others"], "common": common}
    yield INDEX, json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
    yield ENGINE, PACKAGE.read_bytes().rpartition(b"//# sourceMappingURL")[0]


def distinct(text: str, common: Container[str]) -> str:
    """The words of the text, each once: nobody reads them, and so the index stays small."""
    return " ".join(sorted({one for one in WORD.findall(text.lower()) if one not in common}))


def pages(guide: Guide) -> Iterator[Entry]:
    """Each page with what stands above its first section, and each section. What is folded on a page counts
    as text of the page."""
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
        yield page.url, page.title, "", "page", f"{page.description} {text} {more}"
        for identity, title, text in rest:
            yield f"{page.url}#{identity}", title, page.title, "section", text


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


def items(guide: Guide) -> Iterator[Entry]:
    """Each item, by the address that leads to it: its code as it stands on paper, its words, and its help."""
    for checklist in guide.checklists:
        for item in checklist.items:
            title = f"{item.code} {item.text}"
            yield f"{checklist.url}#{item.id}", title, checklist.title, "item", item.help


def files(guide: Guide) -> Iterator[Entry]:
    """Sheets, documents and workbooks, where one chooses a format."""
    home, use = "utskrift/", TEXTS["sheets"]["page-title"]
    for sheet in sheets(guide):
        yield f"{home}#{sheet.id}", use.format(title=sheet.title), "", "file", sheet.description
    for document in guide.documents:
        yield f"{home}#{document.id}", document.title, "", "file", document.description
    for name in OTHER_FILES:
        text = TEXTS["files"][name]
        yield f"{home}#{name.replace('.', '-')}", text["title"], "", "file", text["use"]
