"""What axe finds on a page as it stands, in every look: wide and narrow, light and dark."""

from typing import Any, Literal

from playwright.sync_api import Page

from ..project import ROOT

AXE = (ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# All that differs in the dark.
COLOURS = ["color-contrast", "link-in-text-block"]
LOOKS: list[tuple[int, Literal["light", "dark"], list[str]]] = [
    (1280, "light", RULES),
    (320, "dark", COLOURS),
    (320, "light", RULES),
]
# A colour halfway to another is neither.
STILL = "*, ::before, ::after { transition: none !important }"


def faults(page: Page) -> list[str]:
    """Each with the look it was found in; a page that scrolls sideways is one too. The page's context
    must bypass its policy."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
        page.add_style_tag(content=STILL)
    found = []
    for width, scheme, rules in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.evaluate("scrollTo(0, 0)")  # else the header lies over something
        result = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", rules)
        found += [f"{width} {scheme}: {describe(violation)}" for violation in result["violations"]]
        if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            found.append(f"{width} {scheme}: scrolls sideways")
    return found


def describe(violation: Any) -> str:
    nodes = ", ".join(str(node["target"]) for node in violation["nodes"][:3])
    return f"{violation['id']}: {nodes}"
