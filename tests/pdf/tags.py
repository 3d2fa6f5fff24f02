"""The tags of a PDF."""

from collections.abc import Iterator

import pikepdf


def elements(node: pikepdf.Object | None, kind: str) -> Iterator[pikepdf.Object]:
    """The structure elements of one kind, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child, kind)
    elif isinstance(node, pikepdf.Dictionary):
        if node.get("/S") == kind:
            yield node
        yield from elements(node.get("/K"), kind)
