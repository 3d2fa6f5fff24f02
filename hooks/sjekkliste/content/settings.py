"""What mkdocs.yml and the environment say, read without the generator."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from ..model.guide import Settings
from ..texts.yaml import Loader


class ConfigLoader(Loader):
    """Reads mkdocs.yml as plain YAML: of `!ENV [NAME, default]` it takes the default."""


def tag_default(loader: ConfigLoader, suffix: str, node: yaml.Node) -> Any:
    """The value of a tag that only the generator knows."""
    return loader.construct_sequence(node)[-1] if isinstance(node, yaml.SequenceNode) else None


ConfigLoader.add_multi_constructor("!", tag_default)
ConfigLoader.add_multi_constructor("tag:", tag_default)


def read_config(file: Path) -> dict[str, Any]:
    """The configuration file as data."""
    config: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=ConfigLoader)  # noqa: S506
    return config


def read_settings(file: Path, environ: Mapping[str, str]) -> Settings:
    """The publisher's settings: from the environment, else from the configuration file."""
    config = read_config(file)
    extra = config.get("extra", {})
    return Settings(
        (environ.get("SITE_URL") or config["site_url"]).rstrip("/") + "/",
        environ.get("UTGIVER") or str(extra.get("utgiver") or ""),
        environ.get("KONTAKT") or str(extra.get("kontakt") or ""),
    )


def page_order(file: Path) -> list[str]:
    """The Markdown files in the order of the site's menu, as paths below docs/."""
    return list(walk(read_config(file).get("nav") or []))


def walk(entry: Any) -> Iterator[str]:
    """The file names in a menu, however deep."""
    if isinstance(entry, str):
        yield entry
    else:
        for child in entry.values() if isinstance(entry, dict) else entry:
            yield from walk(child)
