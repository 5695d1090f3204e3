"""Days on which deadlines go wrong: ends of months, leap days, changes of the clock, days around holidays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from claimrules.domain.calendars import Calendar
from claimrules.domain.zones import day_start

_DAY: Final = 86_400_000_000
_ONE: Final = timedelta(days=1)
#: The years that days are taken from: two plain ones and a leap year, for which calendars are published.
YEARS: Final = (2026, 2027, 2028)
#: An ordinary Wednesday, ends of months of all lengths, a leap day and its neighbours, the turn of a year.
_ALWAYS: Final = (
    "2026-06-10", "2026-01-31", "2026-01-29", "2026-02-28", "2026-03-01", "2026-03-31", "2026-04-30", "2026-11-30",
    "2026-12-31", "2027-01-30", "2028-02-28", "2028-02-29", "2028-01-31", "2026-06-13", "2026-06-14",
)  # fmt: skip


@lru_cache(maxsize=256)
def notable_days(zone: str, calendars: tuple[Calendar, ...], dates: tuple[date, ...]) -> tuple[tuple[date, ...], ...]:
    """Return groups of days to try a ruleset on, the plainest first.

    Args:
        zone: its days of 23 and 25 hours are among them.
        calendars: their holidays are, each with the day before.
        dates: days that the ruleset names.
    """
    groups = (
        [date.fromisoformat(day) for day in _ALWAYS],
        [day + _ONE * near for day in dates for near in (0, -1, 1)],
        [day - _ONE * near for day in clock_changes(zone) for near in (0, 1)],
        [day - _ONE * near for calendar in calendars for day in _holidays(calendar) for near in (0, 1)],
    )
    return tuple(tuple(dict.fromkeys(group)) for group in groups if group)


@lru_cache(maxsize=64)
def clock_changes(zone: str) -> tuple[date, ...]:
    """Return the days that do not last 24 hours."""
    days = [date(YEARS[0], 1, 1) + _ONE * n for n in range(366 * len(YEARS))]
    return tuple(day for day in days if day_start(day + _ONE, zone) - day_start(day, zone) != _DAY)


def _holidays(calendar: Calendar) -> list[date]:
    if not calendar.place and not calendar.closed:
        return []
    days = [date(YEARS[0], 1, 1) + _ONE * n for n in range(366)]
    declared = [day for day, _ in calendar.closed]
    return [day for day in days if calendar.holiday(day)] + declared + [*calendar.opened, *calendar.worked]
