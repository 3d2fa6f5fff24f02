"""A list whose Markdown has become HTML, as a frozen value."""

from functools import partial
from xml.etree.ElementTree import Element

from markdown import Markdown

from ..model.addresses import from_root, page_url
from ..model.guide import Checklist, Item, Link
from ..model.page_html import plain, rooted
from ..texts import text_hash
from .elements import ItemElements, ListElements


def as_checklist(section: Element, made: ListElements, md: Markdown, path: str) -> Checklist:
    """The list, with those of its items that the section on the page at docs/<path> really shows; each
    item's element gets the hash of its text, for the scripts."""
    shown = [(entry, made.items[entry]) for entry in section.iter("li") if entry in made.items]
    items = tuple(as_item(one, md, path) for _, one in shown)
    for (entry, _), item in zip(shown, items, strict=True):
        entry.set("data-hash", text_hash(item.text))
    title = plain(inline_html(made.heading, md, path))
    phase = path.partition("/")[0]
    return Checklist(made.id, made.code, made.kind, phase, title, page_url(path), items)


def as_item(made: ItemElements, md: Markdown, path: str) -> Item:
    """The item: its words from the elements, all else as it is written."""
    item = made.item
    html, help_html, more = (inline_html(one, md, path) for one in (made.text, made.help, made.more))
    return Item(
        id=item.id,
        code=item.code,
        text=plain(html),
        html=html,
        help=plain(help_html),
        help_html=help_html,
        more=Link(plain(more), from_root(item.more[1], path)) if item.more else None,
        sources=tuple(line.text for line in item.sources),
        formerly=tuple(line.text for line in item.formerly),
        least=item.least,
        weighs=item.weighs,
    )


def inline_html(element: Element | None, md: Markdown, path: str) -> str:
    """The content of an element of the page at docs/<path> as HTML, links seen from the site's root,
    nothing left in a stash; empty without an element."""
    if element is None:
        return ""
    content = Element("div")
    content.text, content[:] = element.text, list(element)
    html = md.serializer(content).removeprefix("<div>").removesuffix("</div>")
    html = md.treeprocessors["unescape"].unescape(html)  # type: ignore[attr-defined] # backslash escapes
    for processor in md.postprocessors:
        html = processor.run(html)
    return rooted(html, partial(from_root, path=path))
