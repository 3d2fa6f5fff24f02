"""The figures of the PDF sheets: Typst beside the same HTML sheets printed by Chromium, in one run.

Both start anew each time, and both get what is already made: Typst its data, Chromium its page.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from statistics import mean

from playwright.sync_api import sync_playwright

from sjekkliste.engines.font import font_folder
from sjekkliste.files.formats.pdf import STANDARDS, TEMPLATE, to_json
from sjekkliste.files.sheet_document import sheet_document
from sjekkliste.files.sheets import sheets
from sjekkliste.files.templates import environment
from sjekkliste.project import read_guide
from sjekkliste.site.assets import Assets
from sjekkliste.site.cache import Cache
from sjekkliste.site.publish import publish

from .bench_serve import served
from .project import ROOT

TYPST = """
import json, sys, typst
from pathlib import Path
from statistics import mean
template, fonts, standards, *files = json.loads(sys.argv[1])
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[Path(fonts)])
compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
for file in files:
    compiler.compile(Path(template).read_bytes(), output=f"{file}.pdf", format="pdf", timestamp=0,
                     pdf_standards=standards, sys_inputs={"data": Path(file).read_text(encoding="utf-8")})
"""
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
# The same engine in a program without windows, which starts sooner.
WINDOWLESS = shutil.which("chromium-headless-shell") or CHROMIUM
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def by_typst(files: list[Path]) -> None:
    arguments = json.dumps([str(TEMPLATE), str(font_folder()), STANDARDS, *map(str, files)])
    subprocess.run([sys.executable, "-c", TYPST, arguments], check=True)


def by_chromium(program: str, target: Path, page: Path) -> None:
    command = [program, "--headless", *FLAGS, "--no-pdf-header-footer", f"--print-to-pdf={target}"]
    subprocess.run([*command, page.as_uri()], check=True, capture_output=True)


def in_one_browser(pages: list[Path]) -> float:
    """Seconds to start the browser and print all the pages; Playwright itself is running."""
    with sync_playwright() as playwright:
        start = time.perf_counter()
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        page = browser.new_page()
        for one in pages:
            page.goto(one.as_uri())
            page.pdf(prefer_css_page_size=True)
        passed = time.perf_counter() - start
        browser.close()
    return passed


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def sheet_figures(site: Path, rounds: int) -> dict[str, float]:
    """`site` is the built site. The sheet with all lists, the last, is the longest there is."""
    guide = read_guide(ROOT, os.environ)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files, pages = [], []
        for sheet in [one for one in sheets(guide) if not one.alone]:
            files.append(folder / sheet.id)
            files[-1].write_text(to_json(sheet_document(sheet, guide)), encoding="utf-8")
            pages.append(site / "utskrift" / f"{sheet.id}.html")
        typst, chromium, windowless, together = [], [], [], []
        for _ in range(rounds):
            typst.append([seconds(partial(by_typst, [file])) for file in files])
            printing = partial(by_chromium, CHROMIUM, folder / "printed.pdf")
            chromium.append([seconds(partial(printing, page)) for page in pages])
            printing = partial(by_chromium, WINDOWLESS, folder / "printed.pdf")
            windowless.append([seconds(partial(printing, page)) for page in pages])
            together.append((seconds(partial(by_typst, files)), in_one_browser(pages)))
    rows = list(zip(typst, chromium, together, strict=True))
    served_in = served(rounds)
    everything = seconds(lambda: publish(guide, environment(ROOT / "templates"), Cache(), Assets()))
    return {
        "a PDF sheet by Typst, mean of all sheets, seconds": round(statistics.median(map(mean, typst)), 3),
        "the same by Chromium, seconds": round(statistics.median(map(mean, chromium)), 3),
        "a PDF sheet, Chromium's time in Typst's": ratio(sum(slow) / sum(fast) for fast, slow, _ in rows),
        "a PDF sheet, the time of Chromium without windows in Typst's": ratio(
            sum(slow) / sum(fast) for fast, slow in zip(typst, windowless, strict=True)
        ),
        "the longest PDF sheet, Chromium's time in Typst's": ratio(
            slow[-1] / fast[-1] for fast, slow, _ in rows
        ),
        "all PDF sheets by one Typst, time of a Chromium for each in its": ratio(
            sum(slow) / fast for _, slow, (fast, _) in rows
        ),
        "all PDF sheets by one Typst, time of one Chromium in its": ratio(
            slow / fast for *_, (fast, slow) in rows
        ),
        "all files made from the guide, nothing kept, seconds": round(everything, 2),
        "a new text in the served PDF sheet, seconds": round(statistics.median(served_in), 2),
        "the same, the slowest, seconds": round(max(served_in), 2),
    }


def ratio(rounds: Iterable[float]) -> float:
    """The median of what the rounds gave."""
    return round(statistics.median(rounds), 1)
