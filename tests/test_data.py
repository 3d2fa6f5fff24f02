"""The data that others read."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from .project import DOCS


@pytest.fixture(scope="module")
def data(site: Path) -> Any:
    return json.loads((site / "data" / "sjekklister.json").read_bytes())


@pytest.fixture(scope="module")
def validator(site: Path) -> Draft202012Validator:
    schema = json.loads((site / "data" / "sjekklister.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def test_data_fits_its_schema(data: Any, validator: Draft202012Validator) -> None:
    assert list(validator.iter_errors(data)) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [(("version",), 2), (("checklists", 0, "items"), []), (("checklists", 0, "items", 0, "id"), "Å")],
)
def test_schema_refuses_other_data(
    data: Any, validator: Draft202012Validator, path: tuple[Any, ...], value: Any
) -> None:
    spoilt = json.loads(json.dumps(data))
    place = spoilt
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert [list(error.absolute_path) for error in validator.iter_errors(spoilt)] == [list(path)]


def test_every_item_on_the_pages_is_in_the_data_in_page_order(data: Any) -> None:
    for checklist in data["checklists"]:
        page = DOCS / (checklist["url"].split("/", 3)[3].split("/#")[0] + ".md")
        source = page.read_text(encoding="utf-8")
        places = [source.index(f"{{#{item['id']}}}") for item in checklist["items"]]
        assert places == sorted(places)
        assert source.count("- [ ]") == len(places)


def test_hash_is_of_the_text(data: Any) -> None:
    item = data["checklists"][0]["items"][0]
    assert item["hash"] == hashlib.sha256(item["text"].encode()).hexdigest()[:12]


def test_every_address_in_the_data_exists(data: Any, site: Path) -> None:
    root = data["site"]
    for entry in (*data["phases"], *data["checklists"], *(i for c in data["checklists"] for i in c["items"])):
        path, _, anchor = entry["url"].removeprefix(root).partition("#")
        html = (site / path / "index.html").read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in html
    for checklist in data["checklists"]:
        assert (site / checklist["sheets"]["html"].removeprefix(root)).stat().st_size > 0
