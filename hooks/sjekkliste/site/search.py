"""What the theme's search does not know by itself: items as results of their own, and Norwegian words
in other forms than those that stand on the page.

The forms go into fields that the search reads and never shows.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from ..files import Keep
from ..model.guide import Guide
from ..model.page_html import plain
from ..texts import texts_file
from ..texts.yaml import load
from .word_forms import WordForms, words_of

INDEX = "search/search_index.json"
FIELDS = {"title": ("title_forms", 200.0), "text": ("text_forms", 0.5)}
"""The field with the forms of each field, and how much a hit there counts: less than one in the field."""
ITEM_BOOST = 0.5
"""A page counts more than an item that has the same word."""
COMMON = 0.1
"""A word in the text of more entries than this tells them not apart, and gets no other forms there."""

Entry = dict[str, Any]


def extended(content: bytes, guide: Guide, keep: Keep) -> bytes:
    """The index, with the items and the forms, made anew only if it has to be."""
    index = json.loads(content)
    entries = [*without_items(index["docs"], guide), *items(guide)]
    words = texts_file("search-").read_bytes()
    return keep(
        [content, json.dumps(entries).encode(), words], lambda: with_forms(index, entries, load(words))
    )


def with_forms(index: Entry, entries: Sequence[Entry], texts: Mapping[str, Any]) -> bytes:
    """The index with these entries, each with the other forms of its words."""
    words = [{field: words_of(plain(entry[field], " ")) for field in FIELDS} for entry in entries]
    counts = Counter(chain.from_iterable(one["text"] for one in words))
    titles = chain.from_iterable(one["title"] for one in words)
    forms = WordForms(texts["endings"], texts["others"], {*counts, *titles})
    common = {word for word, count in counts.items() if count > len(entries) * COMMON}
    index["docs"] = [
        {**entry, **hidden(one, forms, common)} for entry, one in zip(entries, words, strict=True)
    ]
    index["config"]["fields"] |= {name: {"boost": boost} for name, boost in FIELDS.values()}
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def without_items(entries: Sequence[Entry], guide: Guide) -> Iterator[Entry]:
    """The theme's own entries. That of a list says only what stands above its items."""
    lists = {f"{one.url}#{one.id}" for one in guide.checklists}
    for entry in entries:
        text = entry["text"]
        yield {**entry, "text": text.partition("<ul>")[0] if entry["location"] in lists else text}


def items(guide: Guide) -> Iterator[Entry]:
    """Each item, by the address that leads to it: its code as it stands on paper, its words, and its help."""
    for checklist in guide.checklists:
        for item in checklist.items:
            location, title = f"{checklist.url}#{item.id}", f"{item.code} {item.text}"
            yield {"location": location, "title": title, "text": item.help, "boost": ITEM_BOOST}


def hidden(words: dict[str, set[str]], forms: WordForms, common: set[str]) -> Entry:
    """The forms of the words of an entry's fields, as far as they have any."""
    apart = {**words, "text": words["text"] - common}
    found = {name: forms.beside(apart[field]) for field, (name, _) in FIELDS.items()}
    return {name: " ".join(one) for name, one in found.items() if one}
