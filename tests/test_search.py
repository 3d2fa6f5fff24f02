"""What readers write leads to what they look for, in whatever form they write it."""

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from .project import ROOT

NO_WORDS = re.compile(r"<(script|template|style|pre|code).*?</\1>|<[^>]+>|&\w+;", re.DOTALL)
Find = Callable[[list[str]], Any]
QUERIES: dict[str, dict[str, str]] = yaml.safe_load((ROOT / "tests" / "search.yml").read_text("utf-8"))
WITHIN = 3
"""Hits that a reader looks at."""
SHARE, OF_ALL = 0.9, 0.95
"""Of each kind of query, and of all."""
LARGEST = 60_000
UNITS = {"kb"}


@pytest.fixture(scope="module")
def find(site: Path) -> Find:
    node = str(Path(sys.executable).with_name("node"))

    def found(queries: list[str]) -> Any:
        command = [node, "--no-warnings", str(ROOT / "tests" / "search.js"), str(site)]
        done = subprocess.run(command, input=json.dumps(queries), check=True, capture_output=True, text=True)
        return json.loads(done.stdout)

    return found


def test_enough_is_asked_for() -> None:
    counts = {kind: len(queries) for kind, queries in QUERIES.items() if kind != "code"}
    assert min(counts.values()) >= 25, counts
    assert len(counts) == 7
    assert sum(counts.values()) >= 200


def missed(find: Find, kind: str) -> list[tuple[str, list[str]]]:
    """The queries of this kind whose first hits do not hold what is wanted, with these."""
    wanted = QUERIES[kind]
    hits = zip(wanted.items(), find(list(wanted)), strict=True)
    found = [(query, urls.split(), one["urls"][: within(kind)]) for (query, urls), one in hits]
    return [(query, first) for query, urls, first in found if not set(urls) & set(first)]


def within(kind: str) -> int:
    return 1 if kind in ("exact", "code") else WITHIN


@pytest.mark.parametrize("kind", QUERIES)
def test_first_hits_hold_what_is_looked_for(find: Find, kind: str) -> None:
    share = 1 if within(kind) == 1 else SHARE
    assert len(missed(find, kind)) <= (1 - share) * len(QUERIES[kind]), missed(find, kind)


def test_first_hits_hold_nearly_all_that_is_looked_for(find: Find) -> None:
    all_missed = [one for kind in QUERIES for one in missed(find, kind)]
    assert len(all_missed) <= (1 - OF_ALL) * sum(map(len, QUERIES.values())), all_missed


@pytest.mark.parametrize("word", ["skattemelding", "xyzxyz", "bompenger"])
def test_what_the_pages_do_not_say_is_not_found(find: Find, word: str) -> None:
    assert find([word])[0]["urls"] == []


def test_words_of_the_pages_are_found_however_they_are_copied(find: Find, site: Path) -> None:
    """Addresses and what is to be copied as code are no words."""
    common = set(json.loads((site / "assets" / "sok.json").read_bytes())["common"])
    pages = [page.read_text("utf-8") for page in site.rglob("index.html")]
    texts = [NO_WORDS.sub(" ", page.partition("<main")[2].partition("</main>")[0]) for page in pages]
    found = {word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text.partition(">")[2].lower())}
    words = sorted(found - common - UNITS)
    assert len(words) > 2000
    shapes = ["«{}»", "({}),", "{}.", "\u200b{}\u00ad:"]
    queries = [shapes[number % len(shapes)].format(word) for number, word in enumerate(words)]
    assert [query for query, one in zip(queries, find(queries), strict=True) if not one["urls"]] == []


def test_what_was_meant_is_said(find: Find) -> None:
    assert find(["taushetsplikt", "interkomunal"])[1]["meant"] == "interkommunal"
    assert find(["taushetsplikt"])[0]["meant"] == ""


def test_every_hit_leads_somewhere(find: Find, site: Path) -> None:
    index = json.loads((site / "assets" / "sok.json").read_bytes())
    page = ""
    for address, _, kind in index["entries"]:
        if kind == "page":
            page = (site / address / "index.html").read_text("utf-8")
        assert kind == "page" or f'id="{address.removeprefix("#")}"' in page, address


def test_index_and_engine_are_light(site: Path) -> None:
    files = [*(site / "assets" / "hashed").glob("sok-*"), *(site / "assets" / "hashed").glob("engine-*")]
    assert len(files) == 2
    assert sum(len(gzip.compress(one.read_bytes(), mtime=0)) for one in files) <= LARGEST
