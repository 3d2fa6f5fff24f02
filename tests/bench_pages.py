"""What four pages cost a phone, beside the same text on the stock theme: `python -m tests.bench_pages`.

Both sites come from one nginx with gzip, to a processor slowed four times on a slow network.
"""

import json
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from .bench_scale import stock
from .browser.plan_page import write_plan
from .browser.servers import nginx
from .conftest import start_browser
from .project import ROOT, build

ROUNDS = 5
PAGES = {
    "front page": "",
    "text page": "om/veilederen/",
    "page with a list": "forarbeid/beslutning/",
    "«Planarbeidet vårt», full": "planarbeidet/",
}
SERVER = """server {
  listen 80; root /srv/sjekkliste; gzip on; gzip_min_length 0; gzip_comp_level 6;
  types { text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg; }
  gzip_types text/css text/javascript application/json image/svg+xml;
}
"""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
SHIFT = """() => new Promise((done) => new PerformanceObserver((list) => done(
  list.getEntries().reduce((sum, one) => sum + (one.hadRecentInput ? 0 : one.value), 0)
)).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done(0), 300))"""


@dataclass(frozen=True)
class View:
    """A first view: bytes over the wire, requests, milliseconds to the first paint, and layout shift."""

    bytes: float
    requests: float
    paint: float
    shift: float


@contextmanager
def both_sites(folder: Path) -> Iterator[tuple[Path, str, str]]:
    """Our built site, its address, and that of the same pages on the stock theme."""
    ours, theirs = folder / "ours", folder / "theirs"
    for project, site in ((ROOT, ours), (stock(ROOT, folder / "stock"), theirs)):
        result = build(project, site)
        assert result.returncode == 0, result.stderr
    config = folder / "nginx.conf"
    config.write_text(SERVER, encoding="utf-8")
    for name in ("one", "other"):
        (folder / name).mkdir()
    with nginx(ours, folder / "one", config) as here, nginx(theirs, folder / "other", config) as there:
        yield ours, here, there


def full_plan(folder: Path, site: Path) -> Path:
    """A file with something on every item."""
    lists = json.loads((site / "data" / "sjekklister.json").read_bytes())["checklists"]
    entry = {"owner": "Leder for helsestasjonen", "due": "2027-05-05", "note": "Tas opp i mars"}
    ids = [item["id"] for one in lists if one["kind"] == "checklist" for item in one["items"]]
    return write_plan(folder, items=dict.fromkeys(ids, entry))


def view(browser: Browser, address: str, plan: Path | None) -> View:
    """A first view, with the plan stored before if there is one."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    network = context.new_cdp_session(page)
    if plan:
        page.goto(address, wait_until="networkidle")
        page.locator("input[type=file]").first.set_input_files(plan)
        page.get_by_role("button", name="Åpne planen").click()
        page.get_by_text("Filen er åpnet.").first.wait_for()
        page.goto("about:blank")
    network.send("Network.enable")
    network.send("Network.clearBrowserCache")
    network.send("Network.emulateNetworkConditions", SLOW)
    network.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    sizes: list[float] = []

    def arrived(event: dict[str, Any]) -> None:
        sizes.append(event["encodedDataLength"])

    network.on("Network.loadingFinished", arrived)
    page.goto(address, wait_until="networkidle")
    found = View(sum(sizes), len(sizes), page.evaluate(PAINT), page.evaluate(SHIFT))
    context.close()
    return found


def page_figures() -> Iterator[tuple[str, float]]:
    """The rows of the table: ours in stock's, the medians of some rounds side by side."""
    with tempfile.TemporaryDirectory() as name, both_sites(Path(name)) as (site, ours, theirs):
        plan = full_plan(Path(name), site)
        with start_browser() as browser:
            for what, path in PAGES.items():
                full = plan if path == "planarbeidet/" else None
                rounds = [
                    (view(browser, ours + path, full), view(browser, theirs + path, None))
                    for _ in range(ROUNDS)
                ]
                for measure in ("bytes", "requests", "paint"):
                    ratios = [getattr(one, measure) / getattr(other, measure) for one, other in rounds]
                    yield f"{what}, {measure} in those of stock", round(statistics.median(ratios), 2)
                yield f"{what}, kB", round(statistics.median(one.bytes for one, _ in rounds) / 1000, 1)
                yield f"{what}, requests", statistics.median(one.requests for one, _ in rounds)
                yield f"{what}, layout shift", round(max(one.shift for one, _ in rounds), 3)


if __name__ == "__main__":
    for row, value in page_figures():
        print(f"{row:60} {value:g}", flush=True)
