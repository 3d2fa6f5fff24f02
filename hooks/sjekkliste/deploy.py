"""Writes what each web server needs to serve a built site: headers, types, 404 and redirects.

With --ready it only asks whether the settings say who publishes the site, and where. All that is
written comes from deploy/headers.yml and the site itself, so the servers cannot differ.
"""

import json
import os
import re
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Table:
    """What every server is told. `base` is the site's path on its host; `redirects` are full paths."""

    base: str
    headers: dict[str, str]
    default_age: int
    ages: dict[str, int]
    types: dict[str, str]
    compressed: list[str]
    redirects: dict[str, str]


def read_table(root: Path, site: Path, base: str) -> Table:
    """The table, with a policy that allows exactly what stands in the site's pages."""
    wanted: dict[str, Any] = load((root / FOLDER / "headers.yml").read_text(encoding="utf-8"))
    pages = [file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.html"))]
    frames = " ".join(("'self'", *wanted["frame-ancestors"]["microsoft"], *wanted["frame-ancestors"]["own"]))
    headers = {"Content-Security-Policy": f"{policy(*pages)}; frame-ancestors {frames}", **wanted["headers"]}
    register, _ = read_register(root / "docs" / "register")
    return Table(
        base,
        headers,
        wanted["caching"].pop("default"),
        wanted["caching"],
        wanted["types"],
        wanted["compressed"],
        {base + old: base + new for old, new in whole_moves(register)},
    )


def caching(age: int) -> str:
    """What the Cache-Control header says for so many seconds."""
    return f"public, max-age={age}, immutable" if age else "no-cache"


def whole_moves(register: Register) -> Iterable[tuple[str, str]]:
    """Pages and files that went as a whole. A server never sees the anchor, so a page whose parts
    went apart is left to the page that stands there."""
    for move in register.moves:
        if not move.anchor and not anchors_of(move, register):
            yield move.old, final(move.new, register)


def azure(table: Table) -> str:
    """staticwebapp.config.json of Azure Static Web Apps, which compresses by itself."""
    routes = [{"route": old, "redirect": new, "statusCode": 301} for old, new in table.redirects.items()] + [
        {"route": f"{table.base.rstrip('/')}{prefix}*", "headers": {"Cache-Control": caching(age)}}
        for prefix, age in table.ages.items()
    ]
    value = {
        "globalHeaders": {**table.headers, "Cache-Control": caching(table.default_age)},
        "mimeTypes": {f".{suffix}": kind for suffix, kind in table.types.items()},
        "responseOverrides": {"404": {"rewrite": f"{table.base}404.html"}},
        "trailingSlash": "auto",
        "routes": routes,
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


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
    for name in ("nginx.conf", "web.config"):
        (to / name).write_text(env.get_template(f"{name}.j2").render(table=table), encoding="utf-8")
    (to / "staticwebapp.config.json").write_text(azure(table), encoding="utf-8")


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
