"""The front door: a Python-Markdown extension that knows checklists and source lines.

It turns the blocks into elements that work without JavaScript, keeps what was written beside
them, and makes both into frozen checklists when their Markdown has become HTML. It stands on
pymdownx.blocks, keeps the body of a block raw, and leaves inline Markdown, links and headings
to the usual processors.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from ..content.blocks import BLOCKS
from ..content.items import parse_items
from ..content.problems import Line
from ..model.facts import Source
from ..model.guide import Checklist
from ..model.register import Move
from .citations import SourceLines, SourcesAside
from .elements import ListElements, add, as_checklist, fill_section
from .moved_anchors import MovedAnchors
from .tables import Tables

# Above link resolution (0), so that links are still as the editor wrote them; below
# inline (20), attr_list (8) and toc (5), so that text and ids are final.
FINISH_PRIORITY = 1
# Before inline.
ASIDE_PRIORITY = 30
# Below inline (20), so that the headers' words are final.
TABLES_PRIORITY = 6
# Below it: these links are addresses already, and belong to no list.
MOVED_PRIORITY = -1


class ChecklistBlock(Block):
    """`/// sjekkliste | Tittel` … `///`"""

    NAME = "sjekkliste"
    ARGUMENT = True
    OPTIONS: ClassVar[dict[str, Any]] = {"id": ["", str], "kode": ["", str]}

    def on_markdown(self) -> str:
        return "raw"

    def on_create(self, parent: Element) -> Element:
        return SubElement(SubElement(parent, "sjekk-liste"), "section")

    def on_end(self, block: Element) -> None:
        lines = (block.text or "").splitlines()
        items, _ = parse_items(Line(number, text) for number, text in enumerate(lines, 1))
        block.text = None
        extension: ChecklistExtension = self.config["extension"]
        identity, code = self.options["id"], self.options["kode"]
        made = ListElements(BLOCKS[self.NAME], identity, code, add(block, "h2", self.argument, id=identity))
        fill_section(block, made, items, extension.path, extension.points)
        extension.made[block] = made


class DecisionBlock(ChecklistBlock):
    """`/// beslutning | Tittel` … `///`"""

    NAME = "beslutning"


class Finish(Treeprocessor):
    """Keeps the checklists that are on the page when all else is done; what was made and is not in its
    tree, the reader does not see."""

    def __init__(self, md: Markdown, extension: "ChecklistExtension") -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        assert self.md is not None
        made, path = self.extension.made, self.extension.path
        shown = [section for section in root.iter("section") if section in made]
        self.extension.checklists = [as_checklist(one, made[one], self.md, path) for one in shown]
        made.clear()


class ChecklistExtension(BlocksExtension):
    """Read `checklists` after each conversion."""

    def __init__(
        self,
        points: Mapping[str, Source] = MappingProxyType({}),
        moves: Sequence[Move] = (),
        path: str = "",
        **kwargs: Any,
    ) -> None:
        """`points` are what source lines may name, by id; unknown ids are passed over. `moves` are the
        addresses that have left their place. Links to other files of the site need the `path` of the text,
        below docs/."""
        super().__init__(**kwargs)
        self.points, self.moves, self.path = points, moves, path
        self.made: dict[Element, ListElements] = {}
        self.checklists: list[Checklist] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the parent's name)
        super().extendMarkdown(md)
        md.block_level_elements.append("sjekk-liste")
        md.parser.blockprocessors.register(SourceLines(md.parser, self.points), "source-line", 175)
        md.treeprocessors.register(SourcesAside(md), "sources-aside", ASIDE_PRIORITY)
        md.treeprocessors.register(Tables(md), "tables", TABLES_PRIORITY)
        md.treeprocessors.register(Finish(md, self), "checklist-finish", FINISH_PRIORITY)
        md.treeprocessors.register(MovedAnchors(md, self.moves, self.path), "moved-anchors", MOVED_PRIORITY)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802
        for block in (ChecklistBlock, DecisionBlock):
            block_mgr.register(block, {"extension": self})


def makeExtension(**options: Any) -> ChecklistExtension:  # noqa: N802 (Python-Markdown's name)
    """Lets Python-Markdown load us by name: `Markdown(extensions=["sjekkliste.markdown"])`."""
    return ChecklistExtension(**options)
