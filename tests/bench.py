"""The measured figures: `make bench` prints them as a table and writes bench.json.

Times are ratios between runs side by side on the same machine, so that they can be
compared from one machine to the next.
"""

import gzip
import json
import re
import statistics
import tempfile
import time
from pathlib import Path

from .bench_pages import page_figures
from .bench_pdf import sheet_figures
from .bench_scale import scale_figures
from .bench_scale import stock as stock_project
from .bench_search import search_figures
from .bench_ticks import ticks
from .project import ROOT, build

ROUNDS = 5
IMPORT = re.compile(r'\b(?:import|export)\s?(?:[^"();]*?from\s?)?"(\..*?)"')


def seconds(project: Path, site: Path) -> float:
    """Wall time of one build."""
    start = time.perf_counter()
    result = build(project, site)
    assert result.returncode == 0, result.stderr
    return time.perf_counter() - start


def weight(*files: Path) -> int:
    """Bytes after gzip, as a host with compression sends them."""
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def script_weight(first: Path) -> float:
    """What a page loads at once in kB after gzip, each module as a file of its own."""
    return round(weight(*needed(first)) / 1000, 1)


def needed(first: Path) -> list[Path]:
    """The first module of a page, and all of ours that are imported from it."""
    found, waiting = [], [first]
    while waiting:
        module = waiting.pop()
        found.append(module)
        names = IMPORT.findall(module.read_text(encoding="utf-8"))
        paths = [(module.parent / name).resolve() for name in names]
        waiting.extend(path for path in paths if path.exists() and path not in (*found, *waiting))
    return found


def measure() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stock = stock_project(ROOT, folder / "stock")
        ratios, whole = [], []
        for _ in range(ROUNDS):
            ours = seconds(ROOT, folder / "site")
            ratios.append(ours / seconds(stock, folder / "stock-site"))
            whole.append(ours)
        site = folder / "site"
        page = site / "forarbeid" / "beslutning" / "index.html"
        return {
            "build, seconds": round(statistics.median(whole), 2),
            "build, times a stock build of the same pages": round(statistics.median(ratios), 2),
            "page with a checklist, kB gzip": round(weight(page) / 1000, 1),
            "a sheet with its stylesheet, kB gzip": round(
                weight(site / "utskrift" / "forarbeid.html", site / "assets" / "css" / "sheet.css") / 1000, 1
            ),
            **sheet_figures(site, ROUNDS),
        }


def main() -> None:
    figures = {
        **measure(),
        **ticks(),
        **dict(page_figures()),
        **dict(search_figures()),
        **dict(scale_figures()),
    }
    width = max(map(len, figures))
    for name, value in figures.items():
        print(f"{name:{width}}  {value:g}")
    (ROOT / "bench.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
