"""What mkdocs.yml and the environment say, read without the generator."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from ..model.guide import Settings
from ..texts.yaml import Entry, LinesLoader, read_yaml
from .problems import Fault, Line, fault
from .reading import as_fault, read_text

MENU = re.compile(r"^nav:.*\n(?:(?:[ -].*)?\n)*", re.MULTILINE)
MENU_PAGE = re.compile(r"^ +- (?:.*: +)?[\"']?(?P<path>[^\s:\"']+\.md)[\"']? *$", re.MULTILINE)
MENU_TITLE = re.compile(r"^ +- [\"']?(?P<title>.+?)[\"']?: *$", re.MULTILINE)


class ConfigLoader(LinesLoader):
    """Reads mkdocs.yml as plain YAML: of `!ENV [NAME, default]` it takes the default."""


def tag_default(loader: ConfigLoader, suffix: str, node: yaml.Node) -> Any:
    """The value of a tag that only the generator knows."""
    return loader.construct_sequence(node)[-1] if isinstance(node, yaml.SequenceNode) else None


ConfigLoader.add_multi_constructor("!", tag_default)
ConfigLoader.add_multi_constructor("tag:", tag_default)


@dataclass(frozen=True)
class Config:
    """The publisher's settings, the paths below docs/ in the order of the menu with their lines, the titles
    in the menu, and what is wrong."""

    settings: Settings
    menu: tuple[Line, ...]
    titles: frozenset[str]
    faults: tuple[Fault, ...]

    @property
    def order(self) -> list[str]:
        """The Markdown files in the order of the menu, as paths below docs/."""
        return [line.text for line in self.menu]


def read_config(file: Path, environ: Mapping[str, str]) -> Config:
    """The configuration; the environment comes before the file."""
    text, faults = read_text(file)
    config, slips = read_yaml(text or "", loader=ConfigLoader)
    faults += map(as_fault, slips)
    if not isinstance(config, Entry):
        return Config(Settings(""), (), frozenset(), tuple(faults or [fault(1, "unreadable")]))
    extra = config.get("extra")
    extra = extra if isinstance(extra, Entry) else {}
    said = {name: environ.get(name, "").strip() for name in ("SITE_URL", "UTGIVER", "KONTAKT")}
    address = said["SITE_URL"] or str(config.get("site_url") or "")
    if not is_address(address) or environ.get("SITE_URL") == "":
        faults.append(fault(config.line_of("site_url"), "bad-site-url"))
    settings = Settings(
        address.rstrip("/") + "/",
        said["UTGIVER"] or str(extra.get("utgiver") or "").strip(),
        said["KONTAKT"] or str(extra.get("kontakt") or "").strip(),
    )
    found = MENU.search(text or "")
    menu = found[0] if found else ""
    first = config.line_of("nav")
    pages = [Line(first + menu[: one.start()].count("\n"), one["path"]) for one in MENU_PAGE.finditer(menu)]
    titles = frozenset(one["title"] for one in MENU_TITLE.finditer(menu))
    return Config(settings, tuple(pages), titles, tuple(faults))


def is_address(text: str) -> bool:
    """Whether a site can be published there: a whole address, without anything behind its path."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    fit = parts.scheme in ("http", "https") and not re.search(r"[\s<>\"']", text)
    return bool(fit and host and not parts.query and not parts.fragment)


def menu_faults(config: Config, docs: Path) -> Iterator[Fault]:
    """Pages in the menu that are not there, or stand there twice."""
    for place, line in enumerate(config.menu):
        if not (docs / line.text).is_file():
            yield fault(line.number, "no-menu-page", path=line.text)
        elif line.text in config.order[:place]:
            yield fault(line.number, "menu-twice", path=line.text)
