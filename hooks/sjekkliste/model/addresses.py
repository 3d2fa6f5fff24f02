"""Addresses: from a link in a page's Markdown to an address from the site's root."""

import posixpath
from urllib.parse import urlsplit


def page_url(path: str) -> str:
    """The address of docs/<path>, relative to the site's root: `forarbeid/beslutning/`.

    The front page's is the empty string.
    """
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return stem.removesuffix("index")
    return f"{stem}/"


def from_root(href: str, path: str) -> str:
    """A link written in docs/<path> as seen from the site's root.

    Addresses with a scheme or host are returned as they are; those that begin with a slash are
    seen from there already.
    """
    try:
        parts = urlsplit(href)
    except ValueError:  # a broken host
        return href
    if parts.scheme or parts.netloc:
        return href
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    if not parts.path:
        return page_url(path) + anchor
    if parts.path.startswith("/"):
        return parts.path[1:] + anchor
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
    return (page_url(target) if target.endswith(".md") else target) + anchor


def to_file(target: str, path: str) -> str:
    """A link from docs/<path> to the published file `target`, as an editor would write it."""
    return posixpath.relpath(target, posixpath.dirname(path) or ".")
