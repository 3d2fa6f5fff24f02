"""What the developers' docs say: short, whole, and leading somewhere."""

import re
from pathlib import Path

import pytest

from .project import ROOT

FOLDER = ROOT / "developers"
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "deploy" / "README.md",
    *sorted(FOLDER.glob("*.md")),
]
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


def test_readme_takes_two_minutes() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").split()) <= 700


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_links_lead_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    links = re.findall(r"\]\((?!https?://|#)([^)]+)\)", text)
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_is_reached_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in FOLDER.glob("*.md") if f"(developers/{page.name})" not in readme] == []


def test_every_pinned_dependency_has_a_line_of_its_own() -> None:
    told = (FOLDER / "dependencies.md").read_text(encoding="utf-8")
    for lock in ("build", "test"):
        wanted = (ROOT / "requirements" / f"{lock}.in").read_text(encoding="utf-8")
        for name in re.findall(r"^([a-z0-9-]+)(?:==|$)", wanted, re.MULTILINE):
            assert f"`{name}`" in told, name
