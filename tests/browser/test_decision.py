"""What the answers to a decision come to: the published rule, the data and the page say the same."""

from itertools import chain
from pathlib import Path

from playwright.sync_api import Page

from sjekkliste.texts import TEXTS

from .decision_page import questions
from .plan_page import DECISION, progress

PLACES: dict[str, str] = TEXTS["weigh"]["places"]
ANSWERS: dict[str, str] = {one["text"]: one["value"] for one in TEXTS["checklist"]["answers"]}


def landed(page: Page) -> dict[str, list[str]]:
    """The ids that the summary's links lead to, by the places they stand under."""
    found: dict[str, list[str]] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-place]")].map((group) =>
          [group.dataset.place, [...group.querySelectorAll("li a")].map((link) => link.hash.slice(1))]))"""
    )
    return found


def test_table_of_the_rule_is_the_rule_of_the_data(page: Page, address: str, site: Path) -> None:
    page.goto(address + DECISION)
    page.locator("details.rule summary").click()
    names = page.locator(".rule__rows thead th").all_inner_texts()
    assert names[1:] == list(ANSWERS)
    shown = [row.locator("th, td").all_inner_texts() for row in page.locator(".rule__rows tbody tr").all()]
    expected = [
        [
            f"{one['code']} {one['text']}",
            *(PLACES[one["weighs"][answer]] for answer in ANSWERS.values()),
        ]
        for one in questions(site)
    ]
    assert shown == expected


def test_every_answer_lands_where_the_table_says_and_nowhere_else(
    page: Page, address: str, site: Path
) -> None:
    page.goto(address + DECISION)
    asked = questions(site)
    ids = [one["id"] for one in asked]
    for text, answer in ANSWERS.items():
        for one in asked:
            page.locator(f"#{one['id']}").get_by_label(text, exact=True).check()
        page.locator("[data-place=unanswered]", has_text="(0)").wait_for(state="attached")
        found = landed(page)
        for place in PLACES:
            assert found[place] == [one["id"] for one in asked if one["weighs"][answer] == place]
        assert sorted(chain.from_iterable(found.values())) == sorted(ids)


def test_summary_follows_the_answers_and_leads_to_the_questions(page: Page, address: str) -> None:
    page.goto(address + DECISION)
    assert page.locator(".summary").count() == 0
    page.locator("#interkommunal-samarbeid").get_by_label("Ja", exact=True).check()
    page.locator("#interkommunal-leder").get_by_label("Nei", exact=True).check()
    summary = page.get_by_role("region", name="Dette viser svarene")
    assert "Oppsummeringen avgjør ikke noe." in summary.inner_text()
    summary.get_by_text("Vilkår som mangler (1)").wait_for()
    page.locator("#interkommunal-samarbeid").get_by_label("Nei", exact=True).check()
    assert landed(page)["against"] == ["interkommunal-samarbeid"]
    assert landed(page)["missing"] == ["interkommunal-leder"]
    assert progress(page) == "2 av 17 besvart"
    summary.get_by_role("link", name="F2.11").click()
    assert page.url.endswith("#interkommunal-leder")
    for button in ("Angre", "Angre", "Angre"):
        page.get_by_role("button", name=button).click()
    summary.wait_for(state="hidden")


def test_questions_stand_under_their_part_without_scripts(site: Path) -> None:
    html = (site / DECISION / "index.html").read_text(encoding="utf-8")
    first, second = (html.index(f">{part['title']}</h3>") for part in TEXTS["weigh"]["parts"].values())
    for one in questions(site):
        place = html.index(f'id="{one["id"]}"')
        assert (first < place < second) == (one["weighs"]["part"] == "should")
        assert place > first
        assert f'id="{one["id"]}-hjelp"' in html, "each says why the guide asks"
