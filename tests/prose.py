"""The words of the guide's pages, as the tests of language read them."""

import re
from collections.abc import Iterator

from sjekkliste.content.citations import MARKER, POINTS
from sjekkliste.content.pages import PageFile

# Headings, tables, blocks and their options, and the lines that say what the text builds on.
SKIPPED = re.compile(r"^(#|\||/{3}|(id|kode): |\[[^\]]*\]\([^)]*\)$)")
LIST_MARK = re.compile(r"^(?:[-*]|\d+\.) (?:\[ \] [A-ZÆØÅ][\d.]+ )?")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What follows begins a new sentence: not so in «5. mai» and «Prop. 36 S».
SENTENCE_END = re.compile(r"(?<!Prop)(?<!Innst)(?<!nr)[.?!][»)]*(?=\s+[«(A-ZÆØÅ\d]|$)")
LONG = 7


def running_text(page: PageFile) -> Iterator[str]:
    """The page's paragraphs and list entries as plain words: each is whole, and none is a heading,
    a table or a list of sources."""
    lines: list[str] = []
    for line in [*page.body.split("\n"), ""]:
        text = line.strip()
        begins = bool(LIST_MARK.match(text))
        skipped = not text or SKIPPED.match(text) or text.startswith(MARKER) or POINTS.match(text)
        if (skipped or begins) and lines:
            yield " ".join(lines)
            lines = []
        if not skipped:
            lines.append(plain(LIST_MARK.sub("", text)))


def all_text(page: PageFile) -> Iterator[str]:
    """The same, and then headings and rows of tables."""
    yield from running_text(page)
    yield from (plain(line) for line in page.body.split("\n") if line.startswith(("#", "|", "/// ")))


def plain(text: str) -> str:
    """The text without markup: the words of a link, not its address."""
    text = re.sub(r"\s*\{#[^}]*\}", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"`[^`]*`|https?://\S+", "", text)
    return text.replace("**", "").replace("*", "")


def sentences(paragraph: str) -> list[str]:
    """The paragraph's sentences; one without a full stop is a sentence too."""
    return [part.strip() for part in SENTENCE_END.split(paragraph) if WORD.search(part)]


def words(text: str) -> list[str]:
    """The words of the text, without numbers and signs."""
    return WORD.findall(text)


def lix(paragraphs: list[str]) -> float:
    """How hard the text is to read: words in a sentence, plus the share of words over six letters."""
    every = [word for paragraph in paragraphs for word in words(paragraph)]
    count = sum(len(sentences(paragraph)) for paragraph in paragraphs)
    return len(every) / count + 100 * sum(len(word) >= LONG for word in every) / len(every)
