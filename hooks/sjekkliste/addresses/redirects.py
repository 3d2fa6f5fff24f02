"""What stands at the address of a page or file that has moved."""

from collections.abc import Mapping

from jinja2 import Environment

from ..files.templates import render
from ..model.guide import Guide
from ..model.register import Move, Register


def redirects(guide: Guide, made: Mapping[str, bytes], env: Environment) -> dict[str, bytes]:
    """A page that leads on for each page that has moved, and the file itself for each file.

    `made` are the files made from the guide; a file that leads nowhere is told of elsewhere.
    """
    files: dict[str, bytes] = {}
    for move in guide.register.moves:
        target = final(move.new, guide.register)
        if move.anchor:
            continue
        if move.old.endswith(("/", ".html")) or not move.old:
            path = f"{move.old}index.html" if not move.old.endswith(".html") else move.old
            anchors = anchors_of(move, guide.register)
            files[path] = render(env, "moved.html", guide, move=move, target=target, anchors=anchors)
        elif target in made:
            files[move.old] = made[target]
    return files


def final(address: str, register: Register) -> str:
    """The address, its page replaced as long as the page has moved on. Anchors have a place of
    their own on the page that they left."""
    pages = {move.old: move.new for move in register.moves if not move.anchor}
    for _ in pages:
        page, sign, anchor = address.partition("#")
        if page in pages:
            address = pages[page] if "#" in pages[page] else pages[page] + sign + anchor
    return address


def anchors_of(move: Move, register: Register) -> dict[str, str]:
    """The anchors of the moved page that went somewhere else than the page, with their new places."""
    return {
        one.anchor: final(one.new, register) for one in register.moves if one.anchor and one.page == move.old
    }
