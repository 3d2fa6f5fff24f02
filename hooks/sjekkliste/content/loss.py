"""What is written and not shown, and signs that are there for us and would be shown: nothing may be lost in
silence, whatever was written."""

import re
from collections import Counter
from collections.abc import Iterator

from ..model.page_html import without_entities
from .citations import POINT
from .pages import PageFile
from .problems import Fault, fault

HIDDEN = re.compile(
    rf"^ *(?:Bygger på: .*|{POINT}(?:[,\s]+{POINT})*,?|Tidligere: .*|Minst dette: .*"
    r"|(?:Ja|Delvis|Nei|Vet ikke): .*|    (?:id|kode): .*|\|[-:| ]+\|)$"
)
"""Lines that say something about the text, and are not shown as they stand."""
BEHIND = re.compile(
    r"<!--.*?-->|(?<=\])\([^)\n]*\)|\{ *#[^}\n]*\}|^ *///+ *(?:sjekkliste|beslutning)?|^[> ]*\d+\. "
)
"""What stands behind the words: addresses, ids, the frames of blocks, numbers of lists."""
LEFT = re.compile(r"\*\*|\]\(|\{#|///|\[ \]|- \[|<!--|~~|`|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")
"""Signs that are there to be read by us, never by a reader."""


def words(text: str) -> list[str]:
    """The words, parted by every sign that may be markup."""
    return re.findall(r"[^\W_]+", text)


def loss(page: PageFile, text: str, shown: str) -> Iterator[Fault]:
    """The first word of the page that is not among those shown, and the first sign that is left over in its
    text; `shown` is the text with all else that comes from the page."""
    left = Counter(words(shown))
    for line in page.lines:
        written = words(without_entities(BEHIND.sub(" ", HIDDEN.sub("", line.text))))
        left.subtract(written)
        if lost := next((word for word in written if left[word] < 0), None):
            yield fault(line.number, "not-shown", word=lost)
            break
    if found := LEFT.search(text):
        wanted = (text[found.start() :].split("\n")[0][:60], found[0])
        places = (line.number for one in wanted for line in page.lines if one in line.text)
        yield fault(next(places, page.first_line), "left-over", sign=found[0])
