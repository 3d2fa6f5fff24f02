"""What a publisher must have said before the site is made for a server."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from sjekkliste.texts import TEXTS

from .project import DOCS, ROOT

SAID = {
    "SITE_URL": "https://plan.nordvik.test/",
    "UTGIVER": "Nordvik kommune",
    "KONTAKT": "plan@nordvik.test",
}
TEXT = TEXTS["publishing"]


def ready(environ: Mapping[str, str], root: Path = ROOT) -> tuple[int, str]:
    """How it ended, and what was said; the real `make deploy` begins like this."""
    bare = {name: value for name, value in os.environ.items() if name not in SAID}
    command = [sys.executable, "-m", "sjekkliste", "deploy", "--ready"]
    env = {**bare, "PYTHONPATH": str(ROOT / "hooks"), **environ}
    result = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    return result.returncode, result.stderr.strip()


def test_settings_that_are_said_are_enough() -> None:
    assert ready(SAID) == (0, "")


@pytest.mark.parametrize(
    "address",
    [
        *(
            "",
            "https://sjekkliste.example/",
            "https://kommune.example/plan",
            "sjekkliste.no",
            "/",
            "file:///srv/",
        ),
        *(
            "https://<adressen>/",
            "https://nordvik kommune.no/",
            "https://nordvik.no/?a=b",
            "https://nordvik.no/#a",
        ),
        *("http://localhost:8000/", "http://127.0.0.1/", "https://www.example.com/", "https://plan/"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(address: str) -> None:
    code, said = ready({**SAID, "SITE_URL": address})
    shown = address.rstrip("/") + "/" if address else "https://sjekkliste.example/"
    assert (code, said) == (1, TEXT["address"].strip().format(address=shown))


@pytest.mark.parametrize("name", SAID)
def test_space_around_a_setting_is_no_part_of_it(name: str) -> None:
    assert ready({**SAID, name: f" {SAID[name]} "}) == (0, "")


@pytest.mark.parametrize(("name", "key"), [("UTGIVER", "publisher"), ("KONTAKT", "contact")])
def test_a_site_that_nobody_answers_for_is_refused(name: str, key: str) -> None:
    assert ready({**SAID, name: ""}) == (1, TEXT[key].strip())


def test_all_that_is_lacking_is_said_at_once() -> None:
    code, said = ready({})
    assert code == 1
    assert said.splitlines() == [
        TEXT["address"].strip().format(address="https://sjekkliste.example/"),
        TEXT["publisher"].strip(),
        TEXT["contact"].strip(),
    ]


def test_an_address_that_is_not_registered_is_named(project: Path) -> None:
    page = project / "docs" / "vedtak" / "kostra.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n## Ny del {{#ny-del}}\n\nTekst.\n\nBygger på: egen tekst\n", encoding="utf-8")
    assert ready(SAID, project) == (1, TEXT["register"].strip())


def test_the_workflow_publishes_by_the_same_command() -> None:
    text = (ROOT / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["publish"]["steps"]
    made = [step for step in steps if "run" in step]
    assert [step["run"] for step in made] == ["make deploy"]
    assert set(made[0]["env"]) == set(SAID)


def test_pages_carry_their_styles_and_ask_for_none(site: Path) -> None:
    page = (site / "index.html").read_text("utf-8")
    assert 'rel="stylesheet"' not in page
    (styles,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert "/*" not in styles
    # Each rule of every file is there.
    for file in ("tokens", "frame", "checklist", "paper"):
        source = (DOCS / "assets" / "css" / f"{file}.css").read_text("utf-8")
        rules = [line.strip() for line in re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL).split("\n")]
        assert [rule for rule in rules if rule not in styles] == []
    assert (site / "assets" / "css" / "frame.css").is_file()
