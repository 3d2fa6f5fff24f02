"""What a reader sees first, and where it leads: nothing moves, nothing is covered, no way ends."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .decision_page import JOINT, keep_plan
from .plan_page import LIST, OVERVIEW

KINDS = ("", "forarbeid/", LIST, OVERVIEW, JOINT, "om/lovverk/")
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
})"""
COVERED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "";
  const box = one.getBoundingClientRect();
  const gone = !box.width || box.bottom <= 0 || box.top >= innerHeight;
  if (gone) return `out of sight: ${one.outerHTML.slice(0, 90)}`;
  const [left, right] = [box.left + 2, box.right - 2];
  const points = [left, (left + right) / 2, right].flatMap((x) =>
    [box.top + 2, (box.top + box.bottom) / 2, box.bottom - 2].map((y) => [x, y]));
  const seen = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)
    .some(([x, y]) => { const top = document.elementFromPoint(x, y);
      return top && (one.contains(top) || top.contains(one) || one.labels?.[0]?.contains(top)); });
  return seen ? "" : `covered: ${one.outerHTML.slice(0, 90)}`;
}"""

# WCAG 2.2, 1.4.11 and 2.4.7: the line around what has focus, against what lies behind it.
UNSEEN = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "";
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
  const luminance = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(one);
  let behind = parseFloat(outlineOffset) < 0 ? one : one.parentElement;
  const ground = () => getComputedStyle(behind ?? document.documentElement).backgroundColor;
  while (behind && /, 0\\)$|transparent/.test(ground())) behind = behind.parentElement;
  const [light, dark] = [luminance(outlineColor), luminance(ground())].sort((a, b) => b - a);
  const ratio = (light + 0.05) / (dark + 0.05);
  const isSeen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && ratio >= 3;
  const line = `${outlineStyle} ${outlineWidth} ${outlineColor} on ${ground()}`;
  return isSeen ? "" : `${line}, ${ratio.toFixed(2)}: ${one.outerHTML.slice(0, 90)}`;
}"""


def test_front_page_shows_the_way_without_scrolling(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    for place in ("h1", "[data-begin]", ".help", ".steps > li:last-child"):
        box = page.locator(f"main {place}").first.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 800, place
    page.close()


def test_first_box_is_a_tap_away_on_a_phone_and_short_rows_are_low(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address + LIST, wait_until="networkidle")
    way = page.get_by_role("link", name="Gå til sjekklisten (15 punkter)")
    box = way.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 844
    way.click()
    first = page.locator("li.item").first.bounding_box()
    assert first
    assert first["y"] < 844
    row = page.locator("li.item:not(:has(.item__help))").first
    row.locator(".item__text").evaluate("one => (one.textContent = 'Avklar rammene')")
    box = row.bounding_box()
    assert box
    assert box["height"] <= 96
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", KINDS)
def test_nothing_moves_while_the_page_fills(
    browser: Browser, address: str, site: Path, tmp_path: Path, path: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    keep_plan(page, address, tmp_path, site)
    page.goto(address + path, wait_until="networkidle")
    assert page.evaluate(SHIFTS) <= 0.02
    page.close()


@pytest.mark.parametrize("size", [(320, 256), (390, 844), (1280, 720)])
@pytest.mark.parametrize("path", KINDS)
def test_nothing_covers_what_has_focus(
    browser: Browser, address: str, site: Path, tmp_path: Path, path: str, size: tuple[int, int]
) -> None:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    keep_plan(page, address, tmp_path, site)
    page.goto(address + path, wait_until="networkidle")
    assert walk(page) == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS)
def test_what_has_focus_has_a_line_around_it_that_is_seen(
    browser: Browser, address: str, site: Path, tmp_path: Path, path: str, scheme: Any
) -> None:
    page = browser.new_page(color_scheme=scheme)
    keep_plan(page, address, tmp_path, site)
    page.goto(address + path, wait_until="networkidle")
    assert walk(page, UNSEEN) == []
    page.close()


def test_nothing_covers_what_has_focus_below_a_message(page: Page, address: str, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(address + OVERVIEW, wait_until="networkidle")
    (tmp_path / "feil.json").write_text("{", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(tmp_path / "feil.json")
    page.get_by_role("alert").get_by_text("feil.json").wait_for()
    assert walk(page) == []


def walk(page: Page, what: str = COVERED) -> list[Any]:
    """What is wrong at the stops of the Tab key, the first hundred of them."""
    found = []
    for _ in range(100):
        page.keyboard.press("Tab")
        if wrong := page.evaluate(what):
            found.append(wrong)
    return found


def test_the_way_goes_on_from_every_page_of_every_phase(page: Page, address: str, site: Path) -> None:
    page.goto(f"{address}forarbeid/interkommunal-plan/")
    assert page.locator(".next a").get_attribute("href") == "../beslutning/"
    lists = json.loads((site / "data" / "sjekklister.json").read_bytes())["checklists"]
    left = {one["url"].partition("://")[2].partition("/")[2].partition("#")[0] for one in lists}
    page.goto(f"{address}forarbeid/")
    while (on := page.locator(".next a")).count():
        left.discard(page.url.removeprefix(address))
        page.goto(page.url.rpartition("#")[0] or page.url)
        page.goto(on.evaluate("link => link.href"))
    left.discard(page.url.removeprefix(address))
    assert left == set()
