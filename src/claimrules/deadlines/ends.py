"""From a last day to the instant a period ends: when the day is over, at a time of the clock, or after so many hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from claimrules.deadlines.conventions import Convention
from claimrules.domain.instants import at_zone, micros
from claimrules.domain.zones import day_start, local_date, zone_named

_HOUR: Final = timedelta(hours=1)


def end_of(day: date, start: int, convention: Convention, zone: str, *, is_24: bool = False) -> int:
    """Return the first instant after a last day, for a period that was counted from an instant.

    `is_24` says that the instant is midnight as 24:00 of the day just over: the same time of the last day is 24:00 too.
    """
    match convention.ends_at:
        case "end_of_day":
            return day_start(day + timedelta(days=1), zone)
        case "same_time" | "elapsed" if is_24:
            return day_start(day + timedelta(days=1), zone)
        case "same_time" | "elapsed":
            return at_clock(day, at_zone(start, zone).time(), zone)
        case clock:
            return at_clock(day, time.fromisoformat(clock), zone)


def on_another_day(end: int, day: date, zone: str) -> int:
    """Return the end of a period on another last day: when that is over, or else at the same time of the clock."""
    last = local_date(end - 1, zone)
    if day == last:
        return end
    is_over = end == day_start(last + timedelta(days=1), zone)
    return day_start(day + timedelta(days=1), zone) if is_over else at_clock(day, at_zone(end, zone).time(), zone)


def at_clock(day: date, clock: time, zone: str) -> int:
    """Return the instant at which the clocks of a zone show a time on a day.

    A time that clocks jump over is the instant of the jump; of a time that they show twice, it is the second.
    """
    here = zone_named(zone)
    shown = datetime.combine(day, clock, tzinfo=here)
    second = shown.replace(fold=1).astimezone(UTC)
    if second.astimezone(here).replace(tzinfo=None) == shown.replace(tzinfo=None):
        return micros(second)
    return _jump(shown, here)


def _jump(shown: datetime, here: ZoneInfo) -> int:
    """Return the instant at which clocks jump over a time, by halving the hours around it."""
    before, after = (micros(shown.replace(fold=fold).astimezone(UTC)) for fold in (1, 0))
    wanted = shown.replace(tzinfo=None)
    while after - before > 1:
        middle = (before + after) // 2
        local = at_zone(middle, here.key).replace(tzinfo=None)
        before, after = (middle, after) if local < wanted else (before, middle)
    return after


def next_full_hour(instant: int, zone: str) -> int:
    """Return when the hour after the one an instant lies in begins, by the clocks of a zone (Reg. 1182/71 art. 3(1))."""
    local = at_zone(instant, zone).replace(tzinfo=None)
    into = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    later = instant + (_HOUR - into) // timedelta(microseconds=1)
    shown = at_zone(later, zone).replace(tzinfo=None)
    is_set_back_within_the_hour = shown.minute > 0 and shown < local - into + _HOUR
    return next_full_hour(later, zone) if is_set_back_within_the_hour else later
