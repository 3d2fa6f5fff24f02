"""Reads all that our text may build on: the guide's points, and claims from elsewhere."""

from pathlib import Path

from .claim_file import NAME, read_claims
from .facts import Source
from .model import Problem
from .points import read_points


def read_facts(folder: Path) -> tuple[dict[str, Source], list[Problem]]:
    """Points and claims in the folder by id, and what an editor must mend in the claims."""
    claims, problems = read_claims(folder / NAME, f"{folder.parent.name}/{folder.name}/{NAME}")
    return {**read_points(folder), **claims}, problems
