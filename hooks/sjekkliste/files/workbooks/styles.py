"""How the cells of the workbooks look, by the names that the others use."""

from typing import Any

GREY = {"bg_color": "#E7E6E6"}
# As text, what is typed stays as it was typed, also if it begins with "=".
CELL = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#808080", "num_format": "@"}
DAY = {"num_format": "dd.mm.yyyy", "align": "left"}
STYLES: dict[str, dict[str, Any]] = {
    "plain": {"valign": "top", "text_wrap": True},
    "line": {},
    "title": {"bold": True, "font_size": 16},
    "header": {**CELL, **GREY, "bold": True},
    "fixed": {**CELL, **GREY},
    "entered": CELL,
    "date": {**CELL, **DAY},
    "number": {**CELL, "num_format": "0", "align": "left"},
    "computed": {**CELL, **GREY, **DAY},
    "computed-bold": {**CELL, **GREY, **DAY, "bold": True},
    "year": {**CELL, **GREY, "num_format": "0", "align": "left"},
    # Where something is typed among what is computed.
    "input-header": {**CELL, "bold": True, "bg_color": "#FFF2CC"},
    "input-date": {**CELL, **DAY, "bg_color": "#FFF2CC"},
    "source": {**CELL, **GREY, "font_color": "#0563C1", "underline": 1},
    "link": {"valign": "top", "text_wrap": True, "font_color": "#0563C1", "underline": 1},
}
