"""The files for web servers: a real nginx serves the site by ours; the others say the same."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from playwright.sync_api import Browser, Page, Request

from ..conftest import serve
from ..project import DOCS, ROOT
from .servers import make_files, nginx

TABLE = yaml.safe_load((ROOT / "deploy" / "headers.yml").read_text(encoding="utf-8"))
LIST = "innebygd/beslutning/"


@pytest.fixture(scope="module")
def files(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_files(site, tmp_path_factory.mktemp("files"))


@pytest.fixture(scope="module")
def served(site: Path, files: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nginx(site, tmp_path_factory.mktemp("nginx"), files / "nginx.conf") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_nginx_serves_every_registered_address(page: Page, served: str) -> None:
    lines = (DOCS / "register" / "adresser.txt").read_text(encoding="utf-8").splitlines()[1:]
    paths = dict.fromkeys(line.split()[2].removeprefix("/").partition("#")[0] for line in lines)
    for path in paths:
        answer = page.request.get(served + path, headers={"accept-encoding": "gzip"})
        suffix = path.rpartition(".")[2] if "." in path.rpartition("/")[2] else "html"
        kind = TABLE["types"][suffix]
        text = kind in TABLE["compressed"]
        assert answer.status == 200, path
        assert answer.headers["content-type"] == (f"{kind}; charset=utf-8" if text else kind), path
        assert answer.headers["cache-control"] == "no-cache"
        assert (answer.headers.get("content-encoding") == "gzip") == text, path
        for name, value in TABLE["headers"].items():
            assert answer.headers[name.lower()] == value


def test_nginx_redirects_what_has_moved_and_shows_our_page_for_what_is_not_there(
    page: Page, served: str
) -> None:
    moved = page.request.get(f"{served}om/flyttet/", max_redirects=0)
    assert (moved.status, moved.headers["location"]) == (301, "/om/veilederen/")
    short = page.request.get(f"{served}k/F3.6", max_redirects=0)
    assert (short.status, short.headers["location"]) == (301, "/k/F3.6/")
    lost = page.request.get(f"{served}finnes-ikke/")
    assert (lost.status, lost.headers["x-content-type-options"]) == (404, "nosniff")
    assert "Vi fant ikke siden" in lost.text()


def test_hashed_files_are_kept_and_the_rest_is_not_sent_twice(page: Page, served: str, site: Path) -> None:
    hashed = next((site / "assets" / "hashed").glob("every-page-*.js"))
    kept = page.request.get(f"{served}assets/hashed/{hashed.name}")
    assert kept.headers["cache-control"] == "public, max-age=31536000, immutable"
    first = page.request.get(f"{served}forarbeid/")
    again = page.request.get(f"{served}forarbeid/", headers={"if-none-match": first.headers["etag"]})
    assert again.status == 304


def test_second_view_of_a_page_asks_for_its_text_alone(page: Page, served: str) -> None:
    kept: set[str] = set()
    answers: list[dict[str, Any]] = []
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.requestServedFromCache", lambda event: kept.add(event["requestId"]))
    network.on("Network.responseReceived", lambda event: answers.append(event))
    for path in ("", "om/veilederen/", "forarbeid/beslutning/", "planarbeidet/"):
        page.goto(served + path, wait_until="networkidle")
        answers.clear()
        page.goto(served + path, wait_until="networkidle")
        asked = [
            one["response"]["url"]
            for one in answers
            if not one["response"]["fromDiskCache"] and one["requestId"] not in kept
        ]
        assert asked == [served + path]


def test_no_page_breaks_the_servers_policy(page: Page, served: str, site: Path) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        if not path.startswith("k/"):
            page.goto(served + path)
    assert said == []


def test_servers_policy_stops_a_planted_script(page: Page, served: str) -> None:
    def plant(route: Any, request: Request) -> None:
        answer = route.fetch()
        html = (
            answer.text()
            .replace("http-equiv=", "data-off=")
            .replace("</main>", "</main><script>planted = 1</script>")
        )
        route.fulfill(response=answer, body=html)

    page.route(f"{served}forarbeid/", plant)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{served}forarbeid/")
    assert page.evaluate("typeof planted") == "undefined"
    assert any("Content Security Policy" in text for text in said)


def shown_in_a_frame(page: Page, folder: Path, target: str) -> bool:
    """Whether a page from another origin gets to show the list."""
    (folder / "index.html").write_text(
        f'<!doctype html><iframe src="{target}{LIST}"></iframe>', encoding="utf-8"
    )
    (folder / "404.html").write_text("", encoding="utf-8")
    with serve(folder) as other:
        page.goto(other, wait_until="networkidle")
        return page.frames[1].locator("#beslutning-mandat").count() == 1


def test_only_those_on_the_list_may_show_a_page_in_a_frame(
    page: Page, served: str, site: Path, tmp_path: Path
) -> None:
    (tmp_path / "host").mkdir()
    assert not shown_in_a_frame(page, tmp_path / "host", served)
    allowed = make_files(site, tmp_path, own="http://127.0.0.1:*")
    with nginx(site, tmp_path, allowed / "nginx.conf") as address:
        assert shown_in_a_frame(page, tmp_path / "host", address)


def test_files_for_iis_and_azure_say_the_same(files: Path) -> None:
    azure = json.loads((files / "staticwebapp.config.json").read_bytes())
    iis = ElementTree.parse(files / "web.config").getroot()
    headers = {one.get("name"): one.get("value") for one in iis.iter("add") if one.get("name")}
    said = dict(azure["globalHeaders"])
    assert said.pop("Cache-Control") == "no-cache"
    assert said == headers
    assert {name: said[name] for name in TABLE["headers"]} == TABLE["headers"]
    policy = said["Content-Security-Policy"]
    assert f'add_header Content-Security-Policy "{policy}" always;' in (files / "nginx.conf").read_text(
        "utf-8"
    )
    kinds = {one.get("fileExtension"): one.get("mimeType", "").split(";")[0] for one in iis.iter("mimeMap")}
    assert kinds == azure["mimeTypes"] == {f".{suffix}": kind for suffix, kind in TABLE["types"].items()}
    assert azure["responseOverrides"] == {"404": {"rewrite": "/404.html"}}
    assert {"route": "/om/flyttet/", "redirect": "/om/veilederen/", "statusCode": 301} in azure["routes"]
    moved = iis.find("location[@path='om/flyttet']/system.webServer/httpRedirect")
    assert moved is not None
    assert moved.get("destination") == "/om/veilederen/"
