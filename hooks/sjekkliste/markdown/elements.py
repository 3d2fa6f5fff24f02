"""The HTML of a checklist on its page: native controls, readable and clickable without scripts."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby
from xml.etree.ElementTree import Element, SubElement

from ..content.items import HELP, SourceItem
from ..model.addresses import to_file
from ..model.facts import Source
from ..model.guide import Kind, part_of
from ..texts import Words, count
from .citations import source_line

LABELS = Words("checklist")
PARTS = Words("weigh", "parts")


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


def checklist_element(
    section: Element,
    *,
    kind: Kind,
    identity: str,
    code: str,
    title: str,
    items: Sequence[SourceItem],
    path: str,
    points: Mapping[str, Source],
) -> None:
    """Fill the section: heading, count, link to the sheet, items, and what they build on."""
    section.set("class", f"checklist checklist--{kind}")
    section.set("aria-labelledby", identity)
    section.set("data-checklist", kind)
    section.set("data-code", code)
    add(section, "h2", title, id=identity)
    sheet = identity if kind == "decision" else path.partition("/")[0]
    facts = add(section, "p", class_="checklist__facts")
    add_words(facts, "span", code, class_="code")
    add_words(facts, "span", count(len(items), LABELS["count"][kind]))
    add_words(facts, "a", LABELS["sheet"], href=to_file(f"utskrift/{sheet}.html", path))
    for part, entries in parts(section, identity, items):
        for item in part:
            sources = " ".join(point.text for point in item.sources)
            entry = add(entries, "li", class_="item", data_sources=sources)
            question(entry, item) if kind == "decision" else task(entry, item)
            former_anchors(entry, item)
    claims = dict.fromkeys(point.text for point in chain.from_iterable(item.sources for item in items))
    if line := source_line(list(claims), points):
        section.append(line)
    add(section, "p", LABELS["unsaved"], class_="checklist__unsaved")


def parts(
    section: Element, identity: str, items: Sequence[SourceItem]
) -> Iterator[tuple[list[SourceItem], Element]]:
    """The items with the element that takes them: one for each part of a decision, under its heading."""
    for part, found in groupby(items, lambda item: part_of(item.weighs["ja"]) if item.weighs else None):
        if part:
            heading = PARTS[part]
            add(section, "h3", heading["title"], id=f"{identity}-{heading['id']}")
        yield list(found), add(section, "ul", class_="items")


def task(entry: Element, item: SourceItem) -> None:
    """A native checkbox whose id is the item's and whose name is the item's text. A browser that
    filled in old ticks would make them look like new ones to the script."""
    box = add(entry, "input", type="checkbox", id=item.id, autocomplete="off")
    describe(box, item)
    add(entry, "label", item.text, for_=item.id, class_="item__text")
    details(entry, item)


def question(entry: Element, item: SourceItem) -> None:
    """A native radio group; the legend is the question."""
    entry.set("data-weighs", " ".join("=".join(pair) for pair in item.weighs.items()))
    group = add(entry, "fieldset", id=item.id)
    describe(group, item)
    add(group, "legend", item.text, class_="item__text")
    answers = add(group, "div", class_="answers")
    for answer in LABELS["answers"]:
        label = add_words(answers, "label", "")
        add(label, "input", type="radio", name=item.id, value=answer["value"], autocomplete="off")
        label[-1].tail = " " + answer["text"]
    details(entry, item)


def former_anchors(entry: Element, item: SourceItem) -> None:
    """Places for links to the ids that the item had before; the scripts find its ticks by them."""
    if item.formerly:
        entry.set("data-formerly", " ".join(line.text for line in item.formerly))
    if item.least:
        entry.set("data-least", item.least)
    for line in item.formerly:
        add(entry, "span", id=line.text, class_="item__formerly")


def describe(control: Element, item: SourceItem) -> None:
    """Tie the help to the control, for those who cannot see that it stands there."""
    if item.help:
        control.set("aria-describedby", f"{item.id}{HELP}")


def details(entry: Element, item: SourceItem) -> None:
    """Help, the code as a permanent link, and the way to the explanation: outside the label."""
    if item.help:
        add(entry, "p", " ".join(item.help), id=f"{item.id}{HELP}", class_="item__help")
    links = add(entry, "p", class_="item__links")
    name = LABELS["permalink"].format(code=item.code)
    add_words(links, "a", item.code, href=f"#{item.id}", class_="code item__code", aria_label=name)
    if item.more:
        text, href = item.more
        add_words(links, "a", text, href=href, class_="item__more")
