"""The kinds of page look as they did when somebody last looked: pictures at a quarter of the size, compared
with tolerance. Draw them anew with PICTURES=1, and look at each."""

import json
import os
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser

from ..project import ROOT
from .plan_page import LIST, OVERVIEW
from .storage import put

FOLDER = ROOT / "tests" / "pictures"
KINDS = {"forside": "", "fase": "forarbeid/", "liste": f"{LIST}#beslutning", "planarbeidet": OVERVIEW}
NEAR = 40
"""Of 255: what a colour may be off."""
SHARE = 0.04
"""Of all points: how many may be off by more."""
PLAN = {
    "format": "sjekkliste-plan",
    "version": 1,
    "id": "bilde",
    "name": "Handlingsplan 2027–2030",
    "kommuner": "Fjellvik",
    "caseNumber": "27/1234",
    "period": "2027–2030",
    "location": "",
    "changed": "2026-05-05T10:00:00Z",
    "items": {
        "beslutning-mandat": {"state": "done"},
        "beslutning-plantype": {"state": "na"},
        "beslutning-leder": {"owner": "Kommuneoverlegen", "due": "2026-05-01"},
        "beslutning-gruppe": {"owner": "Plansjefen", "due": "2099-01-15", "note": "Venter på svar"},
    },
    "answers": {},
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", KINDS)
def test_page_looks_as_it_did(
    browser: Browser, address: str, name: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(f"{address}data/lenker.json")
    put(page, "bilde", json.dumps(PLAN), turn=True)
    page.goto(address + KINDS[name], wait_until="networkidle")
    shot = Image.open(BytesIO(page.screenshot(animations="disabled"))).convert("RGB").reduce(4)
    page.close()
    file = FOLDER / f"{name}-{width}-{scheme}.png"
    if os.environ.get("PICTURES"):
        shot.quantize(64).save(file, optimize=True)
    assert off(shot, file) <= SHARE


def off(shot: Image.Image, file: Path) -> float:
    """The share of points that differ from the picture in the file."""
    apart = ImageChops.difference(shot, Image.open(file).convert("RGB")).convert("L")
    return sum(apart.histogram()[NEAR:]) / (apart.width * apart.height)
