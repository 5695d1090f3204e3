"""Time zones of the `tzdata` package, and their local days as instants; a day's first instant is not always 00:00."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class PackagedZone(ZoneInfo):
    """A time zone as the `tzdata` package has it, whatever the computer's own files say."""

    def __reduce__(self) -> tuple[Callable[[str], ZoneInfo], tuple[str]]:
        """Copy and pickle by name: what was read from a file could not be otherwise."""
        return zone_named, (self.key,)


@cache
def zone_names() -> frozenset[str]:
    """Return the name of every time zone of the IANA data base, aliases included."""
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="ascii").split())


def is_zone(name: str) -> bool:
    """Tell whether `name` is a time zone of the IANA data base."""
    return name in zone_names()


@cache
def zone_named(name: str) -> ZoneInfo:
    """Return a time zone. Its data come from the `tzdata` package alone, so that no answer depends on the computer.

    Raises:
        ValueError: there is none of this name.
    """
    if not is_zone(name):
        raise ValueError(f"there is no time zone {name!r}")
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return PackagedZone.from_file(file, key=name)


def _local(instant: int, zone: str) -> datetime:
    return (_EPOCH + instant * _MICROSECOND).astimezone(zone_named(zone))


def local_date(instant: int, zone: str) -> date:
    """Return the date on the wall in `zone` at an instant (microseconds since 1970-01-01T00:00Z)."""
    return _local(instant, zone).date()


@lru_cache(maxsize=65_536)
def day_start(day: date, zone: str) -> int:
    """Return the first instant at which the date in `zone` is `day` or later.

    Clocks that jump over midnight, and days that a zone skipped (Apia, 30 December 2011), are met by looking for the
    jump itself.
    """
    midnight = datetime.combine(day, time(), tzinfo=zone_named(zone))
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
