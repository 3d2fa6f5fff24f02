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

Find = Callable[[list[str]], Any]
QUERIES: dict[str, dict[str, str]] = yaml.safe_load((ROOT / "tests" / "search.yml").read_text("utf-8"))
WITHIN = 3
"""Hits that a reader looks at."""
SHARE = 0.9
"""Of each kind of query."""
LARGEST = 60_000


@pytest.fixture(scope="module")
def find(site: Path) -> Find:
    node = str(Path(sys.executable).with_name("node"))

    def found(queries: list[str]) -> Any:
        command = [node, "--no-warnings", str(ROOT / "tests" / "search.js"), str(site), json.dumps(queries)]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    return found


@pytest.mark.parametrize("kind", QUERIES)
def test_first_hits_hold_what_is_looked_for(find: Find, kind: str) -> None:
    wanted = QUERIES[kind]
    within = 1 if kind in ("exact", "code") else WITHIN
    hits = zip(wanted.items(), find(list(wanted)), strict=True)
    missed = [(query, one["urls"][:5]) for (query, url), one in hits if url not in one["urls"][:within]]
    assert len(missed) <= (0 if within == 1 else (1 - SHARE) * len(wanted)), missed


@pytest.mark.parametrize("word", ["barnehageplass", "xyzxyz", "bompenger"])
def test_what_the_pages_do_not_say_is_not_found(find: Find, word: str) -> None:
    assert find([word])[0]["urls"] == []


def test_words_of_the_pages_are_found_however_they_are_copied(find: Find, site: Path) -> None:
    text = (site / "forarbeid" / "beslutning" / "index.html").read_text("utf-8")
    main = re.sub(r"<(script|template).*?</\1>|<[^>]+>", " ", text.partition("<main")[2], flags=re.DOTALL)
    words = sorted(set(re.findall(r"[a-zæøå]{5,}", main.partition(">")[2].lower())))
    shapes = ["«{}»", "({}),", "{}.", "\u200b{}\u00ad:"]
    queries = [shapes[number % len(shapes)].format(word) for number, word in enumerate(words)]
    assert [query for query, one in zip(queries, find(queries), strict=True) if not one["urls"]] == []


def test_what_was_meant_is_said(find: Find) -> None:
    assert find(["taushetsplikt", "interkomunal"])[1]["meant"] == "interkommunal"
    assert find(["taushetsplikt"])[0]["meant"] == ""


def test_every_hit_leads_somewhere(find: Find, site: Path) -> None:
    index = json.loads((site / "assets" / "sok.json").read_bytes())
    for url, *_ in index["entries"]:
        path, _, anchor = url.partition("#")
        page = (site / path / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in page, url


def test_index_and_engine_are_light(site: Path) -> None:
    files = [*(site / "assets" / "hashed").glob("sok-*"), *(site / "assets" / "hashed").glob("engine-*")]
    assert len(files) == 2
    assert sum(len(gzip.compress(one.read_bytes(), mtime=0)) for one in files) <= LARGEST
