"""The line that says what a section or an item builds on: `Bygger på: V17-beslutning-02, P-kostra-02`."""

import re

MARKER = "Bygger på:"
OWN = "egen tekst"
# A point of an edition, or a claim from elsewhere.
POINT = r"(?:[A-ZÆØÅ]\d+|P)-[\w.-]+"
POINTS = re.compile(rf"^{POINT}(?:[,\s]+{POINT})*,?$")


def almost(marker: str, behind: str = "") -> re.Pattern[str]:
    """The marker in other case, marked up, in a list or a quote, with a dash, or without its colon and with
    `behind` after it: shown as plain text, and never checked."""
    words = re.escape(marker[:-1]).replace(r"\ ", r"\s+").replace("å", "[åa]")
    return re.compile(rf"^\W*{words}(?:\W*:|\s*[–-]\s{behind and '|'}{behind})", re.IGNORECASE)


ALMOST_MARKER = almost(MARKER, rf"\W+{POINT}|\W+{OWN}")


def own_text(text: str) -> bool:
    """Whether a source line says that the text is our own."""
    return text.strip().removeprefix(MARKER).strip() == OWN


def point_ids(text: str) -> list[str]:
    """The ids after the source marker; empty where none is written."""
    return [part for part in re.split(r"[,\s]+", text.strip().removeprefix(MARKER)) if part]
