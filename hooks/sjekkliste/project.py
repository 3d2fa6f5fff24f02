"""The one chain through the house, for the generator and the command line alike: what stands in the
project's folder is read, checked, rendered and gathered into one frozen value."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .addresses.lost import lost
from .addresses.register import FOLDER as REGISTER
from .addresses.register import read_register
from .content.changes import change_links
from .content.check import check, compare, missing_templates
from .content.documents import is_document
from .content.facts import read_facts
from .content.links import link_faults
from .content.pages import PageFile, read_pages
from .content.problems import fault
from .content.settings import page_order, read_settings
from .markdown.documents import documents
from .markdown.render import Rendered, render
from .model.addresses import page_url
from .model.facts import Source
from .model.guide import Guide, Link, Page, Problem, Settings
from .model.page_html import ids
from .model.register import Register
from .site.publish import makers
from .texts import phases

DOCS, TEMPLATES, CONFIG = "docs", "templates", "mkdocs.yml"


class ContentError(Exception):
    """Everything that somebody must mend before anything is published, each on a line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = list(problems)


@dataclass(frozen=True)
class Content:
    """What was read: the settings, the paths in the order of the menu, all that the text may build on,
    the register, the pages and documents, and what could not be read."""

    settings: Settings
    order: Sequence[str]
    facts: Mapping[str, Source]
    register: Register
    pages: Sequence[PageFile]
    unread: Sequence[Problem]


def read(root: Path, environ: Mapping[str, str]) -> Content:
    """The content of the project in the folder; `environ` may change its settings."""
    facts, bad_facts = read_facts(root / DOCS / "fakta")
    register, bad_register = read_register(root / REGISTER)
    return Content(
        read_settings(root / CONFIG, environ),
        page_order(root / CONFIG),
        facts,
        register,
        read_pages(root / DOCS),
        [*bad_facts, *bad_register],
    )


@dataclass(frozen=True)
class Project:
    """What became of the content: each page as it came out, by path, and the guide."""

    content: Content
    rendered: Mapping[str, Rendered]
    guide: Guide


def make(root: Path, environ: Mapping[str, str]) -> Project:
    """The project in the folder, made ready to be published. Raises ContentError, with all of them."""
    content = read(root, environ)
    found = [*content.unread, *check(content.pages, content.facts)]
    found += missing_templates(content.pages, root / TEMPLATES / "pages")
    found += outside_menu(content)
    stop_on(found)
    pages = [page for page in content.pages if not is_document(page)]
    rendered = {page.path: render(page, content.facts, content.register.moves) for page in pages}
    stop_on(compare(pages, {path: one.checklists for path, one in rendered.items()}))
    guide = gather(content, rendered)
    made = makers(guide)
    known = known_addresses(root, rendered, made)
    broken = (
        Problem(f"{DOCS}/{page.path}", one.line, one.message)
        for page in content.pages
        for one in link_faults(page, known)
    )
    stop_on([*broken, *lost(guide, made)])
    return Project(content, rendered, guide)


def outside_menu(content: Content) -> Iterator[Problem]:
    """Pages that no reader would find."""
    for page in content.pages:
        if not is_document(page) and page.path not in content.order:
            yield Problem(f"{DOCS}/{page.path}", 1, fault(1, "not-in-menu", path=page.path).message)


def read_guide(root: Path, environ: Mapping[str, str]) -> Guide:
    """The guide alone. Raises ContentError, with all of them."""
    return make(root, environ).guide


def problems(root: Path, environ: Mapping[str, str]) -> list[Problem]:
    """All problems in the project's folder, sorted by place."""
    try:
        make(root, environ)
    except ContentError as error:
        return error.problems
    return []


def stop_on(found: Sequence[Problem]) -> None:
    """Raises ContentError where there are any."""
    if found:
        raise ContentError(sorted(found))


def gather(content: Content, rendered: Mapping[str, Rendered]) -> Guide:
    """The guide, its pages in the order of the menu, its lists in that of the phases first."""
    rank = {path: number for number, path in enumerate(content.order)}
    phase_rank = {phase.id: number for number, phase in enumerate(phases())}
    pages = sorted(
        (page for page in content.pages if page.path in rendered),
        key=lambda page: (rank.get(page.path, len(rank)), page.path),
    )
    lists = [checklist for page in pages for checklist in rendered[page.path].checklists]
    links = change_links(content.pages)
    return Guide(
        content.settings,
        phases(),
        tuple(sorted(lists, key=lambda one: phase_rank[one.phase])),
        content.facts,
        max(page.meta["kontrollert"] for page in content.pages),
        page_html={page.path: rendered[page.path].html for page in pages},
        documents=documents(content.pages, content.facts, content.settings),
        pages=tuple(as_page(page, links, content.facts) for page in pages),
        register=content.register,
    )


def known_addresses(
    root: Path, rendered: Mapping[str, Rendered], made: Iterable[str]
) -> dict[str, frozenset[str]]:
    """The addresses of all pages and files, seen from the site's root, each with its anchors."""
    docs = root / DOCS
    files = [file.relative_to(docs).as_posix() for file in docs.rglob("*") if file.is_file()]
    pages = {page_url(path): ids(one.html) for path, one in rendered.items()}
    return {
        **dict.fromkeys([*files, *(path.removesuffix("index.html") for path in made)], frozenset()),
        **pages,
    }


def as_page(file: PageFile, links: Mapping[str, str], facts: Mapping[str, Source]) -> Page:
    """The page as others link to it, and as it is shown."""
    meta, anchors = file.meta, tuple(line.text for line in file.source.anchors)
    changed = tuple(Link(facts[claim].says, links[claim]) for claim in file.changed)
    shown = (meta["kontrollert"], changed, str(meta.get("viser") or ""))
    return Page(page_url(file.path), file.title, str(meta["description"]), anchors, *shown)
