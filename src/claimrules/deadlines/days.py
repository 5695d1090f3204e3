"""From the day of an event to the last day of a period: the first day counted, days, months, business days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from attrs import frozen
from dateutil.relativedelta import relativedelta

from claimrules.deadlines.conventions import Convention
from claimrules.deadlines.periods import Anchor, Period
from claimrules.deadlines.rest import LONGEST_REST, why_no_business_day
from claimrules.domain.calendars import Calendar
from claimrules.domain.zones import day_start

_ONE = timedelta(days=1)


@frozen
class Start:
    """Where counting starts.

    Args:
        day: the day of the event.
        first: the first day counted.
        is_whole: counting starts with the beginning of `first`, not during the day before it.
    """

    day: date
    first: date
    is_whole: bool


def start_of(instant: int, anchor: Anchor, convention: Convention, zone: str) -> Start:
    """Return where counting starts from an anchor at an instant."""
    day = anchor.day(instant, zone)
    if anchor is Anchor.PERIOD:
        return Start(day, day + _ONE, is_whole=convention.first_day != "excluded")
    is_midnight = anchor.may_be_midnight and instant == day_start(day, zone)
    if convention.first_day == "included" or (convention.first_day == "excluded_unless_midnight" and is_midnight):
        return Start(day, day, is_whole=True)
    return Start(day, day + _ONE, is_whole=False)


def last_day(start: Start, period: Period, convention: Convention, calendar: Calendar) -> date:
    """Return the nominal last day of a period of days or longer units.

    Months are added once, all together, to the day counting starts from (Catala, ESOP 2024: stepwise addition differs).
    """
    if period.has_business_days:
        return business_day(start.first, period.business_days, convention, calendar)
    if convention.compound == "days_first":
        days = timedelta(days=period.days)
        return after_months(Start(start.day + days, start.first + days, start.is_whole), period.months, convention)
    return after_months(start, period.months, convention) + timedelta(days=period.days)


def after_months(start: Start, months: int, convention: Convention) -> date:
    """Return the last day of so many months; the day before the first one counted when there is none."""
    if months == 0:
        return start.first - _ONE
    if start.is_whole or convention.months_end == "day_before":
        target = corresponding(start.first, months)
        return target - _ONE if target.day == start.first.day else target
    target = corresponding(start.day, months)
    return target + _ONE if target.day != start.day.day and convention.missing_day == "rounds_up" else target


def corresponding(day: date, months: int) -> date:
    """Return the day of the same number so many months on, or that month's last where it has none."""
    return day + relativedelta(months=months)


def business_day(first: date, count: int, convention: Convention, calendar: Calendar, *, step: int = 1) -> date:
    """Return the business day of a number from a day on, backwards with step -1; the day before that day for none.

    Where there are not so many, the day ten years after the last one: no period ends before it starts.
    """
    if not count:
        return first - timedelta(days=step)
    found = list(islice(business_days(first, convention, calendar, step=step), count))
    if len(found) == count:
        return found[-1]
    return (found[-1] if found else first) + timedelta(days=step * LONGEST_REST)


def business_days(first: date, convention: Convention, calendar: Calendar, *, step: int = 1) -> Iterator[date]:
    """Yield the business days from a day on, backwards with step -1; gives up after ten years without one."""
    day, barren = first, 0
    while barren < LONGEST_REST:
        if why_no_business_day(day, convention, calendar):
            barren += 1
        else:
            barren = 0
            yield day
        day += timedelta(days=step)
