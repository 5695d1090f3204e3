"""Local days of a time zone, as instants. A day begins at its first instant, which is not always 00:00."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def is_zone(name: str) -> bool:
    """Tell whether `name` is a time zone of the IANA data base."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _local(instant: int, zone: str) -> datetime:
    return (_EPOCH + instant * _MICROSECOND).astimezone(_zone(zone))


def local_date(instant: int, zone: str) -> date:
    """Return the date on the wall in `zone` at an instant (microseconds since 1970-01-01T00:00Z)."""
    return _local(instant, zone).date()


@lru_cache(maxsize=65_536)
def day_start(day: date, zone: str) -> int:
    """Return the first instant at which the date in `zone` is `day` or later.

    Clocks that jump over midnight, and days that a zone skipped (Apia, 30 December 2011), are met by looking for the
    jump itself.
    """
    midnight = datetime.combine(day, time(), tzinfo=_zone(zone))
    instant = (midnight.astimezone(UTC) - _EPOCH) // _MICROSECOND
    if _local(instant, zone).replace(tzinfo=None) == datetime.combine(day, time()):
        return instant
    return _first_at_or_after(day, zone, instant)


def _first_at_or_after(day: date, zone: str, near: int) -> int:
    step = 26 * 3_600_000_000
    before, after = near - step, near + step
    while after - before > 1:
        middle = (before + after) // 2
        if local_date(middle, zone) >= day:
            after = middle
        else:
            before = middle
    return after
