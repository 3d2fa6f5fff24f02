"""Where the answers to a question land: `Ja: taler for` on a line below it.

What Yes means decides the other answers, unless a line of their own says otherwise:

    Ja: vilkår på plass
    Nei: uavklart

This is the only place that holds the rule. Page, data and scripts all get it from here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from ..model.guide import PARTS, Kind, Part, Place, part_of
from ..texts import Words
from .problems import Fault, Line, fault

ANSWERS = Words("checklist")
PLACES: Mapping[Place, str] = Words("weigh", "places")  # type: ignore[assignment]
RULES: dict[Place, tuple[Place, ...]] = {
    "for": ("for", "unclear", "against", "unclear"),
    "against": ("against", "unclear", "for", "unclear"),
    "in-place": ("in-place", "missing", "missing", "unclear"),
}
"""For each thing that Yes can mean, the places of the four answers in their order."""


def read_weight(line: Line) -> tuple[str, Line] | None:
    """The answer and what is said of it, where the line is about an answer."""
    name, colon, place = line.text.partition(":")
    answer = {one["text"].lower(): str(one["value"]) for one in ANSWERS["answers"]}.get(name.strip().lower())
    return (answer, Line(line.number, place.strip())) if colon and answer else None


def looks_like_answer(text: str) -> bool:
    """Whether the line is almost about an answer: a dash for the colon, or an answer that does not exist."""
    name, sign, place = re.match(r"([^:–-]*?)\s*([:–-]?)\s+(.*)|", text).groups("")  # type: ignore[union-attr]
    known = name.lower() in [str(one["text"]).lower() for one in ANSWERS["answers"]]
    return bool(sign) and (known or place_of(Line(0, place)) is not None)


def places(written: Mapping[str, Line]) -> dict[str, Place]:
    """Where each answer lands; nothing where that is not known."""
    yes = place_of(written.get("ja"))
    if yes not in RULES:
        return {}
    rule = dict(zip((one["value"] for one in ANSWERS["answers"]), RULES[yes], strict=True))
    said = {answer: place_of(line) for answer, line in written.items()}
    return rule | {answer: place for answer, place in said.items() if place}


def place_of(line: Line | None) -> Place | None:
    """The place that the words name."""
    words = line.text.lower() if line else ""
    return next((place for place, text in PLACES.items() if text.lower() == words), None)


def weight_faults(kind: Kind, line: int, written: Mapping[str, Line]) -> Iterator[Fault]:
    """What is wrong with what a question, or an item of a checklist, says of its answers."""
    if kind == "checklist":
        yield from (fault(one.number, "weight-in-list") for one in written.values())
        return
    if "ja" not in written:
        yield fault(line, "no-weight", places=listed(RULES))
    yes = place_of(written.get("ja"))
    for answer, one in written.items():
        allowed = RULES if answer == "ja" else PARTS[part_of(yes)] if yes in RULES else PLACES
        if place_of(one) not in allowed:
            yield fault(one.number, "bad-weight", place=one.text, places=listed(allowed))


def order_faults(questions: Iterable[tuple[int, Part]]) -> Iterator[Fault]:
    """Questions of the first part that stand among the conditions; each comes with its line."""
    seen = False
    for line, part in questions:
        seen = seen or part == "condition"
        if seen and part == "should":
            yield fault(line, "weight-order")


def listed(names: Mapping[Place, object] | tuple[Place, ...]) -> str:
    """The places as an editor writes them: «taler for», «taler mot» eller «uavklart»."""
    *most, last = (f"«{PLACES[name].lower()}»" for name in names)
    return f"{', '.join(most)} eller {last}"
