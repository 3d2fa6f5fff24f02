"""Every page is valid HTML, as far as a checker can tell."""

import subprocess
import sys
from pathlib import Path

from .project import ROOT


def test_html_is_valid(site: Path) -> None:
    node = Path(sys.executable).with_name("node")
    command = [node, ROOT / "tests" / "valid.js", site]
    found = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT / "tests")
    assert found.stdout.splitlines() == []
