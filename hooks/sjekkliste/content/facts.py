"""Reads all that our text may build on: the guide's points, and claims from elsewhere."""

from pathlib import Path

from ..model.facts import Source
from ..model.guide import Problem
from .claims import NAME, read_claims
from .points import read_points


def read_facts(folder: Path) -> tuple[dict[str, Source], list[Problem]]:
    """Points and claims in the folder by id, and what an editor must mend in the claims."""
    claims, problems = read_claims(folder / NAME, f"{folder.parent.name}/{folder.name}/{NAME}")
    return {**read_points(folder), **claims}, problems
