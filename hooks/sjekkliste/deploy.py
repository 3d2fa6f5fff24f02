"""Writes what each web server needs to serve a built site: headers, types, 404 and redirects.

With --ready it only asks whether the settings say who publishes the site, and where. All that is
written comes from deploy/headers.yml and the site itself, so the servers cannot differ.
"""

import os
import re
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from .addresses.lost import unregistered
from .addresses.redirects import anchors_of, final
from .addresses.register import read_register
from .content.settings import is_address, read_config
from .engines.csp import policy
from .model.guide import Settings
from .model.register import Register
from .project import CONFIG, ContentError, read_guide
from .site.publish import makers
from .texts import TEXTS
from .texts.yaml import load

FOLDER = "deploy"
NOBODYS = re.compile(
    r"^[^.]*$|(^|\.)(example|localhost|invalid)$|(^|\.)example\.(com|org|net)$|^127\.|^0\.0\.0\.0$|:"
)


def read_table(root: Path, site: Path, base: str) -> dict[str, Any]:
    """What every server is told, with a policy that allows exactly what stands in the site's pages; `base` is
    the site's path on its host. Redirects are full paths."""
    table: dict[str, Any] = load((root / FOLDER / "headers.yml").read_text(encoding="utf-8"))
    pages = [file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.html"))]
    frames = " ".join(("'self'", *table["frame-ancestors"]["microsoft"], *table["frame-ancestors"]["own"]))
    register, _ = read_register(root / "docs" / "register")
    return {
        **table,
        "base": base,
        "headers": {
            "Content-Security-Policy": f"{policy(*pages)}; frame-ancestors {frames}",
            **table["headers"],
        },
        "default_age": table["caching"].pop("default"),
        "ages": table["caching"],
        "redirects": {base + old: base + new for old, new in whole_moves(register)},
    }


def caching(age: int) -> str:
    """What the Cache-Control header says for so many seconds."""
    return f"public, max-age={age}, immutable" if age else "no-cache"


def whole_moves(register: Register) -> Iterable[tuple[str, str]]:
    """Pages and files that went as a whole. A server never sees the anchor, so a page whose parts
    went apart is left to the page that stands there."""
    for move in register.moves:
        if not move.anchor and not anchors_of(move, register):
            yield move.old, final(move.new, register)


def lacking(settings: Settings) -> Iterator[str]:
    """What a publisher must still say before the site may be served to others, with the remedy.

    Some hosts are for examples alone, or lead to the reader's own machine (RFC 2606, RFC 6761).
    """
    texts = TEXTS["publishing"]
    address = settings.site_url
    if not is_address(address) or NOBODYS.search(urlsplit(address).hostname or ""):
        yield texts["address"].format(address=settings.site_url)
    if not settings.publisher:
        yield texts["publisher"]
    if not settings.contact:
        yield texts["contact"]


def write(root: Path, site: Path, to: Path, base: str) -> None:
    """Write the files into a folder; `base` is the site's path on its host."""
    table = read_table(root, site, base)
    env = Environment(
        loader=FileSystemLoader(root / FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=select_autoescape(("config.j2",)),
    )
    env.globals["caching"] = caching
    for template in (root / FOLDER).glob("*.j2"):
        made = env.get_template(template.name).render(table=table)
        (to / template.stem).write_text(made, encoding="utf-8")


def deploy(options: Namespace) -> None:
    """Writes what each web server needs to serve a built site. Raises SystemExit with all that is lacking."""
    root: Path = options.root
    settings = read_config(root / CONFIG, os.environ).settings
    problems = list(lacking(settings))
    try:
        guide = read_guide(root, os.environ)
        if unregistered(guide, makers(guide)):
            problems.append(TEXTS["publishing"]["register"])
    except ContentError as error:
        problems += [str(one) for one in error.problems if one.file != CONFIG or not problems]
    if problems:
        raise SystemExit("\n".join(problems))
    if not options.ready:
        write(root, options.site, root / FOLDER, urlsplit(settings.site_url).path)
