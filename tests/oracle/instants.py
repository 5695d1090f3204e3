"""Instants, local days and moments, counted as naively as can be.

An instant is a whole number of microseconds since 1970-01-01T00:00Z, or plus or minus infinity: an event that has not
happened stands at infinity. A day is a proleptic ordinal, or infinite likewise.
"""

from __future__ import annotations

import math
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from attrs import frozen

Instant = int | float
Day = int | float

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
SECOND: Final = 1_000_000
MINUTE: Final = 60 * SECOND
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR
#: Infinity: never, as a moment that does not come.
NEVER: Final = math.inf
#: Minus infinity: always, as a beginning before all instants.
ALWAYS: Final = -math.inf

_MICROSECOND: Final = timedelta(microseconds=1)
_DAYS: Final = {"day": 1, "week": 7}
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}


@frozen
class Point:
    """A moment: where it opens a period, where it closes one, and the local day that days are counted from.

    Args:
        opening: the first instant inside a period that begins with it.
        closing: the first instant after a period that ends with it.
        day: its local day; for the end of a period, that period's last day.
        is_period_end: a period ends with it, so the day after is the first of what follows.
    """

    opening: Instant
    closing: Instant
    day: Day
    is_period_end: bool = False


def to_instant(moment: datetime) -> int:
    """Return an aware datetime as an instant."""
    return (moment - EPOCH) // _MICROSECOND


def to_datetime(instant: Instant) -> datetime:
    """Return a finite instant as a datetime in UTC."""
    return EPOCH + timedelta(microseconds=int(instant))


@lru_cache(maxsize=100_000)
def local_day(instant: Instant, zone: str) -> Day:
    """Return the day on the wall at an instant."""
    if isinstance(instant, float):
        return instant
    return to_datetime(instant).astimezone(ZoneInfo(zone)).toordinal()


@lru_cache(maxsize=100_000)
def day_start(day: Day, zone: str) -> Instant:
    """Return the first instant of a local day, found by walking minute by minute from where midnight should be."""
    if isinstance(day, float):
        return day
    instant = to_instant(datetime.combine(date.fromordinal(day), time(), tzinfo=ZoneInfo(zone)).astimezone(UTC))
    while local_day(instant - MINUTE, zone) >= day:
        instant -= MINUTE
    while local_day(instant, zone) < day:
        instant += MINUTE
    return instant


def day_point(day: Day, zone: str) -> Point:
    """Return a day as a moment: it opens at its start and closes at its end."""
    return Point(day_start(day, zone), day_start(day + 1, zone), day)


def event_point(instant: Instant, zone: str, *, is_end_of_day: bool = False) -> Point:
    """Return when an event happens as a moment; one that ends a day belongs at midnight to the day just over."""
    return Point(instant, instant, local_day(instant - 1 if is_end_of_day else instant, zone))


def period_end(instant: Instant, zone: str) -> Point:
    """Return the end of a half-open period as a moment; its day is the one of the last instant inside."""
    return Point(instant, instant, local_day(instant - 1, zone), is_period_end=True)


def move(day: Day, length: int, unit: str) -> Day:
    """Return the day so many units later; a day that the target month lacks becomes the last of that month."""
    if isinstance(day, float):
        return day
    if unit in _DAYS:
        return day + length * _DAYS[unit]
    start = date.fromordinal(day)
    year, month0 = divmod(start.year * 12 + start.month - 1 + length * _MONTHS[unit], 12)
    last_of_month = monthrange(year, month0 + 1)[1]
    return date(year, month0 + 1, min(start.day, last_of_month)).toordinal()


def after(point: Point, length: int, unit: str, zone: str, *, counts_first_day: bool) -> Point:
    """Return the moment `length` units after a moment.

    Minutes and hours elapse. Days and longer units end with the last local day. The day counted from is not one of the
    period's days; with `counts_first_day` it is, unless a period ended with it: then the day after is the first.
    """
    if unit in {"minute", "hour"}:
        elapsed = length * (MINUTE if unit == "minute" else HOUR)
        return period_end(point.opening + elapsed, zone)
    if counts_first_day and unit in _MONTHS and length:
        first = point.day + point.is_period_end
        target = move(first, length, unit)
        has_day = isinstance(first, float) or date.fromordinal(int(target)).day == date.fromordinal(int(first)).day
        return period_end(day_start(target if has_day else target + 1, zone), zone)
    last = move(point.day, length, unit)
    if counts_first_day and not point.is_period_end:
        last -= 1
    return period_end(day_start(last + 1, zone), zone)


def before(point: Point, length: int, unit: str, zone: str) -> Point:
    """Return the moment `length` units before a moment; of days and longer units, that whole local day."""
    if unit in {"minute", "hour"}:
        elapsed = length * (MINUTE if unit == "minute" else HOUR)
        return event_point(point.opening - elapsed, zone)
    return day_point(move(point.day, -length, unit), zone)


def extreme(points: list[Point], *, is_latest: bool) -> Point:
    """Return the latest or earliest of moments, in each of their readings."""
    pick = max if is_latest else min
    by_day = pick(points, key=lambda point: (point.day, point.is_period_end))
    opening, closing = pick(p.opening for p in points), pick(p.closing for p in points)
    return Point(opening, closing, by_day.day, by_day.is_period_end)
