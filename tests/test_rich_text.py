"""Inline HTML becomes text, links and emphasis, and nothing of it is lost."""

import pytest

from sjekkliste.model.rich_text import Run, runs

SITE = "https://kommune.example/plan/"


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("", []),
        ("A &lt; B &amp; C &gt; D", [Run("A < B & C > D")]),
        ("«én» – § # $ * _ @", [Run("«én» – § # $ * _ @")]),
        ("Se <a href='k/F3/'>listen</a>.", [Run("Se "), Run("listen", href=f"{SITE}k/F3/"), Run(".")]),
        (
            "<a href='https://lovdata.no/x?a=1&amp;b=2'>loven</a>",
            [Run("loven", href="https://lovdata.no/x?a=1&b=2")],
        ),
        (
            "<strong>Ikke <em>navn</em></strong> her",
            [Run("Ikke ", bold=True), Run("navn", bold=True, italic=True), Run(" her")],
        ),
        (
            "én\n  linje<br>\n og <strong> en</strong> til ",
            [Run("én linje og "), Run("en", bold=True), Run(" til")],
        ),
        (
            "§\N{NO-BREAK SPACE}4 <code>fil</code><img alt='' src='x.png'>",
            [Run("§\N{NO-BREAK SPACE}4 fil")],
        ),
        ("&nbsp;<em>så<!-- nei --></em>", [Run("\N{NO-BREAK SPACE}"), Run("så", italic=True)]),
    ],
)
def test_html_becomes_runs(html: str, wanted: list[Run]) -> None:
    assert runs(html, SITE) == tuple(wanted)


def test_pictures_give_their_words_and_line_breaks_what_the_format_takes() -> None:
    html = "Se <img alt='merket' src='x.png'><br> og les"
    assert runs(html, SITE) == (Run("Se merket og les"),)
    assert runs(html, SITE, line_break="\n") == (Run("Se merket\nog les"),)
