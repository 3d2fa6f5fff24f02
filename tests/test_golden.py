"""Golden cases: Markdown in, HTML and model out. Update with `python -m tests.test_golden`."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown import Markdown

from sjekkliste.content.facts import read_facts
from sjekkliste.content.pages import read_page
from sjekkliste.markdown.extension import FINISH_PRIORITY, ChecklistExtension
from sjekkliste.markdown.render import render
from sjekkliste.model.facts import Source

from .project import DOCS

CASES = sorted((Path(__file__).parent / "golden").glob("*.yml"))


def convert(text: str, points: Mapping[str, Source]) -> tuple[str, Any]:
    extension = ChecklistExtension(points, path="forarbeid/side.md")
    html = Markdown(extensions=[extension, "attr_list", "toc", "fenced_code", "tables"]).convert(text)
    return html, [asdict(checklist) for checklist in extension.checklists]


def as_data(model: Any) -> Any:
    """The model as YAML knows it: lists for tuples."""
    if isinstance(model, dict):
        return {key: as_data(value) for key, value in model.items()}
    return [as_data(value) for value in model] if isinstance(model, list | tuple) else model


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_markdown_gives_this_html_and_this_model(case: Path, points: Mapping[str, Source]) -> None:
    expected = yaml.safe_load(case.read_text(encoding="utf-8"))
    html, model = convert(expected["markdown"], points)
    assert html + "\n" == expected["html"]
    assert as_data(model) == expected["model"]


def test_reading_comes_after_text_and_ids_are_final_and_before_links_are_resolved(
    points: Mapping[str, Source],
) -> None:
    processors = Markdown(extensions=[ChecklistExtension(points), "attr_list", "toc"]).treeprocessors
    place = processors.get_index_for_name
    assert place("checklist-finish") > max(map(place, ("inline", "attr_list", "toc")))
    assert FINISH_PRIORITY > 0


def test_plain_python_markdown_knows_our_blocks_by_the_name_of_the_room(points: Mapping[str, Source]) -> None:
    text = yaml.safe_load((CASES[0]).read_text(encoding="utf-8"))["markdown"]
    alone = Markdown(extensions=["sjekkliste.markdown"])
    html = alone.convert(text)
    assert '<form autocomplete="off" method="dialog">' in html
    assert "utskrift/" not in html
    assert 'class="source"' not in html
    assert alone.reset().convert(text) == html
    name = "sjekkliste.markdown"
    informed = Markdown(extensions=[name], extension_configs={name: {"points": points}}).convert(text)
    assert "Vedtaket bør inneholde et mandat." in informed


def update() -> None:
    """Write what comes out now; look at the difference before it is committed."""
    yaml.add_representer(
        str,
        lambda dumper, text: dumper.represent_scalar(
            "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
        ),
    )
    for case in CASES:
        old = yaml.safe_load(case.read_text(encoding="utf-8"))
        html, model = convert(old["markdown"], read_facts(DOCS / "fakta")[0])
        new = {"markdown": old["markdown"], "html": html + "\n", "model": as_data(model)}
        case.write_text(yaml.dump(new, allow_unicode=True, sort_keys=False, width=110), encoding="utf-8")


if __name__ == "__main__":
    update()


def test_ids_of_a_page_keep_nothing_else_of_it() -> None:
    """A string of lxml would keep the whole tree that it was found in."""
    page = read_page(DOCS / "index.md", "index.md")
    assert {type(one) for one in render(page, {}).ids} == {str}
