"""Lengths of time: what their units are, and the day of the same number in another month."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any, Final

from tests.oracle.instants import DAY, HOUR, MINUTE, Day

HOURS: Final = {"minute": MINUTE, "hour": HOUR, "24-hour day": DAY}
DAYS: Final = {"day": 1, "week": 7, "half-month": 15}
MONTHS: Final = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


def move(day: Day, length: int, unit: str) -> Day:
    """Return the day about so many units later."""
    if unit in MONTHS:
        return same_number(day, length * MONTHS[unit]) or last_of_month(day, length * MONTHS[unit])
    return day + length * DAYS.get(unit, 1)


def total(duration: Any, units: dict[str, int]) -> int:
    """Return how much of a length is said in some units."""
    return sum(length * units[unit] for length, unit in duration.period.parts if unit in units)


def elapses(duration: Any) -> bool:
    """Tell whether a length is one of hours."""
    return all(unit in HOURS for _, unit in duration.period.parts)


def is_of_months(duration: Any) -> bool:
    """Tell whether a length has months in it."""
    return total(duration, MONTHS) > 0


def is_of_business_days(duration: Any) -> bool:
    """Tell whether a length is one of business days."""
    return duration.period.parts[0][1] == "business day"


def _month_of(day: Day, months: int) -> tuple[int, int]:
    start = date.fromordinal(int(day))
    year, month0 = divmod(start.year * 12 + start.month - 1 + months, 12)
    return year, month0 + 1


def same_number(day: Day, months: int) -> int | None:
    """Return the day of the same number so many months later, if that month has one."""
    year, month = _month_of(day, months)
    number = date.fromordinal(int(day)).day
    return date(year, month, number).toordinal() if number <= monthrange(year, month)[1] else None


def last_of_month(day: Day, months: int) -> int:
    """Return the last day of the month so many months later."""
    year, month = _month_of(day, months)
    return date(year, month, monthrange(year, month)[1]).toordinal()
