"""How long a tick takes on a page with very many items, on a slow machine."""

import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from .conftest import serve, start_browser
from .project import build, copy_project

ITEMS = 1000
SLOW = 4
"""Times slower than this machine, as the browser's own throttle gives it."""

# The longest time that the page is busy with one tick, and the time between two frames at rest.
MEASURE = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const boxes = [...document.querySelectorAll("li.item > input")].slice(0, 21);
  await frame();
  const rest = [];
  for (let n = 0; n < 20; n++) { const start = await frame(); rest.push(await frame() - start); }
  const busy = [];
  for (const box of boxes) {
    await frame();
    const start = performance.now();
    box.click();
    busy.push(performance.now() - start);
  }
  const middle = list => list.sort((one, other) => one - other)[list.length >> 1];
  return {tick: middle(busy), frame: middle(rest)};
}"""


def long_page(folder: Path) -> Path:
    """A copy of the project whose list of the decision has very many items, some of them worked on."""
    project = copy_project(folder)
    page = project / "docs" / "forarbeid" / "beslutning.md"
    text = page.read_text(encoding="utf-8")
    more = "\n".join(
        f"- [ ] F3.{n} Gjør det som står i punkt {n} {{#beslutning-nr-{n}}}\n    Bygger på: V22-1.3-01\n"
        for n in range(100, 100 + ITEMS)
    )
    end = text.rindex("///")
    page.write_text(f"{text[:end]}{more}\n{text[end:]}", encoding="utf-8")
    return project


def tick_in_frames(page: Page) -> float:
    """How many frames' time the page works on one tick, on a machine that much slower."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    figures = page.evaluate(MEASURE)
    return float(figures["tick"] / figures["frame"])


def ticks() -> dict[str, float]:
    """The figure, by its name."""
    with tempfile.TemporaryDirectory() as name, start_browser() as browser:
        site = Path(name) / "site"
        result = build(long_page(Path(name)), site)
        assert result.returncode == 0, result.stderr
        with serve(site) as address:
            page = browser.new_page()
            page.goto(f"{address}forarbeid/beslutning/")
            page.locator("#beslutning-nr-900").check()
            frames = median(tick_in_frames(page) for _ in range(3))
    return {f"a tick among {ITEMS} items on a {SLOW} times slower machine, frames": round(frames, 2)}
