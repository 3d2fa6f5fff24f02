"""Places on a page for anchors that are gone, so that old links land right without scripts."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from ..model.addresses import page_url
from ..model.register import Move
from ..texts import TEXTS


class MovedAnchors(Treeprocessor):
    """Puts each anchor that has left docs/<path> where its new place is, or a line that leads there."""

    def __init__(self, md: Markdown, moves: Sequence[Move], path: str) -> None:
        super().__init__(md)
        self.url = page_url(path)
        self.moves = [move for move in moves if move.page == self.url and move.anchor]

    def run(self, root: Element) -> None:
        for move in self.moves:
            page, _, target = move.new.partition("#")
            if page != self.url or not put(root, target, note(move)):
                root.append(note_elsewhere(move))


def note(move: Move) -> Element:
    """The line that is shown to those who come by the old link."""
    place = Element("p", {"class": "moved", "id": move.anchor})
    place.text = move.reason
    return place


def note_elsewhere(move: Move) -> Element:
    """The same, with a link to another page, which scripts follow unless there is a word to read."""
    place = note(move)
    place.text = (move.reason or TEXTS["moved"]["elsewhere"]) + " "
    link = SubElement(place, "a", {"href": f"/{move.new}"})
    link.text = TEXTS["moved"]["link"]
    if not move.reason:
        link.set("data-follow", "")
    return place


def put(root: Element, target: str, place: Element) -> bool:
    """Insert the line by the element with the id `target`: in its list, in its item, or before it."""
    for parent in root.iter():
        for number, child in enumerate(parent):
            if child.get("id") != target:
                continue
            in_list, in_item = parent.get("data-checklist"), parent.get("class") == "item"
            parent.insert(2 if in_list else len(parent) if in_item else number, place)
            return True
    return False
