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
from collections.abc import Callable
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

from sjekkliste.__main__ import read_guide
from sjekkliste.cache import Cache
from sjekkliste.formats.pdf import STANDARDS, TEMPLATE, font_folder, to_json
from sjekkliste.publish import publish
from sjekkliste.sheets import sheets
from sjekkliste.templates import environment

from .bench_serve import served
from .project import ROOT

TYPST = """
import json, sys, typst
from pathlib import Path
template, fonts, standards, *files = json.loads(sys.argv[1])
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[Path(fonts)])
compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
for file in files:
    compiler.compile(Path(template).read_bytes(), output=f"{file}.pdf", format="pdf", timestamp=0,
                     pdf_standards=standards, sys_inputs={"data": Path(file).read_text(encoding="utf-8")})
"""
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def by_typst(files: list[Path]) -> None:
    arguments = json.dumps([str(TEMPLATE), str(font_folder()), STANDARDS, *map(str, files)])
    subprocess.run([sys.executable, "-c", TYPST, arguments], check=True)


def by_chromium(page: Path, target: Path) -> None:
    command = [CHROMIUM, "--headless", *FLAGS, "--no-pdf-header-footer", f"--print-to-pdf={target}"]
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
    """`site` is the built site. Takes the sheet with all lists, the longest there is."""
    guide = read_guide(ROOT, os.environ)
    env = environment(ROOT / "overrides")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files, pages = [], []
        for sheet in sheets(guide):
            files.append(folder / sheet.id)
            files[-1].write_text(to_json(sheet, guide, env), encoding="utf-8")
            pages.append(site / "utskrift" / f"{sheet.id}.html")
        typst, chromium, ratios = [], [], []
        for _ in range(rounds):
            typst.append(seconds(partial(by_typst, files[-1:])))
            chromium.append(seconds(partial(by_chromium, pages[-1], folder / "printed.pdf")))
            ratios.append(in_one_browser(pages) / seconds(partial(by_typst, files)))
    everything = seconds(lambda: publish(guide, ROOT / "overrides", Cache()))
    return {
        "a PDF sheet by Typst, seconds": round(statistics.median(typst), 3),
        "the same by Chromium, seconds": round(statistics.median(chromium), 3),
        "a PDF sheet, Chromium's time in Typst's": round(
            statistics.median(slow / fast for slow, fast in zip(chromium, typst, strict=True)), 1
        ),
        "all PDF sheets in one go, Chromium's time in Typst's": round(statistics.median(ratios), 1),
        "all files made from the guide, nothing kept, seconds": round(everything, 2),
        "a new text in the served PDF sheet, seconds": round(served(), 2),
    }
