"""The bank of measures as lists, one for each area: an item is chosen as others are ticked."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import escape

from ..model.guide import Checklist, Item, Measure
from ..texts import Words
from ..texts.yaml import Entry
from .problems import Fault, fault

WORDS = Words("measures")
PHASE = "kartlegging"


def measure_lists(measures: Sequence[Measure]) -> tuple[Checklist, ...]:
    """The lists in the order of the areas, their items in that of the file."""
    return tuple(
        Checklist(
            f"tiltak-{area}",
            f"T{number}",
            "measures",
            PHASE,
            title,
            WORDS["url"],
            tuple(as_item(one) for one in measures if one.area == area),
        )
        for number, (area, title) in enumerate(WORDS["areas"].items(), 1)
    )


def area_faults(measures: Iterable[Entry]) -> Iterator[Fault]:
    """Codes that are not of the measure's own area."""
    for one in measures:
        start = f"T{[*WORDS['areas']].index(one['omrade']) + 1}."
        if not one["kode"].startswith(start):
            yield fault(one.line_of("kode"), "code-of-area", code=one["kode"], start=start)


def as_item(measure: Measure) -> Item:
    """The measure, with whom it is for, and our proposals, as its help."""
    groups = named(measure.groups)
    told = WORDS["help"].format(target=groups, name=measure.owner, done=measure.sign)
    help_ = f"{told} {measure.remark or ''}".strip()
    words = (measure.text, str(escape(measure.text)), help_, str(escape(help_)))
    return Item(measure.id, measure.code, *words, None, measure.sources)


def named(groups: Iterable[str]) -> str:
    """The groups by their names: barn, unge og ansatte."""
    *first, last = (WORDS["groups"][one] for one in groups)
    return f"{', '.join(first)} {WORDS['and']} {last}" if first else str(last)
