"""Real pages changed at random: either a problem is named, or everything that is written is shown.

`EDITS=5000` tries more of them; each has its own seed, which a failure names.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from pathlib import Path
from random import Random

import pytest

from sjekkliste.content.pages import PageFile, read_page
from sjekkliste.markdown.documents import documents
from sjekkliste.markdown.render import render
from sjekkliste.model.addresses import page_url
from sjekkliste.model.document import Control, Document
from sjekkliste.model.facts import Source
from sjekkliste.model.guide import Settings
from sjekkliste.model.page_html import parse

from .project import DOCS, copy_project, problems


def apart(signs: str) -> list[str]:
    """Signs that are written with a space between."""
    return signs.split()


EDITS = int(os.environ.get("EDITS", "100"))
PAGES = sorted(DOCS.rglob("*.md"))
MARKERS = (
    *apart("** ]( ]( # ## [ ) | /// {# } , .md * Bygger Minst Ja: id: kode: --- kontrollert:"),
    *("- [ ] ", "- ", "> ", "    ", ": ", "\n\n", "\n"),
)
SIGNS = (
    *apart("* ** _ ` ``` ~~~ # > | [ ] ( ) { } < </div> <b> <!-- / /// \\ - – ! & &lt; : ; \" ' @ [^1] $"),
    *apart("• ⚠ \uf0b7 {:.a} [a][b] ![a](b) www.a.no -- === --- *** ~~ % ø X"),
    *("- ", "+ ", "1. ", "!!! ", "[x]: y", "\t", " ", "    ", "\n", "\n\n", "\n    ", "\r"),
    *("\N{NO-BREAK SPACE}", "\N{SOFT HYPHEN}"),
)
HIDDEN = re.compile(
    r"^ *(?:Bygger på: .*|(?:[A-ZÆØÅ]\d+|P)-[\w.-]+(?:[,\s]+(?:[A-ZÆØÅ]\d+|P)-[\w.-]+)*,?|Tidligere: .*"
    r"|Minst dette: .*|(?:Ja|Delvis|Nei|Vet ikke): .*|    (?:id|kode): .*|\|[-:| ]+\|)$",
    re.MULTILINE,
)
"""Lines that say something about the text, and are not shown as they stand."""
BEHIND = re.compile(
    r"<!--.*?-->|\]\([^)\n]*\)|\{[#:][^}\n]*\}|^ *///+ *(?:sjekkliste|beslutning)?|^[> ]*\d+[.)] ",
    re.DOTALL | re.M,
)
"""What stands behind the words: comments, addresses, ids, the frames of blocks, numbers of lists."""
LEFT = ("**", "](", "{#", "///", "[ ]", "- [", "<!--", "~~~", "```")
"""Signs that are there to be read by us, never by a reader."""


def lines_changed(change: Callable[[Random, list[str]], None]) -> Callable[[Random, str], str]:
    """A change of the text's lines."""

    def changed(random: Random, text: str) -> str:
        lines = text.split("\n")
        change(random, lines)
        return "\n".join(lines)

    return changed


def delete_line(random: Random, lines: list[str]) -> None:
    del lines[random.randrange(len(lines))]


def double_line(random: Random, lines: list[str]) -> None:
    place = random.randrange(len(lines))
    lines.insert(random.randrange(len(lines)), lines[place])


def swap_lines(random: Random, lines: list[str]) -> None:
    one, two = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]


def move_line_in(random: Random, lines: list[str]) -> None:
    place = random.randrange(len(lines))
    lines[place] = " " * random.choice((1, 2, 3, 4, 8)) + lines[place]


def move_line_out(random: Random, lines: list[str]) -> None:
    place = random.randrange(len(lines))
    lines[place] = lines[place].lstrip()


def delete_sign(random: Random, text: str) -> str:
    place = random.randrange(len(text))
    return text[:place] + text[place + 1 :]


def swap_signs(random: Random, text: str) -> str:
    place = random.randrange(len(text) - 1)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def insert_sign(random: Random, text: str) -> str:
    place = random.randrange(len(text))
    return text[:place] + random.choice(SIGNS) + text[place:]


def replace_marker(random: Random, text: str) -> str:
    """A marker is gone, or a sign stands in its place, or it stands twice."""
    marker = random.choice([one for one in MARKERS if one in text])
    place = random.choice([found.start() for found in re.finditer(re.escape(marker), text)])
    other = random.choice(("", "", marker * 2, random.choice(SIGNS), random.choice(MARKERS)))
    return text[:place] + other + text[place + len(marker) :]


def change_case(random: Random, text: str) -> str:
    place = random.randrange(len(text))
    return text[:place] + text[place].swapcase() + text[place + 1 :]


def delete_span(random: Random, text: str) -> str:
    place = random.randrange(len(text))
    return text[:place] + text[place + random.randrange(200) :]


def cut(random: Random, text: str) -> str:
    return text[: random.randrange(len(text))]


CHANGES = (
    *map(lines_changed, (delete_line, double_line, swap_lines, move_line_in, move_line_out)),
    *(delete_sign, swap_signs, insert_sign, insert_sign, replace_marker, replace_marker),
    *(change_case, delete_span, cut),
)


def words(text: str) -> Counter[str]:
    """How often each word stands there, parted by every sign that may be markup."""
    return Counter(re.findall(r"[^\W_]+", text))


def written(page: PageFile) -> str:
    """The running text of the page, of its items and of their help, without what frames them."""
    return unescape(BEHIND.sub(" ", HIDDEN.sub(" ", page.body)))


def document_text(document: Document) -> Iterator[str]:
    """What stands in the document, and what one can choose in it."""
    for part in document.inlines():
        yield " ".join((part.shown, *part.choices)) if isinstance(part, Control) else part.text


def shown(page: PageFile, points: Mapping[str, Source]) -> tuple[str, set[str], set[str]]:
    """The text of the page or document as it is shown, the ids on it, and those that it leads to on
    itself."""
    if page.is_document:
        (document,) = documents([page], points, Settings("https://site.example/"))
        return " ".join(document_text(document)), set(), set()
    body = parse(render(page, points).html)
    pictures, ids = " ".join(body.xpath("//@alt")), set(body.xpath("//@id"))
    for folded in body.xpath("//details"):
        folded.clear()
    # What is written as code is there to be read with all its signs.
    for code in body.xpath("//code"):
        code.text = re.sub(r"[^\w-]+", " ", code.text or "")
    own = f"{page_url(page.path)}#"
    aims = {href.removeprefix(own) for href in body.xpath("//a/@href") if href.startswith(own)}
    return f"{pictures} {' '.join(body.xpath('//text()'))}", ids, aims


def loss(page: PageFile, points: Mapping[str, Source]) -> str:
    """What of the page is not shown or leads nowhere, or is shown and should not be; empty where all
    is well."""
    text, ids, aims = shown(page, points)
    missing = words(written(page)) - words(text)
    items = set(re.findall(r"^- \[ \] .*\{#([^}]*)\}$", page.body, re.MULTILINE)) | aims
    left = [sign for sign in LEFT if sign in text]
    return " ".join([*missing, *sorted(items - ids), *left])


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("random"))


def outcome(seed: int, root: Path, points: Mapping[str, Source]) -> str:
    """What went wrong after the changes that the seed gives; empty where nothing did."""
    random = Random(seed)
    source = random.choice(PAGES)
    text = source.read_text(encoding="utf-8")
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        text = random.choice(CHANGES)(random, text) or "\n"
    name = source.relative_to(DOCS).as_posix()
    file = root / "docs" / name
    file.write_bytes(text.encode())
    try:
        return "" if problems(root, {}) else loss(read_page(file, name), points)
    except Exception as error:
        return repr(error)
    finally:
        file.write_bytes(source.read_bytes())


def test_what_is_compared_is_whole(points: Mapping[str, Source]) -> None:
    lost = {page.name: loss(read_page(page, page.relative_to(DOCS).as_posix()), points) for page in PAGES}
    assert {name: what for name, what in lost.items() if what} == {}


@pytest.mark.usefixtures("rendered_once")
def test_a_change_at_random_is_named_or_shown(copied: Path, points: Mapping[str, Source]) -> None:
    found = {seed: outcome(seed, copied, points) for seed in range(EDITS)}
    assert {seed: what for seed, what in found.items() if what} == {}
