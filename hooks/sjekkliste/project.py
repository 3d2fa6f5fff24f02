"""The one chain through the house, for the generator and the command line alike: what stands in the
project's folder is read, checked, rendered and gathered into one frozen value."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .addresses.lost import lost
from .addresses.register import FOLDER as REGISTER
from .addresses.register import read_register
from .content.check import change_links, check, compare, missing_templates
from .content.facts import read_facts
from .content.links import link_faults
from .content.loss import loss
from .content.measures import measure_lists
from .content.own_texts import text_problems
from .content.pages import PageFile, read_pages
from .content.problems import fault, in_file
from .content.settings import Config, menu_faults, read_config
from .content.stated import MEASURES, PHASES, Stated, read_stated
from .markdown.documents import documents
from .markdown.render import Rendered, render
from .model.addresses import page_url
from .model.document import Control, Document
from .model.facts import Source
from .model.guide import Guide, Link, Page, Problem
from .model.register import Register
from .site.publish import makers

DOCS, TEMPLATES, CONFIG, FACTS = "docs", "templates", "mkdocs.yml", "docs/fakta"
UNPUBLISHED = ("fakta/", "register/", "dokumenter/", PHASES)


class ContentError(Exception):
    """Everything that somebody must mend before anything is published, each on a line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = list(problems)


@dataclass(frozen=True)
class Content:
    """What was read: settings and menu, all that the text may build on, phases and what the workbooks state,
    the register, pages and documents; and all that must be mended in them."""

    config: Config
    facts: Mapping[str, Source]
    stated: Stated
    register: Register
    pages: Sequence[PageFile]
    problems: Sequence[Problem]


def read(root: Path, environ: Mapping[str, str]) -> Content:
    """The content of the project in the folder, read and checked; `environ` may change its settings."""
    stop_on([*text_problems()])
    docs = root / DOCS
    pages = read_pages(docs)
    days = {page.checked for page in pages if page.checked}
    config = read_config(root / CONFIG, environ)
    facts, bad_facts, written = read_facts(root / FACTS, days)
    register, bad_register = read_register(root / REGISTER, days)
    stated = read_stated(docs, written, config, pages)
    phases = () if any(one.file.endswith(PHASES) for one in stated.problems) else stated.phases
    problems = [
        *bad_facts,
        *stated.problems,
        *bad_register,
        *in_file(CONFIG, [*config.faults, *menu_faults(config, docs)]),
        *check(pages, written, phases, measure_lists(stated.measures)),
        *missing_templates(pages, root / TEMPLATES / "pages"),
        *(outside_menu(pages, config.order) if config.menu else ()),
    ]
    return Content(config, facts, stated, register, pages, problems)


@dataclass(frozen=True)
class Project:
    """What became of the content: each page as it came out, by path, and the guide."""

    content: Content
    rendered: Mapping[str, Rendered]
    guide: Guide


def make(root: Path, environ: Mapping[str, str]) -> Project:
    """The project in the folder, made ready to be published. Raises ContentError, with all of them."""
    content = read(root, environ)
    found = list(content.problems)
    unsound = {one.file for one in found}
    sound = [page for page in content.pages if page.file not in unsound]
    pages = [page for page in sound if not page.is_document]
    rendered = {page.path: render(page, content.facts, content.register.moves) for page in pages}
    papers = documents(sound, content.facts, content.config.settings)
    found += compare(pages, {path: one.checklists for path, one in rendered.items()})
    found += lost_words(sound, rendered, papers)
    whole = all(one.file.startswith((REGISTER, FACTS)) and not one.file.endswith(MEASURES) for one in found)
    guide = gather(content, rendered, papers) if whole else None
    made = [*makers(guide)] if guide else [one.address for one in content.register.known]
    known = known_addresses(root, content.pages, rendered, made)
    for page in content.pages:
        found += in_file(page.file, link_faults(page, known))
    if guide:
        found += [*same_addresses(pages, made), *lost(guide, made)]
    if found or not guide:
        raise ContentError(sorted(found))
    return Project(content, rendered, guide)


def outside_menu(pages: Iterable[PageFile], order: Container[str]) -> Iterator[Problem]:
    """Pages that no reader would find."""
    for page in pages:
        if page.readable and not page.is_document and page.path not in order:
            yield from in_file(page.file, [fault(1, "not-in-menu", path=page.path)])


def same_addresses(pages: Iterable[PageFile], made: Container[str]) -> Iterator[Problem]:
    """Pages that would take the place of a file of ours."""
    for page in pages:
        if (file := f"{page_url(page.path)}index.html") in made:
            yield from in_file(page.file, [fault(1, "same-address", other=file)])


def lost_words(
    pages: Iterable[PageFile], rendered: Mapping[str, Rendered], papers: Iterable[Document]
) -> Iterator[Problem]:
    """What is written in the pages and documents and does not come out."""
    documents = {one.id: one for one in papers}
    for page in pages:
        one = rendered.get(page.path)
        lost = one.lost if one else loss(page, *document_words(documents[page.name]))
        yield from in_file(page.file, lost)


def document_words(document: Document) -> tuple[str, str]:
    """The text of a document; and the same with what one can choose in it."""
    parts = [
        (one.shown, *one.choices) if isinstance(one, Control) else (one.text,) for one in document.inlines()
    ]
    return "\n".join(text for text, *_ in parts), " ".join(text for part in parts for text in part)


def read_guide(root: Path, environ: Mapping[str, str]) -> Guide:
    """The guide alone. Raises ContentError, with all of them."""
    return make(root, environ).guide


def stop_on(found: Sequence[Problem]) -> None:
    """Raises ContentError where there are any."""
    if found:
        raise ContentError(sorted(found))


def gather(content: Content, rendered: Mapping[str, Rendered], papers: tuple[Document, ...]) -> Guide:
    """The guide, its pages in the order of the menu, its lists in that of the phases first."""
    rank = {path: number for number, path in enumerate(content.config.order)}
    phase_rank = {phase.id: number for number, phase in enumerate(content.stated.phases)}
    pages = sorted(
        (page for page in content.pages if page.path in rendered),
        key=lambda page: (rank.get(page.path, len(rank)), page.path),
    )
    lists = [checklist for page in pages for checklist in rendered[page.path].checklists]
    links = change_links(content.pages)
    return Guide(
        content.config.settings,
        content.stated.phases,
        tuple(sorted(lists, key=lambda one: phase_rank[one.phase])),
        content.facts,
        max(page.meta["kontrollert"] for page in content.pages),
        page_html={page.path: rendered[page.path].html for page in pages},
        documents=papers,
        pages=tuple(as_page(page, links, content.facts) for page in pages),
        register=content.register,
        fixed_points=content.stated.points,
        statements=content.stated.statements,
        measures=measure_lists(content.stated.measures),
        bank=content.stated.measures,
    )


def known_addresses(
    root: Path, pages: Iterable[PageFile], rendered: Mapping[str, Rendered], made: Iterable[str]
) -> dict[str, frozenset[str] | None]:
    """The addresses of all pages and files, seen from the site's root, each with its anchors: None for a page
    with faults of its own."""
    docs = root / DOCS
    files = [file.relative_to(docs).as_posix() for file in docs.rglob("*") if file.is_file()]
    own = [one for one in files if not one.startswith(UNPUBLISHED)]
    known: dict[str, frozenset[str] | None] = {
        **dict.fromkeys([*own, *(path.removesuffix("index.html") for path in made)], frozenset())
    }
    for page in pages:
        if not page.is_document:
            one = rendered.get(page.path)
            known[page_url(page.path)] = one.ids if one else None
    return known


def as_page(file: PageFile, links: Mapping[str, str], facts: Mapping[str, Source]) -> Page:
    """The page as others link to it, and as it is shown."""
    meta, anchors = file.meta, tuple(line.text for line in file.source.anchors)
    changed = tuple(Link(facts[claim].says, links[claim]) for claim in file.changed if claim in facts)
    shown = (meta["kontrollert"], changed, str(meta.get("viser") or ""))
    return Page(page_url(file.path), file.title, str(meta["description"]), anchors, *shown)
