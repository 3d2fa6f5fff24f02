"""What was found wrong in the content is gone, and what is right stands in its place."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from .project import DOCS, ROOT

LIST = Path(__file__).with_name("corrections.yml")
CORRECTIONS: list[Mapping[str, str]] = yaml.safe_load(LIST.read_text(encoding="utf-8"))
CLAIMS: list[Mapping[str, Any]] = yaml.safe_load(
    (DOCS / "fakta" / "pastander.yml").read_text(encoding="utf-8")
)
HEADING = r"^(?P<level>#{{1,6}}) .*\{{[^}}]*#{identity}[^}}]*\}} *$"


def words(text: str) -> str:
    """The text with one plain space wherever there is room between words."""
    return re.sub(r"\s+", " ", text)


def place(name: str) -> str:
    """The words of a claim by its id, of a whole page, or of one of its sections."""
    if name.startswith("P-"):
        return words(" ".join(str(value) for one in CLAIMS if one["id"] == name for value in one.values()))
    path, _, identity = name.partition("#")
    text = (ROOT / path).read_text(encoding="utf-8")
    if not identity:
        return words(text)
    found = re.search(HEADING.format(identity=re.escape(identity)), text, re.MULTILINE)
    assert found, name
    rest = text[found.end() :]
    end = re.search(rf"^#{{1,{len(found['level'])}}} ", rest, re.MULTILINE)
    return words(found[0] + (rest[: end.start()] if end else rest))


@pytest.mark.parametrize("one", CORRECTIONS, ids=lambda one: f"{one['fact']} in {one['place']}")
def test_correction_stands_where_it_belongs(one: Mapping[str, str]) -> None:
    text = place(one["place"])
    assert words(one["there"]) in text
    if "gone" in one:
        assert words(one["gone"]) not in text
