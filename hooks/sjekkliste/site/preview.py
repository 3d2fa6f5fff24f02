"""The image that is shown where a link is pasted: one for each phase, and one for the rest.

Typst draws it, with a font from a package, so that it is the same everywhere.
"""

import json
from pathlib import Path

from ..engines.typst import typeset
from ..files import Keep
from ..model.guide import Guide
from ..texts import TEXTS

TEMPLATE = Path(__file__).with_name("preview.typ")
REST = "alle"


def preview_ids(guide: Guide) -> list[str]:
    """The images: that of each phase, by its id, and that of all other pages."""
    return [*(phase.id for phase in guide.phases), REST]


def preview_image(identity: str, guide: Guide, keep: Keep) -> bytes:
    """The image as PNG, 1200 × 630 pixels, made anew only if it has to be."""
    texts = TEXTS["previews"]
    phase = next((one for one in guide.phases if one.id == identity), None)
    title, under = (phase.title, texts["subject"]) if phase else (texts["subject"], texts["all"])
    steps, at = [one.title for one in guide.phases], phase.title if phase else ""
    data = {"language": TEXTS["language"], "name": TEXTS["name"], "title": title, "under": under}
    drawing = json.dumps({**data, "steps": steps, "at": at}, ensure_ascii=False)
    ingredients = [TEMPLATE.read_bytes(), drawing.encode()]
    return keep(ingredients, lambda: typeset(TEMPLATE, drawing, format="png", ppi=72))
