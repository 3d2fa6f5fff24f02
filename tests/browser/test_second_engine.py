"""The core flow of saved work in WebKit, the engine of Safari: kept, saved, opened elsewhere, printed."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from ..paper import MM, read, squeezed
from .addresses import SHEETS
from .plan_page import LIST

PATIENCE = 60  # seconds, for what comes when the browser has done its part
UPRIGHT, ON_ITS_SIDE = (210, 297), (297, 210)

# Selenium's driver of WebKitGTK calls its own older interface.
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")
Open = Callable[[str], webdriver.WebKitGTK]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A home of its own, where downloads come, and a screen that nobody sees."""
    home = tmp_path_factory.mktemp("home")
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as screen:
        assert screen.stdout
        number = screen.stdout.readline().strip()
        yield {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(home), "DISPLAY": f":{number}"}
        screen.terminate()


@pytest.fixture
def fresh(environment: dict[str, str]) -> Iterator[Open]:
    """Opens an address in a new window with an empty profile."""
    running: list[webdriver.WebKitGTK] = []

    def opened(address: str) -> webdriver.WebKitGTK:
        service = webdriver.WebKitGTKService(executable_path="/usr/bin/WebKitWebDriver", env=environment)
        driver = webdriver.WebKitGTK(service=service)
        running.append(driver)
        driver.implicitly_wait(PATIENCE)
        driver.get(address)
        awake(driver)
        return driver

    yield opened
    for driver in running:
        driver.quit()


def find(driver: webdriver.WebKitGTK, selector: str) -> WebElement:
    return driver.find_element(By.CSS_SELECTOR, selector)


def awake(driver: webdriver.WebKitGTK) -> None:
    """Wait for the page's scripts: to WebKit's driver a page has loaded before they have run."""
    find(driver, "sjekk-liste [data-action=save]")


def field(driver: webdriver.WebKitGTK, name: str) -> WebElement:
    return find(driver, f"li.item:has(#beslutning-mandat) [data-field={name}]")


def print_page(
    address: str, file: Path, paper: tuple[int, int], environment: dict[str, str], *ids: str
) -> list[Any]:
    """The pages of the address as WebKit prints them on that paper, once the element has been clicked."""
    script = Path(__file__).with_name("webkit_print.py")
    command = ["/usr/bin/python3", str(script), address, str(file), *map(str, paper), *ids]
    subprocess.run(command, env=environment, check=True, timeout=PATIENCE)
    pages = read(file)
    assert {(round(one.width), round(one.height)) for one in pages} == {
        (round(paper[0] * MM), round(paper[1] * MM))
    }
    return pages


def test_work_is_kept_saved_and_opened_elsewhere(
    fresh: Open, environment: dict[str, str], address: str
) -> None:
    one = fresh(address + LIST)
    find(one, "#beslutning-mandat").click()
    find(one, "li.item:has(#beslutning-mandat) .fields summary").send_keys(Keys.ENTER)
    field(one, "owner").send_keys("Rådgiver, helse")
    field(one, "note").send_keys("Å: «se» <b>her</b>", Keys.TAB)
    one.refresh()
    awake(one)
    assert find(one, "#beslutning-mandat").is_selected()
    assert find(one, "[data-progress]").text == "1 av 15 gjort"
    assert field(one, "owner").get_property("value") == "Rådgiver, helse"

    find(one, "[data-action=save]").click()
    downloads = Path(environment["HOME"])
    [file] = WebDriverWait(one, PATIENCE).until(lambda _: list(downloads.glob("planarbeid-*.json")))
    assert json.loads(file.read_bytes())["items"]["beslutning-mandat"]["state"] == "done"

    other = fresh(address + LIST)
    assert not find(other, "#beslutning-mandat").is_selected()
    find(other, "sjekk-liste input[type=file]").send_keys(str(file))
    find(other, "dialog[open] button[value=new]").click()
    assert find(other, "#beslutning-mandat:checked")
    assert find(other, "[data-progress]").text == "1 av 15 gjort"
    assert field(other, "note").get_property("value") == "Å: «se» <b>her</b>"


def test_page_prints_with_its_ticks(environment: dict[str, str], address: str, tmp_path: Path) -> None:
    pages = print_page(address + LIST, tmp_path / "page.pdf", UPRIGHT, environment, "beslutning-mandat")
    text = "\n".join(one.text for one in pages)
    assert "1 av 15 gjort" in text
    assert "Lagre som fil" not in text


@pytest.mark.parametrize("paper", [UPRIGHT, ON_ITS_SIDE])
def test_every_item_on_the_sheet_can_be_read(
    environment: dict[str, str], address: str, site: Path, tmp_path: Path, paper: tuple[int, int]
) -> None:
    pages = print_page(f"{address}utskrift/alle.html", tmp_path / "sheet.pdf", paper, environment)
    codes = [row.code for one in pages for row in one.rows]
    text = squeezed("".join(one.text for one in pages))
    [everything] = [sheet for sheet in SHEETS if sheet.id == "alle"]
    for one in everything.checklists:
        for item in one.items:
            assert codes.count(item.code) == 1, item.code
            # The rest may stand on the next page: WebKit lets a row break.
            assert squeezed(" ".join(item.text.split()[:3])) in text, item.code
