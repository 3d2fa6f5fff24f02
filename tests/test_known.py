"""How much of the guide is known to us is said as the facts have it, in one table and in the README."""

from collections import Counter
from typing import Any

import pytest
import yaml

from .project import DOCS, ROOT

PAGES: list[dict[str, Any]] = yaml.safe_load(
    (DOCS / "fakta" / "veileder-2022.yml").read_text(encoding="utf-8")
)["sider"]
WORDS = {"hele": "Hele siden", "nesten hele": "Nesten hele", "delvis": "En del", "ukjent": "Ingenting"}
TABLE = (
    (DOCS / "om" / "veilederen.md")
    .read_text(encoding="utf-8")
    .partition("{#mangler}")[2]
    .partition("\n## ")[0]
)
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")] for line in TABLE.splitlines() if line[:1] == "|"
][2:]


@pytest.mark.parametrize(("page", "row"), zip(PAGES, ROWS, strict=True), ids=lambda one: str(one)[:40])
def test_the_table_says_of_each_page_what_is_known_and_what_is_not(
    page: dict[str, Any], row: list[str]
) -> None:
    name, known, lacking = row
    number = page["nummer"] or page["tittel"]
    assert name.strip("[").startswith(number)
    assert (known, lacking) == (WORDS[page["dekning"]], page.get("mangler", "–"))


def test_page_and_readme_say_the_share() -> None:
    count = Counter(page["dekning"] for page in PAGES)
    whole, nearly, some, none = (str(count[one]) for one in WORDS)
    share = f"{whole} i sin helhet, {nearly} nesten i sin helhet"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"Av {len(PAGES)} sider kjenner vi {share} og {some} delvis. {none} kjenner vi ikke." in TABLE
    assert f"Av de {len(PAGES)} sidene fra 2022 kjenner vi {share}, {some} delvis og {none} ikke" in readme
