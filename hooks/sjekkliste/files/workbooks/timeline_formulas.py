"""Where what stands in the timeline, and how its dates are computed."""

from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from .book import WORDS
from .days_off import DAYS_OFF, YEARS

TEXT = WORDS["timeline"]
STEPS = TEXT["steps"]
KOMMUNER = 8
LEAD, UNIT, BASIS, FIRST = 1, 2, 3, 4
EARLIEST = FIRST + KOMMUNER
HEADER = len(TEXT["how"]) + 2
MEETING = HEADER + 1
START = MEETING + 1
END = START + len(STEPS)
"""The row of the meeting itself, after the steps."""
MEETINGS = xl_range_abs(MEETING, FIRST, MEETING, EARLIEST - 1)
OWN_HEADER = 2


def step_formula(row: int, column: int) -> str:
    """The step's date: the lead time before the step below, on a working day."""
    letter, own = xl_col_to_name(column), xl_col_to_name(column - FIRST + 1)
    units = TEXT["units"]
    common, unit, after = f"$B{row + 1}", f"$C{row + 1}", f"{letter}{row + 2}"
    own_cell = f"'{TEXT['own']['sheet']}'!{own}{row - START + OWN_HEADER + 2}"
    time = f'IF({own_cell}="",{common},{own_cell})'
    by_calendar = f'WORKDAY({after}-{time}*IF({unit}="{units["week"]}",7,1)+1,-1,{DAYS_OFF})'
    by_working_days = f"WORKDAY({after},-{time},{DAYS_OFF})"
    date = f'IF({unit}="{units["working"]}",{by_working_days},{by_calendar})'
    return f'=IF(ISNUMBER({letter}${MEETING + 1}),{date},"")'


def check_formula(meeting: str, first: str) -> str:
    """Words on what is wrong: no date, a day off, or years whose days off are not known here."""
    says = TEXT["check"]
    years = f"OR(YEAR({first})<MIN({YEARS}),YEAR({meeting})>MAX({YEARS}))"
    working = f"WORKDAY({meeting}+1,-1,{DAYS_OFF})"
    return (
        f'=IF({meeting}="","",IF(NOT(ISNUMBER({meeting})),"{says["date"]}",IF(ISERROR({first}),"{says["time"]}",'
        f'IF({years},"{says["years"]}",IF({working}<>INT({meeting}),"{says["closed"]}","{says["fine"]}")))))'
    )
