"""What several tests share: the built site, a server for it, and a browser."""

import os
import shutil
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from sjekkliste import project as chain
from sjekkliste.content.facts import read_facts
from sjekkliste.content.pages import PageFile
from sjekkliste.markdown.render import Rendered, render
from sjekkliste.model.facts import Source
from sjekkliste.model.register import Move

from .project import DOCS, ROOT, build, copy_project


@pytest.fixture(scope="session")
def points() -> Mapping[str, Source]:
    return read_facts(DOCS / "fakta")[0]


@pytest.fixture(scope="module")
def rendered_once() -> Iterator[None]:
    """Keeps what became of each page for the same facts and moves, since one mistake changes few."""
    kept: dict[tuple[PageFile, str], Rendered] = {}

    def render_once(page: PageFile, facts: Mapping[str, Source], moves: Sequence[Move]) -> Rendered:
        key = page, repr((facts, moves))
        if key not in kept:
            kept[key] = render(page, facts, moves)
        return kept[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chain, "render", render_once)
        yield


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once."""
    folder = tmp_path_factory.mktemp("site")
    result = build(ROOT, folder)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may spoil."""
    return copy_project(tmp_path)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files as a host does: asked about each time, without a line for each, and with the site's
    own 404 page."""

    protocol_version = "HTTP/1.1"  # Keeps its connections.

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the parent's name)
        pass


class QuietServer(ThreadingHTTPServer):
    """Says nothing of a browser that has left before its answer came."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The folder served from a free port of this machine."""
    with QuietServer(("127.0.0.1", 0), partial(QuietHandler, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site, served."""
    with serve(site) as address:
        yield address


@contextmanager
def start_browser() -> Iterator[Browser]:
    """Debian's own Chromium without its window, whose buttons take more time than most pages."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield running
        running.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The same for all tests."""
    with start_browser() as running:
        yield running
