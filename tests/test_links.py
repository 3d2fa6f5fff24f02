"""The link catalogue and the items as rows."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from sjekkliste.project import read_guide

from .project import DOCS, ROOT


@pytest.fixture(scope="module")
def links(site: Path) -> Any:
    return json.loads((site / "data" / "lenker.json").read_bytes())


def test_links_fit_their_schema_and_an_empty_title_does_not(links: Any, site: Path) -> None:
    schema = json.loads((site / "data" / "lenker.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    assert list(validator.iter_errors(links)) == []
    spoilt = {**links, "links": [{**links["links"][0], "title": ""}]}
    assert [list(one.absolute_path) for one in validator.iter_errors(spoilt)] == [["links", 0, "title"]]


def test_every_registered_page_list_item_and_file_is_in_the_catalogue(links: Any) -> None:
    lines = (DOCS / "register" / "adresser.txt").read_text(encoding="utf-8").splitlines()[1:]
    kinds = {"side": "page", "liste": "checklist", "punkt": "item", "fil": "file"}
    registered = {
        (kinds[kind], address) for _, kind, address in (line.split() for line in lines) if kind in kinds
    }
    listed = {(one["kind"], "/" + one["url"].removeprefix(links["site"])) for one in links["links"]}
    assert {pair for pair in registered if not pair[1].startswith("/forhandsvisning/")} == listed


def test_every_entry_has_words_of_its_own_and_addresses_that_exist(links: Any, site: Path) -> None:
    for one in links["links"]:
        assert one["title"] != one["url"].removeprefix(links["site"]), "describe the file in nb.yml"
        for address in (one["url"], one["short"], one.get("embed", one["url"])):
            path = address.removeprefix(links["site"]).partition("#")[0]
            assert (site / (path + "index.html" if path.endswith("/") or not path else path)).is_file()


def test_spreadsheet_has_a_row_for_each_item(links: Any, site: Path) -> None:
    raw = (site / "data" / "sjekklister.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfKode;Id;")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(), delimiter=";"))
    measures = {one.code for one in read_guide(ROOT, {}).bank}
    items = {
        one["code"]: one for one in links["links"] if one["kind"] == "item" and one["code"] not in measures
    }
    assert [row["Kode"] for row in rows] == list(items)
    assert all(row["Kort adresse"] == items[row["Kode"]]["short"] for row in rows)
    assert all(row["Punkt"] == items[row["Kode"]]["title"] for row in rows)
