"""What a build costs as the content grows, beside the stock theme: processor time and memory.

`python -m tests.bench_scale` prints the table alone. The pages of the larger guides are the real ones,
copied with ids and codes of their own.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from .project import copy_project

SIZES = (0, 100, 1000)
"""How many pages there are in all; 0 for those that there are today."""
SOURCES = ("beslutning", "arbeidsgruppe", "prosess", "involvering", "initiativ-og-forankring")
"""Pages of the first phase, each with text and a list."""
NAV = "      - forarbeid/involvering.md\n"
# Pages, data and index alone: every file of /utskrift/ is made of nothing.
WITHOUT_FILES = """
import runpy, sys
sys.path.insert(0, "hooks")
from sjekkliste.site import publish
nothing = lambda *_: b""
publish.make_sheet = publish.make_document = nothing
publish.OTHER_FILES = dict.fromkeys(publish.OTHER_FILES, nothing)
"""
RUN = """
sys.argv = ["mkdocs", "build", "--site-dir", SITE]
runpy.run_module("mkdocs", run_name="__main__")
"""


@dataclass(frozen=True)
class Cost:
    """Processor seconds, and the most memory in MB."""

    seconds: float
    megabytes: float


def grow(project: Path, pages: int) -> None:
    """Add copies until the guide has so many pages."""
    have = sum(1 for _ in (project / "docs").rglob("*.md"))
    names = []
    for number in range(max(0, pages - have)):
        source = SOURCES[number % len(SOURCES)]
        text = (project / "docs" / "forarbeid" / f"{source}.md").read_text(encoding="utf-8")
        names.append(f"forarbeid/{source}-{number}.md")
        (project / "docs" / names[-1]).write_text(renamed(text, number), encoding="utf-8")
    config = project / "mkdocs.yml"
    nav = NAV + "".join(f"      - {name}\n" for name in names)
    config.write_text(config.read_text(encoding="utf-8").replace(NAV, nav), encoding="utf-8")


def renamed(text: str, number: int) -> str:
    """The page with ids and codes that no other page has; none of it is among the least to do."""
    identity = next(iter(re.findall(r"^ {4}id: (\S+)", text, re.MULTILINE)), "")
    text = re.sub(r"^ {4}(?:Minst dette|Tidligere):.*\n", "", text, flags=re.MULTILINE)
    text = re.sub(rf"(id: |\{{#){identity}\b", rf"\g<1>{identity}-{number}", text)
    return re.sub(r"\bF(\d)(?=\.\d|$)", rf"F\g<1>{number:04}", text, flags=re.MULTILINE)


def stock(project: Path, folder: Path) -> Path:
    """The same pages for the stock theme: no hook, no templates of ours, plain text for blocks."""
    shutil.copytree(project / "docs", folder / "docs")
    for page in (folder / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"^(?:template|viser): .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    config = {
        "site_name": "Stock",
        "theme": {"name": "material", "language": "nb", "font": False},
        "markdown_extensions": ["attr_list", "tables"],
        # The pages link to files that only our build makes.
        "validation": {"links": {"not_found": "ignore", "anchors": "ignore"}},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return folder


def cost(project: Path, site: Path, before: str = "import runpy, sys") -> Cost:
    """What one build in a process of its own takes, the processes that it starts included."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    code = before + RUN.replace("SITE", repr(str(site)))
    child = subprocess.Popen([sys.executable, "-c", code], cwd=project, env=env, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, project
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def costs(pages: int, rounds: int) -> tuple[Cost, Cost, Cost]:
    """The least of some rounds side by side: of the stock theme, of ours without files, and of all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = copy_project(folder)
        grow(ours, pages)
        theirs = stock(ours, folder / "stock")
        shutil.rmtree(ours / ".cache", ignore_errors=True)
        runs = [(cost(theirs, folder / "a"), cost(ours, folder / "b", WITHOUT_FILES)) for _ in range(rounds)]
        whole = cost(ours, folder / "c")
        least = [
            Cost(min(one.seconds for one in two), min(one.megabytes for one in two))
            for two in zip(*runs, strict=True)
        ]
        return least[0], least[1], whole


def scale_figures(rounds: int = 3) -> Iterator[tuple[str, float]]:
    """The rows of the table."""
    grown: dict[int, float] = {}
    for pages in SIZES:
        theirs, pages_alone, whole = costs(pages, rounds if pages < 1000 else 1)
        what = f"{pages} pages" if pages else "today's pages"
        grown[pages] = pages_alone.seconds
        yield (
            f"{what}, data and index, times the processor time of stock",
            round(pages_alone.seconds / theirs.seconds, 2),
        )
        yield (
            f"{what}, data and index, times the memory of stock",
            round(pages_alone.megabytes / theirs.megabytes, 2),
        )
        yield f"{what} with all files, MB of memory", round(whole.megabytes)
        yield f"{what} with all files, processor seconds", round(whole.seconds, 1)
    yield "1000 pages, times the processor time of 100", round(grown[1000] / grown[100], 1)


if __name__ == "__main__":
    for row, value in scale_figures():
        print(f"{row:75} {value:g}")
