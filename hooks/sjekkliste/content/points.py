"""The points of the national guide's two editions: what our text may claim to build on."""

from collections.abc import Mapping
from pathlib import Path

from ..model.facts import Point
from ..texts import TEXTS
from ..texts.yaml import load


def read_points(folder: Path) -> Mapping[str, Point]:
    """All points in the folder's YAML files, by id.

    Raises ValueError when an id stands twice, since a claim would then be ambiguous.
    """
    points: dict[str, Point] = {}
    for file in sorted(folder.glob("veileder-*.yml")):
        edition = load(file.read_text(encoding="utf-8"))
        for page in edition["sider"]:
            for entry in page["punkter"]:
                if entry["id"] in points:
                    raise ValueError(f"{file.name}: {entry['id']} stands twice")
                points[entry["id"]] = Point(
                    id=entry["id"],
                    says=entry["sier"],
                    edition=edition["utgave"],
                    page=page_name(page["nummer"], page["tittel"]),
                    url=page["url"],
                )
    return points


def page_name(number: str | None, title: str) -> str:
    """How a page of the guide is named in running text: by its number, if it has one."""
    if number:
        return str(TEXTS["source"]["page-number"].format(number=number))
    return str(TEXTS["source"]["page-title"].format(title=title))
