"""Adding a length of time to an instant under a counting convention."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final, Literal

from attrs import frozen
from dateutil.relativedelta import relativedelta

from claimrules.domain.types import ALWAYS, NEVER
from claimrules.domain.zones import day_start, local_date

Unit = Literal["minute", "hour", "day", "week", "month", "quarter", "year"]

_ELAPSED: Final = {"minute": 60_000_000, "hour": 3_600_000_000}
_DAYS: Final = {"day": 1, "week": 7}
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}


class Anchor(StrEnum):
    """What a period is counted from, which tells the day of it.

    An event's day is the one it falls on. The end of a day, or of another period, is the first instant after it: its
    day is the one just over. The first day of a period that follows another is the day after that one's last.
    """

    EVENT = "event"
    END_OF_DAY = "end of day"
    PERIOD = "period"

    def day(self, instant: int, zone: str) -> date:
        """Return the local day of the anchor."""
        return local_date(instant if self is Anchor.EVENT else instant - 1, zone)


#: The longest a period may be: 200 years, so that no date leaves the calendar.
LONGEST: Final = {
    "minute": 105_192_000, "hour": 1_753_200, "day": 73_050, "week": 10_435, "month": 2_400, "quarter": 800, "year": 200,
}  # fmt: skip


@frozen
class Convention:
    """How days and longer units are counted. Every option has a name in the policy language.

    Args:
        first_day: `excluded`: the day of the event is not counted; `included`: it is the first day.
        missing_day: `clamps`: a month end that the target month lacks becomes that month's last day.
        ends_at: `end_of_day`: the last day counts to its end.
        rolls: `never`: the last day stands, whatever day it is.
    """

    name: str
    title: str = ""
    first_day: str = "excluded"
    missing_day: str = "clamps"
    ends_at: str = "end_of_day"
    rolls: str = "never"
    citations: tuple[str, ...] = ()


#: The values each option may have, by its field.
OPTIONS: Final = {
    "first_day": ("excluded", "included"),
    "missing_day": ("clamps",),
    "ends_at": ("end_of_day",),
    "rolls": ("never",),
}


def _moved(day: date, length: int, unit: str) -> date:
    if unit in _DAYS:
        return day + timedelta(days=length * _DAYS[unit])
    return day + relativedelta(months=length * _MONTHS[unit])


def last_day(day: date, length: int, unit: str, convention: Convention, anchor: Anchor) -> date:
    """Return the last day of a period of days or longer that is counted from an anchor's day."""
    end = _moved(day, length, unit)
    is_first = convention.first_day == "included" and anchor is not Anchor.PERIOD
    return end - timedelta(days=1) if is_first else end


@lru_cache(maxsize=65_536)
def end_after(start: int, length: int, unit: str, convention: Convention, zone: str, anchor: Anchor) -> int:
    """Return the first instant after a period of `length` units that begins at `start`.

    Minutes and hours elapse on the instant. Longer units count local days of `zone` and end with a day. Total: always
    and never stay.
    """
    if start >= NEVER or start <= ALWAYS:
        return start
    if unit in _ELAPSED:
        return start + length * _ELAPSED[unit]
    last = last_day(anchor.day(start, zone), length, unit, convention, anchor)
    return day_start(last + timedelta(days=1), zone)


@lru_cache(maxsize=65_536)
def point_before(end: int, length: int, unit: str, zone: str, anchor: Anchor, *, day_end: bool) -> int:
    """Return the instant `length` units before `end`; for days and longer the start, or the end, of that local day."""
    if end >= NEVER or end <= ALWAYS:
        return end
    if unit in _ELAPSED:
        return end - length * _ELAPSED[unit]
    day = _moved(anchor.day(end, zone), -length, unit)
    return day_start(day + timedelta(days=1) if day_end else day, zone)
