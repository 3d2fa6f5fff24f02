"""The data of the bank of measures: what every measure has."""

import re

from sjekkliste.model.facts import Claim
from sjekkliste.project import read_guide
from sjekkliste.texts import TEXTS

from .project import ROOT

GUIDE = read_guide(ROOT, {})


def test_every_measure_has_a_source_with_a_date() -> None:
    for measure in GUIDE.bank:
        sources = [GUIDE.facts[one] for one in measure.sources]
        assert sources
        for source in sources:
            assert not isinstance(source, Claim) or source.checked


def test_codes_follow_the_areas_and_none_is_used_twice() -> None:
    items = [(one.code, item) for one in GUIDE.measures for item in one.items]
    assert len(items) == len(GUIDE.bank)
    assert all(re.fullmatch(rf"{code}\.\d+", item.code) for code, item in items)
    every = [item for one in (*GUIDE.checklists, *GUIDE.measures) for item in one.items]
    for name in ("id", "code"):
        values = [getattr(item, name) for item in every]
        assert len(set(values)) == len(values)


def test_the_table_has_a_column_for_all_that_a_kommune_reports() -> None:
    assert {"Tiltak", "Målgruppe", "Milepæl", "Indikator", "Status"} <= set(TEXTS["measures"]["columns"])
