"""Counting: an instant and a period to the instant it ends, under a convention, in a zone, on a calendar."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from attrs import evolve, frozen

from claimrules.deadlines.conventions import Convention
from claimrules.deadlines.days import Start, business_day, business_days, last_day, start_of
from claimrules.deadlines.ends import end_of, next_full_hour, on_another_day
from claimrules.deadlines.periods import ELAPSED, Anchor, Period
from claimrules.deadlines.rest import rolled, why_no_business_day
from claimrules.domain.calendars import Calendar
from claimrules.domain.types import ALWAYS, NEVER
from claimrules.domain.zones import day_start, local_date

#: Instants from the year 600 to the year 9000 are counted from; beyond them is always and never.
_LAST: Final = 221_845_392_000_000_000
_FIRST: Final = -43_233_004_800_000_000
_A_DAY: Final = ELAPSED["24-hour day"]


@frozen(cache_hash=True)
class Terms:
    """What a period is counted under.

    Args:
        convention: its options.
        anchor: what it is counted from.
        rolls: whether its last day may move; without, the end is the nominal one.
    """

    convention: Convention
    anchor: Anchor = Anchor.EVENT
    rolls: bool = True


@frozen
class Count:
    """A period of days as it was counted: where it starts, its last day as counted, with enough working days, as moved."""

    start: Start
    nominal: date
    filled: date
    effective: date


def is_counted(instant: int) -> bool:
    """Tell whether an instant can be counted from: always, never and what lies beyond the calendar cannot."""
    return _FIRST <= instant < _LAST


def counts_hours(period: Period, convention: Convention) -> bool:
    """Tell whether a period elapses on the instant, without days."""
    return period.is_elapsed or (convention.ends_at == "elapsed" and not period.months and not period.has_business_days)


def days_looked_up(period: Period, convention: Convention, *, is_before: bool = False, rolls: bool = True) -> set[str]:
    """Return the kinds of days (`holiday`, …) that a period under a convention has to look up in a calendar."""
    moves = convention.backward_roll if is_before else convention.hours_roll if period.is_elapsed else convention.rolls
    names = set(convention.rolls_on) if rolls and moves != "never" else set()
    fills = rolls and not is_before and convention.least_working_days and not period.is_elapsed
    return names | set(convention.business_days) if period.has_business_days or fills else names


def count(start: int, period: Period, terms: Terms, zone: str, calendar: Calendar) -> Count:
    """Return the days of a period of days or longer units."""
    convention = terms.convention
    begun = start_of(start, terms.anchor, convention, zone)
    nominal = last_day(begun, period, convention, calendar)
    if not terms.rolls:
        return Count(begun, nominal, nominal, nominal)
    filled = _filled(begun.first, nominal, period, convention, calendar)
    return Count(begun, nominal, filled, moved(filled, convention, calendar))


def moved(day: date, convention: Convention, calendar: Calendar) -> date:
    """Return where a last day rolls to."""
    if convention.rolls == "never":
        return day
    return rolled(day, convention, calendar, step=1 if convention.rolls == "forward" else -1)


def _filled(first: date, last: date, period: Period, convention: Convention, calendar: Calendar) -> date:
    """Return the last day, or the first later one by which there are enough working days (Reg. 1182/71 art. 3(5))."""
    least = convention.least_working_days
    if not least or (period.days < convention.least_from_days and not period.months):  # business days are no days
        return last
    for found, day in enumerate(business_days(first, convention, calendar), start=1):
        if found >= least:
            return max(day, last)
    return last


@lru_cache(maxsize=65_536)
def end_after(start: int, period: Period, terms: Terms, zone: str, calendar: Calendar) -> int:
    """Return the first instant after a period that is counted from `start`. Total: always and never stay.

    Minutes and hours elapse on the instant; longer units count local days of `zone`.
    """
    if not is_counted(start):
        return NEVER if start > 0 else ALWAYS
    if counts_hours(period, terms.convention):
        return _hours_after(start, period, terms, zone, calendar)
    counted = count(start, period, terms, zone, calendar)
    return end_of(counted.effective, start, terms.convention, zone, is_24=_is_24(start, counted.start, terms, zone))


def _is_24(start: int, begun: Start, terms: Terms, zone: str) -> bool:
    """Tell whether an anchor is midnight as the end of a day, not as its beginning: counting starts with a whole day."""
    is_first_midnight = terms.convention.first_day == "excluded_unless_midnight" and terms.anchor.may_be_midnight
    return (is_first_midnight and begun.is_whole) or begun.day < local_date(start, zone)


def hour_start(start: int, period: Period, terms: Terms, zone: str) -> int:
    """Return the instant from which a period elapses."""
    skips_hour = terms.convention.hours == "after_event_hour" and terms.anchor is Anchor.EVENT and period.is_elapsed
    return next_full_hour(start, zone) if skips_hour else start


def elapsed_end(start: int, period: Period, terms: Terms, zone: str) -> int:
    """Return the nominal end of a period that elapses on the instant."""
    return hour_start(start, period, terms, zone) + period.elapsed + period.days * _A_DAY


def _hours_after(start: int, period: Period, terms: Terms, zone: str, calendar: Calendar) -> int:
    end = elapsed_end(start, period, terms, zone)
    return on_another_day(end, elapsed_day(start, period, terms, zone, calendar), zone)


def elapsed_day(start: int, period: Period, terms: Terms, zone: str, calendar: Calendar) -> date:
    """Return the last day of a period that elapses on the instant, as moved."""
    last = local_date(elapsed_end(start, period, terms, zone) - 1, zone)
    if not terms.rolls:
        return last
    if not period.is_elapsed:
        first = start_of(start, terms.anchor, terms.convention, zone).first
        last = _filled(first, last, period, terms.convention, calendar)
    return moved_elapsed(last, terms.convention, calendar, is_of_hours=period.is_elapsed)


def moved_elapsed(day: date, convention: Convention, calendar: Calendar, *, is_of_hours: bool) -> date:
    """Return where the last day of a period rolls to that elapses; one of hours does if hours roll, and forward."""
    if not is_of_hours:
        return moved(day, convention, calendar)
    return day if convention.hours_roll == "never" else rolled(day, convention, calendar, step=1)


@lru_cache(maxsize=65_536)
def point_before(end: int, period: Period, terms: Terms, zone: str, calendar: Calendar, *, day_end: bool) -> int:
    """Return the instant a period before `end`; for days and longer the start, or the end, of that local day.

    The day of `end` is not counted; months that lack the day clamp, or round up where the convention does.
    """
    if not is_counted(end):
        return NEVER if end > 0 else ALWAYS
    if period.is_elapsed:
        return end - period.elapsed
    day = day_before(end, period, terms, zone, calendar, is_limit=day_end)
    return day_start(day + timedelta(days=1) if day_end else day, zone)


def day_before(end: int, period: Period, terms: Terms, zone: str, calendar: Calendar, *, is_limit: bool) -> date:
    """Return the local day that lies a period before an instant; as a limit, the last one on which to act."""
    convention = terms.convention
    day = terms.anchor.day(end, zone)
    if period.has_business_days:
        day = business_day(day - timedelta(days=1), period.business_days, convention, calendar, step=-1)
    else:
        day = _calendar_day_before(day, period, convention, calendar)
    if is_limit and convention.backward_ends == "day_before":
        day -= timedelta(days=1)
    if convention.backward_roll == "never" or not terms.rolls:
        return day
    return rolled(day, convention, calendar, step=1 if convention.backward_roll == "later" else -1)


def _calendar_day_before(day: date, period: Period, convention: Convention, calendar: Calendar) -> date:
    """Return the day whose period forwards, counted by the same convention but from its end, begins with `day`."""
    shift = timedelta(days=1 if convention.months_end == "day_before" else 0)
    back = evolve(convention, months_end="same_day", compound="months_first")
    start = Start(day - shift, day - shift + timedelta(days=1), is_whole=False)
    return last_day(start, _negative(period), back, calendar) + shift


def _negative(period: Period) -> Period:
    return Period(tuple((-length, unit) for length, unit in period.parts))


def working_days(first: date, last: date, convention: Convention, calendar: Calendar) -> int:
    """Return how many days from the first to the last, both included, are business days."""
    days = range((last - first).days + 1)
    return sum(not why_no_business_day(first + timedelta(days=n), convention, calendar) for n in days)
