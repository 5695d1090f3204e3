"""Instants, local days, the clock on the wall, and moments, as naively as can be.

An instant is a whole number of microseconds since 1970-01-01T00:00Z, or plus or minus infinity: an event that has not
happened stands at infinity. A day is a proleptic ordinal, or infinite likewise.
"""

from __future__ import annotations

import math
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


@frozen
class Point:
    """A moment: where it opens a period, where it closes one, and what a period after it is counted from.

    Args:
        opening: the first instant inside a period that begins with it; hours are counted from it.
        closing: the first instant after a period that ends with it.
        day: its local day; for the end of a time, the day just over.
        is_period_end: a period ends with it, so the day after is the first of what follows.
        is_some_time: all that is said is that it lies within its day.
        is_told: it is an event or a written instant, so the clock's hour matters.
        ends_its_day: it is the end of a time, so at midnight its day is over.
    """

    opening: Instant
    closing: Instant
    day: Day
    is_period_end: bool = False
    is_some_time: bool = False
    is_told: bool = False
    ends_its_day: bool = False


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


@lru_cache(maxsize=100_000)
def wall(instant: int, zone: str) -> datetime:
    """Return what the clock on the wall shows."""
    return to_datetime(instant).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def clock(instant: int, zone: str) -> time:
    """Return the time of the day on the wall."""
    return wall(instant, zone).time()


def when_it_shows(day: int, shown: time, zone: str) -> int:
    """Return when the clock shows a time on a day: the second time if twice; if it jumps over it, when it jumps."""
    wanted = datetime.combine(date.fromordinal(day), shown)
    readings = [to_instant(wanted.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)) for fold in (0, 1)]
    showing = [instant for instant in readings if wall(instant, zone) == wanted]
    if showing:
        return max(showing)
    instant = min(readings) // MINUTE * MINUTE
    while wall(instant, zone) < wanted:
        instant += MINUTE
    return instant


def next_full_hour(instant: int, zone: str) -> int:
    """Return the next instant at which the clock shows a full hour, or jumps over one, found minute by minute."""
    instant, hour = instant // MINUTE * MINUTE + MINUTE, wall(instant, zone).replace(minute=0, second=0, microsecond=0)
    while clock(instant, zone).minute and wall(instant, zone) < hour + timedelta(hours=1):
        instant += MINUTE
    return instant


def day_point(day: Day, zone: str) -> Point:
    """Return a written day as a moment: it opens at its start and closes at its end."""
    return Point(day_start(day, zone), day_start(day + 1, zone), day, is_some_time=True, ends_its_day=True)


def event_point(instant: Instant, zone: str, *, is_end_of_day: bool = False, is_only_a_day: bool = False) -> Point:
    """Return when an event happens as a moment; one that ends a day belongs at midnight to the day just over."""
    day = local_day(instant - 1 if is_end_of_day else instant, zone)
    return Point(
        instant,
        instant,
        day,
        is_some_time=is_only_a_day,
        is_told=not (is_only_a_day or is_end_of_day),
        ends_its_day=is_end_of_day,
    )


def instant_point(instant: Instant, zone: str) -> Point:
    """Return the beginning of a window as a moment."""
    return Point(instant, instant, local_day(instant, zone))


def period_end(instant: Instant, zone: str) -> Point:
    """Return the end of a half-open period as a moment; its day is the one of the last instant inside."""
    return Point(instant, instant, local_day(instant - 1, zone), is_period_end=True, ends_its_day=True)


def extreme(points: list[Point], *, is_latest: bool) -> Point:
    """Return the latest or earliest of moments, in each of their readings."""
    pick = max if is_latest else min
    opening, closing = pick(p.opening for p in points), pick(p.closing for p in points)
    return Point(opening, closing, pick(p.day for p in points), ends_its_day=all(p.ends_its_day for p in points))
