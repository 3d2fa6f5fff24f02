"""A checklist on its page: native controls, readable and clickable without scripts; and the frozen value that
is made of them when their Markdown has become HTML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, groupby
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown

from ..content.answers import PLACES
from ..content.items import HELP, SourceItem
from ..model.addresses import from_root, page_url, to_file
from ..model.facts import Source
from ..model.guide import Checklist, Item, Kind, Link, part_of
from ..model.page_html import plain, rooted
from ..texts import Words, count, text_hash
from .citations import source_line

LABELS = Words("checklist")
PARTS = Words("weigh", "parts")
RULE = Words("weigh", "rule")


@dataclass(frozen=True)
class ItemElements:
    """An item as written, beside the elements whose Markdown becomes HTML later."""

    item: SourceItem
    text: Element
    help: Element | None
    more: Element | None


@dataclass(frozen=True)
class ListElements:
    """A list as written, beside its heading and, by the element that holds each, its items."""

    kind: Kind
    id: str
    code: str
    heading: Element
    items: dict[Element, ItemElements] = field(default_factory=dict)


def fill_section(
    section: Element, made: ListElements, items: Sequence[SourceItem], path: str, points: Mapping[str, Source]
) -> None:
    """Fill the section, which has its heading: count, link to the sheet, items, and what they build on.

    `path` is the page's, relative to docs/. Without one there are no sheets to link to.
    """
    section.set("class", f"checklist checklist--{made.kind}")
    section.set("aria-labelledby", made.id)
    section.set("data-checklist", made.kind)
    facts = add(section, "p", class_="checklist__facts")
    add_words(facts, "span", made.code, class_="code")
    add_words(facts, "span", count(len(items), LABELS["count"][made.kind]))
    if path:
        add_words(facts, "a", LABELS["sheet"], href=to_file(f"utskrift/{made.id}.html", path))
    # Ticks that a browser fills in again would look like new ones. The method sends nothing.
    form = add(section, "form", method="dialog", autocomplete="off")
    for part, found in groupby(items, lambda item: part_of(item.weighs["ja"]) if item.weighs else None):
        if part:
            add(form, "h3", PARTS[part]["title"], id=f"{made.id}-{PARTS[part]['id']}")
        entries = add(form, "ul", class_="items")
        made.items.update(add_item(entries, item, made.kind) for item in found)
    if made.kind == "checklist":
        room = add(form, "p", class_="own-add", hidden="hidden", data_own=made.id)
        add(room, "button", LABELS["add-own"], type="button", class_="quiet")
    sources = dict.fromkeys(point.text for point in chain.from_iterable(item.sources for item in items))
    if line := source_line(list(sources), points):
        section.append(line)
    add(section, "p", LABELS["unsaved"], class_="checklist__unsaved")
    if made.kind == "decision":
        add_rule(section, made.id, items)


def add_item(entries: Element, item: SourceItem, kind: Kind) -> tuple[Element, ItemElements]:
    """The item's control with its text, its code as a permanent link and the way to the explanation behind
    it; its help; places for links to the ids that it had before, by which the scripts find its ticks."""
    entry = add(entries, "li", class_="item")
    if kind == "decision":
        text = add_question(entry, item)
        links = add(entry, "p", class_="item__links")
    else:
        tie_help(add(entry, "input", type="checkbox", id=item.id), item)
        links = add(entry, "p", class_="item__head")
        text = add_words(links, "label", item.text, for_=item.id, class_="item__text")
    name = LABELS["permalink"].format(code=item.code)
    add_words(links, "a", item.code, href=f"#{item.id}", class_="code item__code", aria_label=name)
    more = None
    if item.more:
        link = add(links, "a", LABELS["more"] + " ", href=item.more[1], class_="item__more")
        more = add(link, "span", item.more[0], class_="only-read")
    help_ = None
    if item.help:
        help_ = add(entry, "p", " ".join(item.help), id=f"{item.id}{HELP}", class_="item__help")
    if item.formerly:
        entry.set("data-formerly", " ".join(line.text for line in item.formerly))
    for line in item.formerly:
        add(entry, "span", id=line.text, class_="item__formerly")
    return entry, ItemElements(item, text, help_, more)


def add_question(entry: Element, item: SourceItem) -> Element:
    """A native radio group; the legend, which is returned, is the question."""
    group = add(entry, "fieldset", id=item.id)
    tie_help(group, item)
    legend = add(group, "legend", item.text, class_="item__text")
    answers = add(group, "div", class_="answers")
    for answer in LABELS["answers"]:
        label = add_words(answers, "label", "")
        add(label, "input", type="radio", name=item.id, value=answer["value"])
        label[-1].tail = " " + answer["text"]
    return legend


def tie_help(control: Element, item: SourceItem) -> None:
    """Tie the help to the control, for those who cannot see that it stands there."""
    if item.help:
        control.set("aria-describedby", f"{item.id}{HELP}")


def add_rule(section: Element, identity: str, questions: Sequence[SourceItem]) -> None:
    """The rule of a decision as a table, folded: which answer of which question lands where."""
    folded = add(section, "details", class_="rule", id=f"{identity}-{RULE['id']}")
    add(folded, "summary", RULE["title"])
    add(folded, "p", RULE["text"])
    wide = add(folded, "div", class_="wide", tabindex="0", role="region", aria_label=RULE["title"])
    table = add(wide, "table", class_="rule__rows")
    head = add(add(table, "thead"), "tr")
    for title in (RULE["question"], *(answer["text"] for answer in LABELS["answers"])):
        add(head, "th", title, scope="col")
    body = add(table, "tbody")
    for question in questions:
        row = add(body, "tr")
        add(row, "th", f"{question.code} {question.text}", scope="row")
        for answer in LABELS["answers"]:
            place = question.weighs.get(answer["value"])
            add(row, "td", PLACES[place] if place else "")


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A child element; a trailing underscore in a name is dropped, others become hyphens."""
    names = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    child = SubElement(parent, tag, names)
    child.text = text or None
    return child


def add_words(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    """The same, with a space behind, so that neighbours do not run together when read aloud."""
    child = add(parent, tag, text, **attributes)
    child.tail = " "
    return child


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
        essential_because=item.essential_because,
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
