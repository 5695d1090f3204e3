"""From a last day to the instant a period ends: when the day is over, at a time of the clock, or after so many hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from claimrules.deadlines.conventions import Convention
from claimrules.domain.instants import at_zone, micros
from claimrules.domain.zones import day_start, local_date

_ONE: Final = timedelta(days=1)
_HOUR: Final = timedelta(hours=1)


def end_of(day: date, start: int, start_day: date, convention: Convention, zone: str) -> int:
    """Return the first instant after a last day, for a period that was counted from an instant of its day."""
    match convention.ends_at:
        case "end_of_day":
            return day_start(day + _ONE, zone)
        case "same_time" | "elapsed":
            return _at_same_time(day, start, start_day, zone)
        case clock:
            return at_clock(day, time.fromisoformat(clock), zone)


def on_another_day(end: int, day: date, zone: str) -> int:
    """Return the end of a period on another last day, at the same time of the clock."""
    last = local_date(end - 1, zone)
    return end if day == last else _at_same_time(day, end, last, zone)


def _at_same_time(day: date, instant: int, its_day: date, zone: str) -> int:
    """Return when a day's clock shows what it shows at an instant; at midnight a day is over, not begun."""
    if instant >= day_start(its_day + _ONE, zone):
        return day_start(day + _ONE, zone)
    return at_clock(day, at_zone(instant, zone).time(), zone)


def at_clock(day: date, clock: time, zone: str) -> int:
    """Return the instant at which the clocks of a zone show a time on a day.

    A time that clocks jump over is the instant of the jump; of a time that they show twice, it is the second.
    """
    here = ZoneInfo(zone)
    shown = datetime.combine(day, clock.replace(fold=0), tzinfo=here)
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
    local = at_zone(instant, zone)
    into = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    later = instant + (_HOUR - into) // timedelta(microseconds=1)
    shown = at_zone(later, zone)
    went_back = shown.replace(tzinfo=None) < local.replace(tzinfo=None) - into + _HOUR and shown.minute
    return next_full_hour(later, zone) if went_back else later
