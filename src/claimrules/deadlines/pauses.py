"""Stopping the clock: a window closes later by as long as it stood still."""

from __future__ import annotations

from datetime import timedelta

from attrs import frozen

from claimrules.deadlines.counting import Terms, is_counted, moved
from claimrules.deadlines.ends import end_of
from claimrules.domain.calendars import Calendar
from claimrules.domain.instants import at_zone
from claimrules.domain.types import NEVER
from claimrules.domain.zones import local_date


@frozen(cache_hash=True)
class Pause:
    """How a pause is counted.

    Args:
        terms: the convention, and whether the new last day rolls.
        is_inclusive: the day on which the clock runs again counts as paused too.
        ends_its_day: the pause ends with a day, not during one.
        is_elapsed: what is paused elapses on the instant, so the pause does.
    """

    terms: Terms
    is_inclusive: bool
    ends_its_day: bool
    is_elapsed: bool


def stood_still(closes: int, opens: int, paused: int, resumed: int) -> tuple[int, int] | None:
    """Return from when until when the clock stood still inside a window, or None if it did not."""
    begun = max(paused, opens)
    return (begun, resumed) if begun < closes and begun < resumed else None


def paused_days(begun: int, resumed: int, pause: Pause, zone: str) -> int:
    """Return on how many local days the clock stood still."""
    runs_again = local_date(resumed, zone)
    if pause.is_inclusive and not pause.ends_its_day:
        runs_again += timedelta(days=1)
    return max((runs_again - local_date(begun, zone)).days, 0)


def end_after_pause(
    closes: int, opens: int, paused: int, resumed: int, pause: Pause, zone: str, calendar: Calendar
) -> int:
    """Return when a window closes after its clock stood still; never, while it does. Never earlier than `closes`."""
    still = stood_still(closes, opens, paused, resumed)
    if still is None:
        return closes
    begun, resumed = still
    if not (is_counted(begun) and is_counted(resumed) and is_counted(closes)):
        return NEVER
    if pause.is_elapsed:
        return closes + (resumed - begun)
    is_at_its_clock = f"{at_zone(closes, zone):%H:%M}" == pause.terms.convention.ends_at
    closed_on = local_date(closes if is_at_its_clock else closes - 1, zone)
    last = closed_on + timedelta(days=paused_days(begun, resumed, pause, zone))
    convention = pause.terms.convention
    day = moved(last, convention, calendar) if pause.terms.rolls else last
    return max(closes, end_of(day, closes, convention, zone, is_24=closed_on < local_date(closes, zone)))
