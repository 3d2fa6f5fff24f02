"""Other forms of the words of a text, by the endings in search-nb.yml.

What kind of word it is, its letters do not say. So each word is tried with each set of endings, and
the sets that give most words of the whole site win: «plan» follows «planen» and «planer», not «planet».
A word without relatives goes as its last part does, «overgrepsmottak» as «mottak», or else as nouns do
if it is long: short ones are more often of other kinds.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

WORD = re.compile(r"[^\W\d_]{3,}")
SHORTEST = 3
"""Letters of what stands before an ending."""
LAST_PART = 4
"""Letters of the shortest last part of a word that says how the whole goes."""

UNKNOWN = 2
"""How many of the sets, from the first, a long word goes by that nothing is known of."""
LONG = 10


class WordForms:
    """The forms of words, by sets of endings, words with other names, and every word of the site."""

    def __init__(
        self, endings: Iterable[str], others: Mapping[str, Sequence[str]], vocabulary: Iterable[str]
    ) -> None:
        self.endings = [one.replace("-", "").split(" ") for one in endings]
        self.sets: dict[str, list[list[str]]] = {}
        for one in self.endings:
            for ending in one:
                self.sets.setdefault(ending, []).append(one)
        self.longest = max(map(len, self.sets), default=0)
        self.others = [(name, other) for name, found in others.items() for other in found]
        self.vocabulary = frozenset(vocabulary)
        self.of = cache(self.forms)

    def beside(self, words: set[str]) -> list[str]:
        """The forms of these words that begin neither one of them nor another form: a search finds
        whatever begins with what is written."""
        found = sorted(words.union(*map(self.of, words)))
        following = [*found[1:], ""]
        return [
            one
            for one, after in zip(found, following, strict=False)
            if one not in words and not after.startswith(one)
        ]

    def forms(self, word: str) -> frozenset[str]:
        """All forms of the word, and of its other names."""
        own = self.inflected(word) | {word}
        together = " ".join(own)
        others = [pair for pair in self.others if pair[0] in together]
        return own | {one.replace(name, other) for name, other in others for one in own if name in one}

    def inflected(self, word: str) -> frozenset[str]:
        """The forms by the endings that most is known of, or else as the last part of the word goes."""
        base = word.removesuffix("s")
        families = list(self.families(base if base in self.vocabulary else word))
        counts = [len(one & self.vocabulary) for one in families]
        most = max(counts, default=0)
        if most > 1:
            return frozenset[str]().union(
                *(one for one, count in zip(families, counts, strict=True) if count == most)
            )
        for cut in range(1, len(word) - LAST_PART + 1):
            if word[cut:] in self.vocabulary:
                return frozenset(word[:cut] + one for one in self.inflected(word[cut:]))
        if len(word) < LONG:
            return frozenset()
        return frozenset(word + one for endings in self.endings[:UNKNOWN] for one in endings)

    def families(self, word: str) -> Iterator[frozenset[str]]:
        """What the word can be a form of."""
        for cut in range(max(SHORTEST, len(word) - self.longest), len(word) + 1):
            for endings in self.sets.get(word[cut:], ()):
                yield frozenset(word[:cut] + one for one in endings)


def words_of(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return set(WORD.findall(text.lower()))
