"""The rule of a decision as a table: which answer of which question lands where."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from ..content.answers import PLACES
from ..content.items import SourceItem
from ..texts import Words
from .elements import LABELS, add

RULE = Words("weigh", "rule")


def rule_table(section: Element, identity: str, questions: Sequence[SourceItem]) -> None:
    """Put the table at the end of the decision, folded."""
    folded = add(section, "details", class_="rule", id=f"{identity}-{RULE['id']}", data_search_exclude="")
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
