"""The theme's templates are plain enough for a stricter engine, and another generator gives the same site."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes

from .project import ROOT, build
from .test_house import contents

OVERRIDES = ROOT / "overrides"
# What the theme itself gives its templates.
NAMES = {"base_url", "config", "lang", "nav", "page", "super"}
# Each of them has been seen to work in Zensical.
FILTERS = {"first", "selectattr", "url"}
engine = Environment(autoescape=True)
engine.filters["url"] = str


def offences(text: str) -> Iterator[str]:
    """What a template asks for besides plain values."""
    tree = engine.parse(text)
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    stored = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    yield from meta.find_undeclared_variables(tree) - NAMES - stored
    yield from (one.name for one in tree.find_all(nodes.Filter) if one.name not in FILTERS)
    yield from (one.name for one in tree.find_all(nodes.Test))
    for call in tree.find_all(nodes.Call):
        match call.node:
            case nodes.Name(name=name) if name in macros | {"super"}:
                pass
            case nodes.Getattr(node=nodes.Name(name="lang"), attr="t"):
                pass
            case _:
                yield f"call in line {call.lineno}"
    yield from ("a template without a name" for name in meta.find_referenced_templates(tree) if not name)


@pytest.mark.parametrize(
    "file", sorted(OVERRIDES.rglob("*.html")), ids=lambda file: file.relative_to(OVERRIDES).as_posix()
)
def test_theme_template_uses_plain_values_and_filters(file: Path) -> None:
    assert list(offences(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ guide.phases }}",
        "{{ page.content.partition('</h1>') }}",
        "{{ count(9) }}",
        "{{ page.title | tojson }}",
        "{% if page.url is string %}{% endif %}",
        "{% include page.meta.viser %}",
    ],
)
def test_what_a_stricter_engine_may_not_know_is_seen(text: str) -> None:
    assert list(offences(text)) != []


def test_properdocs_gives_the_same_site(site: Path, tmp_path: Path) -> None:
    result = build(ROOT, tmp_path, generator="properdocs")
    assert result.returncode == 0, result.stderr
    assert contents(tmp_path) == contents(site)
