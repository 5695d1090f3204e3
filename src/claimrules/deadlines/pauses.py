"""Stopping the clock: a window closes later by as long as it stood still."""

from __future__ import annotations

from datetime import timedelta

from attrs import frozen

from claimrules.deadlines.counting import Terms, is_counted, moved, moved_elapsed
from claimrules.deadlines.ends import on_another_day
from claimrules.domain.calendars import Calendar
from claimrules.domain.types import ALWAYS, NEVER
from claimrules.domain.zones import day_start, local_date


@frozen(cache_hash=True)
class Pause:
    """How a pause is counted.

    Args:
        terms: the convention, and whether the new last day rolls.
        is_inclusive: the day on which the clock runs again counts as paused too.
        ends_its_day: the pause ends with a day, not during one.
        is_elapsed: what is paused elapses on the instant, so the pause does.
        is_of_hours: it is a period of hours, which move off days of rest only if hours do.
    """

    terms: Terms
    is_inclusive: bool
    ends_its_day: bool
    is_elapsed: bool
    is_of_hours: bool


def stood_still(closes: int, opens: int, paused: int, resumed: int) -> tuple[int, int] | None:
    """Return from when until when the clock stood still inside a window, or None if it did not."""
    begun = max(paused, opens)
    return (begun, resumed) if begun < closes and begun < resumed else None


def paused_days(begun: int, resumed: int, pause: Pause, zone: str) -> int:
    """Return on how many local days the clock stood still; a day until whose end it did is one in any case."""
    runs_again = local_date(resumed, zone)
    is_at_the_end = pause.ends_its_day and resumed == day_start(runs_again, zone)
    if pause.is_inclusive and not is_at_the_end:
        runs_again += timedelta(days=1)
    return max((runs_again - local_date(begun, zone)).days, 0)


def end_after_pause(
    base: int, closes: int, opens: int, paused: int, resumed: int, pause: Pause, zone: str, calendar: Calendar
) -> int:
    """Return when a window closes by its pause: never, while that lasts; always, if its clock did not stand still.

    Args:
        base: its close as further days are counted from it.
        closes: its close.
        opens: its opening.
        paused, resumed: when the pause begins and ends.
        pause: how it is counted.
        zone: where days begin and end.
        calendar: whose holidays count.
    """
    still = stood_still(closes, opens, paused, resumed)
    if still is None:
        return ALWAYS
    begun, resumed = still
    if not (is_counted(begun) and is_counted(resumed) and is_counted(base)):
        return NEVER
    convention = pause.terms.convention
    if not pause.is_elapsed:
        last = local_date(base - 1, zone) + timedelta(days=paused_days(begun, resumed, pause, zone))
        return on_another_day(base, moved(last, convention, calendar) if pause.terms.rolls else last, zone)
    end = base + (resumed - begun)
    if not pause.terms.rolls:
        return end
    last = local_date(end - 1, zone)
    return on_another_day(end, moved_elapsed(last, convention, calendar, is_of_hours=pause.is_of_hours), zone)
