"""tidsplan.xlsx as LibreOffice computes it, against the same counting back in Python."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from dateutil.easter import easter
from openpyxl import Workbook, load_workbook

from sjekkliste.files.templates import environment
from sjekkliste.project import read_guide
from sjekkliste.site.publish import OTHER_FILES
from sjekkliste.texts import TEXTS

from .project import ROOT
from .test_workbook import convert

TEXT = TEXTS["workbooks"]["timeline"]
DEFAULT = [(step["time"], step["unit"]) for step in TEXT["steps"]]
EASTER_DAYS = (-3, -2, 0, 1, 39, 49, 50)
SAME_DAY = ((1, 1), (5, 1), (5, 17), (12, 24), (12, 25), (12, 26), (12, 31))
# New year, 29 February, Easter and the days after it, May, and the years where Easter is a special case.
MEETINGS = [
    [
        "2027-06-16",
        "2028-03-15",
        "2027-01-20",
        "2027-04-14",
        "2029-02-28",
        "2028-02-29",
        "2027-05-31",
        "2030-05-02",
    ],
    [
        "2049-05-03",
        "2050-01-05",
        "2049-06-09",
        "2048-04-22",
        "2048-02-29",
        "2049-04-19",
        "2049-12-23",
        "2050-05-18",
    ],
    [
        "2076-05-06",
        "2076-04-23",
        "2076-12-22",
        "2075-01-06",
        "2077-03-31",
        "2078-04-19",
        "2079-05-10",
        "2076-06-19",
    ],
]


def timeline() -> bytes:
    return OTHER_FILES["tidsplan.xlsx"](read_guide(ROOT, {}), environment(ROOT / "templates"))


def is_off(day: date, own: set[date]) -> bool:
    fixed = (day.month, day.day) in SAME_DAY
    return day.weekday() > 4 or fixed or day in own or (day - easter(day.year)).days in EASTER_DAYS


def before(day: date, time: int, unit: str, own: set[date]) -> date:
    """So long before the day, and then back to a working day."""
    if unit != "arbeidsdager":
        day -= timedelta(days=time * (7 if unit == "uker" else 1))
        while is_off(day, own):
            day -= timedelta(days=1)
        return day
    for _ in range(time):
        day -= timedelta(days=1)
        while is_off(day, own):
            day -= timedelta(days=1)
    return day


def expected(meeting: date, times: list[tuple[int, str]], own: set[date]) -> list[date | None]:
    """The dates of the steps, none for one that is not used, and the meeting's."""
    days: list[date | None] = [meeting]
    for time, unit in reversed(times):
        following = next(day for day in days if day)
        days.insert(0, before(following, time, unit, own) if time else None)
    return days


def row_of(page: Any, label: str) -> int:
    return int(next(cell.row for cell in page["A"] if cell.value == label))


def columns(page: Any, row: int) -> list[Any]:
    """The eight kommuner's cells."""
    return list(page[row][4:12])


@pytest.fixture
def recalculated(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Callable[[Workbook], None]], Workbook]:
    """Fills in the workbook, lets LibreOffice compute it, and reads what came out."""

    def run(fill: Callable[[Workbook], None]) -> Workbook:
        book = load_workbook(BytesIO(timeline()))
        fill(book)
        file = tmp_path / "tidsplan.xlsx"
        book.save(file)
        saved = convert(file, "xlsx", tmp_path_factory.getbasetemp() / "libreoffice")
        return load_workbook(saved, data_only=True)

    return run


def put_meetings(book: Workbook, meetings: list[Any]) -> None:
    page = book[TEXT["sheet"]]
    for cell, meeting in zip(columns(page, row_of(page, TEXT["meeting"])), meetings, strict=True):
        cell.value = meeting


def dates(book: Workbook, kommune: int) -> list[date | None]:
    """The dates of the steps, the meeting last."""
    page = book[TEXT["sheet"]]
    first, last = row_of(page, TEXT["steps"][0]["text"]), row_of(page, TEXT["end"])
    cells = [columns(page, row)[kommune].value for row in range(first, last + 1)]
    return [cell.date() if isinstance(cell, datetime) else cell for cell in cells]


@pytest.mark.parametrize("texts", MEETINGS, ids=lambda texts: texts[0][:4])
def test_dates_are_counted_back_over_years_easter_and_leap_days(recalculated: Any, texts: list[str]) -> None:
    meetings = [date.fromisoformat(text) for text in texts]
    book = recalculated(lambda book: put_meetings(book, meetings))
    for kommune, meeting in enumerate(meetings):
        assert dates(book, kommune) == expected(meeting, DEFAULT, set())
    page = book[TEXT["sheet"]]
    assert page.cell(row_of(page, TEXT["steps"][0]["text"]), 4).value == TEXT["ours"]
    earliest = page.cell(row_of(page, TEXT["steps"][0]["text"]), 13).value.date()
    assert earliest == min(day for kommune in range(8) if (day := dates(book, kommune)[0]))


def test_times_units_and_own_days_may_be_changed(recalculated: Any) -> None:
    meetings = [date.fromisoformat(text) for text in MEETINGS[0]]
    times = [
        (3, "uker"),
        (2, "uker"),
        (30, "dager"),
        (0, "uker"),
        (6, "uker"),
        (60, "arbeidsdager"),
        (17, "dager"),
        (45, "arbeidsdager"),
        (0, "uker"),
        (1, "dager"),
        (10, "arbeidsdager"),
    ]
    assert len(times) == len(DEFAULT)
    own = {date(2027, 6, 1), date(2027, 5, 31)}

    def fill(book: Workbook) -> None:
        put_meetings(book, meetings)
        page, other = book[TEXT["sheet"]], book[TEXT["own"]["sheet"]]
        first = row_of(page, TEXT["steps"][0]["text"])
        for row, (time, unit) in enumerate(times, first):
            page.cell(row, 2).value, page.cell(row, 3).value = time, unit
        other.cell(row_of(other, TEXT["steps"][0]["text"]), 3).value = 9
        off = book[TEXTS["workbooks"]["days-off"]["sheet"]]
        row = row_of(off, TEXTS["workbooks"]["days-off"]["own"])
        for number, day in enumerate(sorted(own)):
            off.cell(row + number, 5 + number).value = day

    book = recalculated(fill)
    page = book[TEXT["sheet"]]
    first = row_of(page, TEXT["steps"][0]["text"])
    assert [page.cell(first + step, 4).value for step in (0, 4)] == [TEXT["theirs"], TEXT["theirs"]]
    for kommune, meeting in enumerate(meetings):
        wanted = [(9, "uker"), *times[1:]] if kommune == 1 else times
        assert dates(book, kommune) == expected(meeting, wanted, own)


def test_it_says_when_a_meeting_cannot_be_right(recalculated: Any) -> None:
    days: list[Any] = [date(2085, 5, 17), date(2085, 6, 20), date(2095, 6, 15), "16. juni"]
    days += [date(2085, 9, 12), date(2085, 12, 28), None, None]
    book = recalculated(lambda book: put_meetings(book, days))
    says = TEXT["check"]
    wanted = ("closed", "fine", "years", "date", "summer", "christmas")
    assert said(book)[:6] == [says[name] for name in wanted]
    assert not any(said(book)[6:])
    assert not any(dates(book, 7))


def said(book: Workbook) -> list[Any]:
    """What stands under each kommune's dates."""
    page = book[TEXT["sheet"]]
    return [cell.value for cell in columns(page, row_of(page, TEXT["check"]["title"]))]


def test_it_says_that_the_start_has_passed(recalculated: Any) -> None:
    book = recalculated(lambda book: put_meetings(book, [date(2021, 6, 16), *[None] * 7]))
    assert said(book)[0] == TEXT["check"]["past"]


def test_an_empty_row_spoils_no_date_and_a_period_is_passed_over(recalculated: Any) -> None:
    meeting = date(2085, 6, 20)

    def fill(book: Workbook) -> None:
        put_meetings(book, [meeting, *[None] * 7])
        page = book[TEXT["sheet"]]
        gone = row_of(page, TEXT["steps"][3]["text"])
        for cell in page[gone]:
            cell.value = None
        off = book[TEXTS["workbooks"]["days-off"]["sheet"]]
        row = row_of(off, TEXTS["workbooks"]["days-off"]["period"]["first"])
        off.cell(row, 2).value, off.cell(row + 1, 2).value = date(2085, 5, 28), date(2085, 6, 8)

    book = recalculated(fill)
    own = {date(2085, 5, 28) + timedelta(days=number) for number in range(12)}
    times = [(0, "uker") if step == 3 else one for step, one in enumerate(DEFAULT)]
    assert dates(book, 0) == expected(meeting, times, own)


def test_formulas_are_locked_without_a_password_and_what_is_written_is_open() -> None:
    book = load_workbook(BytesIO(timeline()))
    page = book[TEXT["sheet"]]
    first = row_of(page, TEXT["steps"][0]["text"])
    assert page.protection.sheet
    assert not page.protection.password
    meeting = columns(page, row_of(page, TEXT["meeting"]))[0]
    assert [cell.protection.locked for cell in (page.cell(first, 2), meeting)] == [False, False]
    assert page.cell(first, 5).protection.locked
    # A row that was set in or deleted changes how many there are.
    formula = columns(page, row_of(page, TEXT["check"]["title"]))[0].value
    assert f"ROWS(E{first}:E{first + len(DEFAULT)})<>{len(DEFAULT) + 1}" in formula


def test_deadlines_follow_the_years_fixed_points(recalculated: Any) -> None:
    words = TEXTS["workbooks"]["fixed-points"]

    def fill(book: Workbook) -> None:
        page = book[words["sheet"]]
        page.cell(row_of(page, "Planstrategien"), 3).value = date(2028, 2, 29)
        page.cell(row_of(page, "Evaluering og ny plan"), 3).value = date(2031, 12, 31)

    page = recalculated(fill)[words["sheet"]]
    assert page.cell(row_of(page, "Planstrategien"), 5).value == datetime(2029, 2, 28)
    assert page.cell(row_of(page, "Evaluering og ny plan"), 5).value == datetime(2030, 12, 31)
    assert not page.cell(row_of(page, "Budsjett og økonomiplan"), 5).value
