"""How many of the queries lead to what is wanted, beside stock's search and Pagefind, and how long one takes
in a browser slowed four times: `python -m tests.bench_search`."""

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from sjekkliste.content.pages import read_pages

from .bench_pages import both_sites
from .conftest import start_browser
from .project import DOCS
from .test_search import QUERIES, within

FOLDERS = sorted(
    {page.path.partition("/")[0] for page in read_pages(DOCS) if "/" in page.path} - {"dokumenter"}
)
Search = Callable[[Page, str], list[str]]
PAGEFIND = """async (query) => {
  const found = await (window.engine ??= await import("/pagefind/pagefind.js")).search(query);
  return (await Promise.all(found.results.slice(0, 3).map((one) => one.data()))).map((one) => one.url);
}"""
OURS = """async (query) => {
  const engine = await document.querySelector("site-search").load();
  return engine.find(query).hits.map((one) => one.url);
}"""
# The messages of the theme's worker: 0 sets it up, 1 says that it is ready, 2 asks, 3 answers.
STOCK = """async (query) => {
  const ask = (type, data) => new Promise((done) => {
    window.worker.onmessage = ({ data: { type: kind, data: told } }) => kind === type + 1 && done(told);
    window.worker.postMessage({ type, data });
  });
  if (!window.worker) {
    const { base, search } = JSON.parse(document.getElementById("__config").textContent);
    window.worker = new Worker(new URL(search, new URL(base + "/", location)));
    const index = await (await fetch("/search/search_index.json")).json();
    await ask(0, { ...index, options: { suggest: false } });
  }
  return (await ask(2, query)).items.slice(0, 3).map(([first]) => `/${first.location}`);
}"""
TIMES = """async (queries) => {
  const engine = await document.querySelector("site-search").load();
  return queries.map((query) => {
    const start = performance.now();
    engine.find(query);
    return performance.now() - start;
  });
}"""


def stock_search(page: Page, query: str) -> list[str]:
    """The addresses that stock's own search offers."""
    found: list[str] = page.evaluate(STOCK, query)
    return found


def path_of(address: str) -> str:
    return urlsplit(address).path.strip("/")


def right(found: list[str], wanted: str, first: int) -> bool:
    """Whether one of the first leads to a page that is wanted: others have no anchor for each item."""
    return bool({path_of(one) for one in wanted.split()} & {path_of(one) for one in found[:first]})


def shares(page: Page, search: Search) -> Iterator[tuple[str, float]]:
    """By kind and of all, per cent of the queries."""
    counts = {
        kind: [right(search(page, query), wanted, within(kind)) for query, wanted in queries.items()]
        for kind, queries in QUERIES.items()
    }
    every = [hit for hits in counts.values() for hit in hits]
    for kind, found in {**counts, "all": every}.items():
        yield kind, round(100 * sum(found) / len(found), 1)


def search_figures() -> Iterator[tuple[str, float]]:
    """The rows of the table."""
    with tempfile.TemporaryDirectory() as name, both_sites(Path(name)) as (site, ours, theirs):
        # The pages alone, not the sheets.
        pages = f"{{index.html,{{{','.join(sorted(FOLDERS))}}}/**/index.html}}"
        chosen = ["--root-selector", "main", "--glob", pages]
        command = [sys.executable, "-m", "pagefind", "--site", str(site), *chosen]
        subprocess.run(command, check=True, capture_output=True)
        with start_browser() as browser:
            page = browser.new_page()
            page.goto(ours, wait_until="networkidle")
            for kind, share in shares(page, lambda page, query: page.evaluate(OURS, query)):
                yield f"ours, {kind}, per cent", share
            for kind, share in shares(page, lambda page, query: page.evaluate(PAGEFIND, query)):
                yield f"Pagefind, {kind}, per cent", share
            every = [query for queries in QUERIES.values() for query in queries]
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
            times = sorted(page.evaluate(TIMES, every))
            yield "a query, slowed four times, median, ms", round(statistics.median(times), 1)
            yield (
                "a query, slowed four times, the slowest twentieth, ms",
                round(times[int(0.95 * len(times))], 1),
            )
            other = browser.new_page()
            other.goto(theirs, wait_until="networkidle")
            for kind, share in shares(other, stock_search):
                yield f"stock, {kind}, per cent", share


if __name__ == "__main__":
    for row, value in search_figures():
        print(f"{row:60} {value:g}", flush=True)
