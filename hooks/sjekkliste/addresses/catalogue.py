"""Everything on the site that others can link to, with the words and the address to do it by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..files.meeting import meeting_sheet
from ..files.sheets import sheets
from ..model.guide import Checklist, Guide, Page
from ..texts import TEXTS, Words, count

LINKS = Words("links")
# Made from the guide, but not for linking to.
APART = ("k/", "innebygd/", "forhandsvisning/")


@dataclass(frozen=True)
class Entry:
    """Something to link to. Addresses are relative to the site's root; `short` is the one to copy.

    `id` and `code` are empty for what has none; `embed` is the list's page for other sites.
    """

    kind: str
    title: str
    description: str
    url: str
    short: str
    phase: str = ""
    id: str = ""
    code: str = ""
    embed: str = ""


def catalogue(guide: Guide, made: Iterable[str]) -> list[Entry]:
    """Pages with their lists and items, then files; `made` are the files made from the guide."""
    return [*page_entries(guide), *file_entries(guide, made)]


def page_entries(guide: Guide) -> Iterator[Entry]:
    """Each page, followed by its lists, each followed by its items."""
    for page in guide.pages:
        yield page_entry(page, guide)
        for checklist in (*guide.checklists, *guide.measures):
            if checklist.url == page.url:
                yield from list_entries(checklist, guide)


def page_entry(page: Page, guide: Guide) -> Entry:
    """A page; those of the phases have a code."""
    phase = guide.phase_of(page.url)
    code = guide.phase(phase).code if page.url == f"{phase}/" and guide.of_phase(phase) else ""
    short = f"k/{code}/" if code else page.url
    return Entry("page", page.title, page.description, page.url, short, phase, code=code)


def list_entries(checklist: Checklist, guide: Guide) -> Iterator[Entry]:
    """A list and its items."""
    number = count(len(checklist.items), TEXTS["checklist"]["count"][checklist.kind])
    phase = LINKS["phase"].format(title=guide.phase(checklist.phase).title)
    text = LINKS[checklist.kind].format(title=checklist.title, count=number, phase=phase)
    embed = "" if checklist.kind == "measures" else f"innebygd/{checklist.id}/"
    url = f"{checklist.url}#{checklist.id}"
    names = (checklist.phase, checklist.id, checklist.code)
    yield Entry("checklist", checklist.title, text, url, f"k/{checklist.code}/", *names, embed)
    for item in checklist.items:
        text = LINKS["item"].format(code=item.code, title=checklist.title, help=item.help).strip()
        url = f"{checklist.url}#{item.id}"
        yield Entry("item", item.text, text, url, f"k/{item.code}/", checklist.phase, item.id, item.code)


def file_entries(guide: Guide, made: Iterable[str]) -> Iterator[Entry]:
    """The sheets and documents in each format, and the data."""
    known = {one.id: (one.title, one.description) for one in sheets(guide)}
    known |= {one.id: (one.title, one.description) for one in (meeting_sheet(guide), *guide.documents)}
    formats = TEXTS["sheets"]["formats"]
    for path in made:
        if path.startswith(APART):
            continue
        name, _, suffix = path.rpartition("/")[2].partition(".")
        if path.startswith("utskrift/") and name in known and suffix in formats:
            title, text = known[name]
            title = LINKS["sheet"].format(title=title, format=formats[suffix])
        elif more := TEXTS["files"].get(path.rpartition("/")[2]):
            title, text = LINKS["sheet"].format(title=more["title"], format=formats[suffix]), more["use"]
        else:
            words = LINKS["files"].get(path, {})
            title, text = words.get("title", path), words.get("description", "")
        yield Entry("file", title, text, path, path)
