"""Bad content: one file for each mistake, with the whole message, and a neighbour without it."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import yaml
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from sjekkliste.content.check import check, compare
from sjekkliste.content.pages import PageFile
from sjekkliste.content.problems import fault
from sjekkliste.content.scanner import read_source
from sjekkliste.markdown.extension import FINISH_PRIORITY, ChecklistExtension
from sjekkliste.model.facts import Source

from .project import PHASES, build, edit

CASES = sorted((Path(__file__).parent / "problems").glob("*.yml"))
TOP = "---\ndescription: En side.\nkontrollert: 2026-11-22\n---\n"
NEIGHBOURS = (
    PageFile("forarbeid/index.md", f"{TOP}# Forarbeid\n"),
    PageFile(
        "om/nytt-i-lov-og-regelverk.md", f"{TOP}# Nytt\n## Nytt {{#nytt}}\n\nBygger på: P-krisesenter-03\n"
    ),
)


def titled(text: str) -> str:
    """The page with a title in the place of the empty line above its text, where it has none."""
    titled = re.sub(r"(?m)^(---|\.{3})\n\n", r"\1\n# Side\n", text, count=1)
    return text if re.search(r"^# ", text, re.MULTILINE) else titled


def messages(points: Mapping[str, Source], *pages: tuple[str, str]) -> str:
    """What is said of the pages, but not that the text below a title that is put there has no source."""
    files = [PageFile(path, titled(text)) for path, text in pages]
    found = map(str, check([*NEIGHBOURS, *files], points, PHASES))
    return "".join(f"{problem}\n" for problem in found if not re.search("Delen «(Side|Brev)» sier", problem))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_mistake_is_named_with_place_and_remedy(case: Path, points: Mapping[str, Source]) -> None:
    expected = yaml.safe_load(case.read_text(encoding="utf-8"))
    assert (
        messages(points, (expected.get("path", "forarbeid/side.md"), expected["page"])) == expected["message"]
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_neighbour_without_the_mistake_passes(case: Path, points: Mapping[str, Source]) -> None:
    expected = yaml.safe_load(case.read_text(encoding="utf-8"))
    assert messages(points, (expected.get("nope-path", "forarbeid/side.md"), expected["nope"])) == ""


def test_id_used_on_two_pages_names_both(points: Mapping[str, Source]) -> None:
    page = yaml.safe_load(CASES[0].read_text(encoding="utf-8"))["nope"]
    id_again = (
        "Gi den nyeste av de to en annen id. "
        "En id kan ikke brukes om igjen, heller ikke når den gamle er slettet.\n"
    )
    code_again = id_again.replace("annen id", "annen kode").replace("En id", "En kode")
    assert messages(points, ("forarbeid/a.md", page), ("forarbeid/b.md", page)) == (
        f"docs/forarbeid/b.md:7: Id-en «liste» er brukt før, i docs/forarbeid/a.md:7. {id_again}"
        f"docs/forarbeid/b.md:8: Koden «F1» er brukt før, i docs/forarbeid/a.md:8. {code_again}"
        f"docs/forarbeid/b.md:10: Id-en «liste-a» er brukt før, i docs/forarbeid/a.md:10. {id_again}"
        f"docs/forarbeid/b.md:10: Koden «F1.1» er brukt før, i docs/forarbeid/a.md:10. {code_again}"
    )


def test_bad_content_stops_the_real_build_without_traceback(project: Path) -> None:
    page = project / "docs" / "forarbeid" / "beslutning.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines) if "F3.2 " in line)
    lines[number] = lines[number].replace("F3.2 ", "")
    page.write_text("\n".join(lines), encoding="utf-8")
    result = build(project, project / "site")
    assert result.returncode != 0
    assert f"docs/forarbeid/beslutning.md:{number + 1}: Punktet mangler kode." in result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / "site" / "index.html").exists()


def test_page_that_shows_what_is_not_there_stops_the_real_build(project: Path) -> None:
    edit(project / "docs" / "index.md", ("viser: forside", "viser: hjem"))
    result = build(project, project / "site")
    assert result.returncode != 0
    assert "docs/index.md:5: Siden kan ikke vise «hjem». Skriv «viser:» og ett av" in result.stderr
    assert "forside, kommuner," in result.stderr
    assert "Traceback" not in result.stderr


def test_html_around_a_list_stops_the_real_build(project: Path) -> None:
    page = project / "docs" / "forarbeid" / "beslutning.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(
        text.replace("/// sjekkliste", "<div>\n\n/// sjekkliste") + "\n</div>\n", encoding="utf-8"
    )
    result = build(project, project / "site")
    assert result.returncode != 0
    assert "HTML kan ikke brukes i teksten." in result.stderr
    assert "Traceback" not in result.stderr


class Change(Treeprocessor):
    """Does something to the tree of a page before its lists are kept."""

    def __init__(self, change: Callable[[Element], None]) -> None:
        super().__init__()
        self.change = change

    def run(self, root: Element) -> None:
        self.change(root)


def leave(root: Element) -> None:
    """Nothing is lost."""


def lose_list(root: Element) -> None:
    root.remove(root[1])


def double_list(root: Element) -> None:
    root.append(root[1])


def lose_item(root: Element) -> None:
    items = next(root.iter("ul"))
    items.remove(items[0])


def swap_items(root: Element) -> None:
    items = next(root.iter("ul"))
    items[:] = reversed(items)


@pytest.mark.parametrize("change", [leave, lose_list, double_list, lose_item, swap_items])
def test_what_is_on_the_finished_page_must_be_what_was_written(change: Callable[[Element], None]) -> None:
    case = Path(__file__).parent / "golden" / "checklist.yml"
    page = PageFile("forarbeid/side.md", TOP + yaml.safe_load(case.read_text(encoding="utf-8"))["markdown"])
    extension = ChecklistExtension(path=page.path)
    markdown = Markdown(extensions=[extension])
    markdown.treeprocessors.register(Change(change), "change", FINISH_PRIORITY + 1)
    markdown.convert(page.body)
    found = [str(one) for one in compare([page], {page.path: extension.checklists})]
    wanted = f"docs/forarbeid/side.md:7: {fault(7, 'not-rendered').message}"
    assert found == ([] if change is leave else [wanted])


@pytest.mark.parametrize(
    ("old", "new"),
    [("(beslutning.md)", "(finnes-ikke.md)"), ("(index.md#hvorfor)", "(index.md#finnes-ikke)")],
    ids=["link", "anchor"],
)
def test_broken_link_stops_the_real_build(project: Path, old: str, new: str) -> None:
    for page in (project / "docs" / "forarbeid").glob("*.md"):
        page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    result = build(project, project / "site")
    assert result.returncode != 0
    assert "finnes-ikke" in result.stderr


def test_page_outside_the_menu_stops_the_real_build(project: Path) -> None:
    page = yaml.safe_load(CASES[0].read_text(encoding="utf-8"))["nope"]
    (project / "docs" / "forarbeid" / "glemt.md").write_text(page.replace("F1", "F9"), encoding="utf-8")
    result = build(project, project / "site")
    assert result.returncode != 0
    assert "forarbeid/glemt.md" in result.stderr


def test_a_long_line_of_dashes_that_is_none_is_told_at_once() -> None:
    """A pattern that can part the same dashes in many ways would try them all."""
    text = f"# Forarbeid\n\n| Kode | Punkt |\n{'-' * 5000}x\n"
    assert 3 in [one.line for one in read_source(text).faults]
