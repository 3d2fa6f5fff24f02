"""A page's Markdown made into HTML, by the same extensions whichever generator runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from markdown import Markdown

from ..content.loss import loss
from ..content.pages import PageFile
from ..content.problems import Fault
from ..model.addresses import from_root
from ..model.facts import Source
from ..model.guide import Checklist
from ..model.page_html import parse, root_links, serialize
from ..model.register import Move
from .extension import ChecklistExtension

EXTENSIONS = ("attr_list", "fenced_code", "tables", "toc")
# Alignment as attributes: the policy allows no inline styles.
OPTIONS = {"tables": {"use_align_attribute": True}}


@dataclass(frozen=True)
class Rendered:
    """What became of a page: its HTML with links seen from the site's root, its lists, and its headings
    as Python-Markdown gives them (toc_tokens); and what its HTML holds, so that nobody need parse it again:
    the ids that a link can lead to, and what of the page does not come out."""

    html: str
    checklists: tuple[Checklist, ...]
    headings: list[Any]
    ids: frozenset[str]
    lost: tuple[Fault, ...]


def render(page: PageFile, facts: Mapping[str, Source], moves: Sequence[Move] = ()) -> Rendered:
    """The page. Bad content comes out as it may; `check` and `compare` have names for it."""
    extension = ChecklistExtension(facts, moves, page.path)
    markdown = Markdown(extensions=[extension, *EXTENSIONS], extension_configs=OPTIONS)
    body = parse(markdown.convert(page.body))
    root_links(body, partial(from_root, path=page.path))
    text = "\n".join(body.xpath(".//text()[not(ancestor::details or ancestor::code)]"))
    words = " ".join(body.xpath(".//text()[not(ancestor::details)] | .//@alt"))
    return Rendered(
        serialize(body),
        tuple(extension.checklists),
        markdown.toc_tokens,  # type: ignore[attr-defined]
        frozenset(map(str, body.xpath(".//@id"))),  # A string of lxml keeps its whole tree.
        tuple(loss(page, text, words)),
    )
