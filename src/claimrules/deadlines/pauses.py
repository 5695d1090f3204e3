"""Stopping the clock: a window closes later by as long as it stood still."""

from __future__ import annotations

from datetime import timedelta

from attrs import frozen

from claimrules.deadlines.counting import Terms, is_counted, moved, moved_elapsed
from claimrules.deadlines.ends import end_of, on_another_day
from claimrules.domain.calendars import Calendar
from claimrules.domain.instants import at_zone
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
        bound: the `start` or the `end` of the last day, instead of the close on it; nothing for the close.
    """

    terms: Terms
    is_inclusive: bool
    ends_its_day: bool
    is_elapsed: bool
    is_of_hours: bool
    bound: str = ""


@frozen(cache_hash=True)
class Paused:
    """A window and its pause, in instants: where it closes, opens, stops and goes on.

    Args:
        base: its close as further days are counted from it.
    """

    base: int
    closes: int
    opens: int
    begun: int
    over: int


def stood_still(paused: Paused) -> tuple[int, int] | None:
    """Return from when until when the clock stood still inside a window, or None if it did not."""
    begun = max(paused.begun, paused.opens)
    return (begun, paused.over) if begun < paused.closes and begun < paused.over else None


def paused_days(begun: int, resumed: int, pause: Pause, zone: str) -> int:
    """Return on how many local days the clock stood still; a day until whose end it did is one in any case."""
    runs_again = local_date(resumed, zone)
    is_at_the_end = pause.ends_its_day and resumed == day_start(runs_again, zone)
    if pause.is_inclusive and not is_at_the_end:
        runs_again += timedelta(days=1)
    return max((runs_again - local_date(begun, zone)).days, 0)


def end_after_pause(paused: Paused, pause: Pause, zone: str, calendar: Calendar) -> int:
    """Return when a window closes by its pause: never, while that lasts; always, if its clock did not stand still."""
    still, base = stood_still(paused), paused.base
    if still is None:
        return ALWAYS
    begun, over = still
    if not (is_counted(begun) and is_counted(over) and is_counted(base)):
        return NEVER
    if pause.is_elapsed:
        return _later_by(over - begun, base, pause, zone, calendar)
    days = paused_days(begun, over, pause, zone)
    return _days_later(days, base, pause, zone, calendar) if days else ALWAYS


def _days_later(days: int, base: int, pause: Pause, zone: str, calendar: Calendar) -> int:
    convention = pause.terms.convention
    is_at_its_clock = f"{at_zone(base, zone):%H:%M}" == convention.ends_at
    last = local_date(base if is_at_its_clock else base - 1, zone)
    day = last + timedelta(days=days)
    if pause.terms.rolls:
        day = moved(day, convention, calendar)
    return end_of(day, base, convention, zone, is_24=last < local_date(base, zone))


def _later_by(elapsed: int, base: int, pause: Pause, zone: str, calendar: Calendar) -> int:
    end = base + elapsed
    day, convention = local_date(end - 1, zone), pause.terms.convention
    if pause.terms.rolls:
        day = moved_elapsed(day, convention, calendar, is_of_hours=pause.is_of_hours)
    if pause.bound:
        return day_start(day + timedelta(days=pause.bound == "end"), zone)
    return on_another_day(end, day, zone)
