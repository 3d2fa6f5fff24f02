"""Klarspråk, measured: how hard the pages are to read, how long a sentence is, and the spelling."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from sjekkliste.content.pages import PageFile, read_pages
from sjekkliste.model.facts import Claim, Source
from sjekkliste.texts import TEXTS

from .project import DOCS
from .prose import all_text, lix, plain, running_text, sentences, words

PAGES = [page for page in read_pages(DOCS) if list(running_text(page))]
WORD_LIST = Path(__file__).with_name("ordliste.txt")
# Fields to fill in, what an editor is to write, and paths.
NAMES = re.compile(r"\{[^}]*\}|«[^»]*»|\S*/\S*")
# The beginning of each sentence that is longer for a reason, and the reason.
LONGER: Mapping[str, str] = {}


def test_the_whole_text_is_easy_to_read() -> None:
    assert lix([text for page in PAGES for text in running_text(page)]) <= 44


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_no_page_is_hard_to_read(page: PageFile) -> None:
    assert lix(list(running_text(page))) <= 48


def test_lix_is_what_it_is_said_to_be() -> None:
    """Ten words in two sentences, of which two are long: 5 + 20."""
    assert lix(["En to tre fire langeord. En to tre fire kjempelangt."]) == 25.0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_no_sentence_is_long(page: PageFile) -> None:
    found = [one for text in running_text(page) for one in sentences(text) if len(words(one)) > 30]
    assert [one for one in found if not one.startswith(tuple(LONGER))] == []


def test_sentences_end_where_they_do() -> None:
    text = "Prop. 36 S kom 5. mai. Er det så? «Ja.» Se § 4. Slutt"
    assert sentences(text) == ["Prop. 36 S kom 5. mai", "Er det så", "«Ja", "Se § 4", "Slutt"]


def test_spelling_is_right(points: Mapping[str, Source]) -> None:
    known = {line for line in WORD_LIST.read_text(encoding="utf-8").split("\n") if not line.startswith("#")}
    found: dict[str, str] = {}
    for place, text in texts(points):
        found.update(dict.fromkeys(words(text), place))
    wrong = misspelt("\n".join(found))
    assert {word: found.get(word, "") for word in wrong if not {word, word.lower()} & known} == {}


def test_misspelling_would_be_found() -> None:
    assert misspelt("handlingsplan\nhandlngsplan") == ["handlngsplan"]


def texts(points: Mapping[str, Source]) -> Iterator[tuple[str, str]]:
    """Everything that readers and editors see and that is not in a template, with its place."""
    for page in PAGES:
        yield from ((page.path, text) for text in all_text(page))
        yield page.path, plain(f"{page.meta.get('title', '')} {page.meta['description']}")
    yield from ((one.id, one.says) for one in points.values() if isinstance(one, Claim))
    yield from (("nb.yml", NAMES.sub("", plain(text))) for text in strings(TEXTS) if " " in text)


def strings(value: Any) -> Iterator[str]:
    """All strings in a tree of texts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def misspelt(text: str) -> list[str]:
    """The words that the dictionary of bokmål does not have; words of one letter are passed over."""
    result = subprocess.run(
        ["hunspell", "-d", "nb_NO", "-i", "utf-8", "-l"],
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    return [word for word in result.stdout.split() if len(word) > 1]
