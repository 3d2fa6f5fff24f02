"""The image that is shown where a link is pasted: one for each phase, and one for the rest.

Typst draws it, with a font from a package, so that it is the same everywhere.
"""

import json
from functools import cache
from pathlib import Path

from ..engines.typst import typeset
from ..model.guide import Guide
from ..texts import TEXTS

TEMPLATE = Path(__file__).with_name("preview.typ")
REST = "alle"


def preview_ids(guide: Guide) -> list[str]:
    """The images: that of each phase, by its id, and that of all other pages."""
    return [*(phase.id for phase in guide.phases), REST]


def preview_image(identity: str, guide: Guide) -> bytes:
    """The image as PNG, 1200 × 630 pixels."""
    texts = TEXTS["previews"]
    phase = next((one for one in guide.phases if one.id == identity), None)
    title, under = (phase.title, texts["subject"]) if phase else (texts["subject"], texts["all"])
    steps, at = [one.title for one in guide.phases], phase.title if phase else ""
    data = {"language": TEXTS["language"], "name": TEXTS["name"], "title": title, "under": under}
    return drawn(json.dumps({**data, "steps": steps, "at": at}, ensure_ascii=False))


@cache
def drawn(data: str) -> bytes:
    """The image of this data; drawn once for each process, since `make serve` asks again and again."""
    return typeset(TEMPLATE, data, format="png", ppi=72)
