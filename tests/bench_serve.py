"""How soon `make serve` shows a change in the text on a PDF sheet."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from .project import DOCS, ROOT


def served(rounds: int) -> list[float]:
    """Seconds from saving a page until the server gives a new PDF sheet, once for each round."""
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        for part in ("docs", "hooks", "overrides", "templates"):
            shutil.copytree(ROOT / part, project / part)
        shutil.copy(ROOT / "mkdocs.yml", project)
        env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        port = free_port()
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
        server = subprocess.Popen(command, cwd=project, env=env, stderr=subprocess.DEVNULL)
        address = f"http://127.0.0.1:{port}/utskrift/forarbeid.pdf"
        try:
            sheet = other_than(b"", address)
            page = project / DOCS.name / "forarbeid" / "beslutning.md"
            passed = []
            for _ in range(rounds):
                text = page.read_text(encoding="utf-8").replace("- [ ] F3.1 ", "- [ ] F3.1 Nytt ")
                page.write_text(text, encoding="utf-8")
                start = time.perf_counter()
                sheet = other_than(sheet, address)
                passed.append(time.perf_counter() - start)
            return passed
        finally:
            server.terminate()
            server.wait()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def other_than(old: bytes, address: str) -> bytes:
    """Ask until the server gives something else; it may not be up yet."""
    end = time.perf_counter() + 60
    while time.perf_counter() < end:
        try:
            with urlopen(address) as response:
                if (content := response.read()) != old:
                    return bytes(content)
        except OSError:
            pass
        time.sleep(0.05)
    raise TimeoutError(address)
