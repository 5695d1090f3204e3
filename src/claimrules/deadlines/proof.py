"""The same counting in words: each step of a period, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from claimrules.deadlines.conventions import Convention
from claimrules.deadlines.counting import (
    Count,
    Terms,
    count,
    counts_hours,
    day_before,
    end_after,
    hour_start,
    is_counted,
    working_days,
)
from claimrules.deadlines.days import Start, corresponding
from claimrules.deadlines.pauses import Pause, Paused, end_after_pause, paused_days, stood_still
from claimrules.deadlines.periods import Anchor, Period
from claimrules.deadlines.rest import why_at_rest, why_no_business_day
from claimrules.domain.calendars import Calendar, holidays_version
from claimrules.domain.derivation import Step, step
from claimrules.domain.instants import at_zone
from claimrules.domain.types import ALWAYS, NEVER
from claimrules.domain.zones import day_start
from claimrules.speech.phrases import WEEKDAYS, message, name_of, phrase, phrase_many, say_all, say_month

#: Each unit of a length, for one and for more.
LENGTHS: Final[dict[str, tuple[str, str]]] = {
    "minute": message("{number} minute", "{number} minutes"),
    "hour": message("{number} hour", "{number} hours"),
    "24-hour day": message("{number} 24-hour day", "{number} 24-hour days"),
    "day": message("{number} day", "{number} days"),
    "business day": message("{number} business day", "{number} business days"),
    "week": message("{number} week", "{number} weeks"),
    "half-month": message("{number} half-month", "{number} half-months"),
    "month": message("{number} month", "{number} months"),
    "quarter": message("{number} quarter", "{number} quarters"),
    "half-year": message("{number} half-year", "{number} half-years"),
    "year": message("{number} year", "{number} years"),
}
_ONE = timedelta(days=1)
#: So many days of rest are named; more would bury the rest of the proof.
_MOST_SHOWN = 30
_MONTHS_BEFORE = ("same_number", "before_corresponding")


def after_in_words(start: int, period: Period, terms: Terms, zone: str, calendar: Calendar) -> tuple[Step, ...]:
    """Return how the end of a period is found; nothing for one that does not begin."""
    if not is_counted(start):
        return ()
    convention = terms.convention
    begun = step("counts", period=period_words(period), convention=convention.title or convention.name)
    if counts_hours(period, convention):
        return (begun, *_hours(start, period, terms, zone, calendar))
    counted = count(start, period, terms, zone, calendar)
    return (begun, *_days(start, counted, period, terms, zone, calendar))


def _hours(start: int, period: Period, terms: Terms, zone: str, calendar: Calendar) -> Iterator[Step]:
    convention = terms.convention
    from_instant = hour_start(start, period, terms, zone)
    kind = "elapses" if from_instant == start else "event_hour"
    option = "hours" if period.is_elapsed else "ends_at"
    yield step(kind, convention.citations(option), start=shown(from_instant, zone))
    end = end_after(start, period, terms, zone, calendar)
    yield step("elapsed", instant=shown(end, zone))


def _days(start: int, counted: Count, period: Period, terms: Terms, zone: str, calendar: Calendar) -> Iterator[Step]:
    convention = terms.convention
    yield _first_day(counted.start, terms)
    if period.has_business_days:
        yield from _business_days(counted, convention, calendar)
    elif period.months:
        yield from _months(counted, period, convention)
    else:
        yield step("nominal", day=counted.nominal)
    if terms.rolls:
        yield from _enough(counted, convention, calendar)
        yield from _rolling(counted.filled, counted.effective, convention, calendar)
    end = end_after(start, period, terms, zone, calendar)
    yield from _end(counted.effective, end, convention, zone)


def _first_day(start: Start, terms: Terms) -> Step:
    day, first = start.day, start.first
    cites = terms.convention.citations("first_day")
    if terms.anchor is Anchor.PERIOD:
        return step("follows_period", cites, day=day, first=first)
    if start.first != start.day:
        return step("first_excluded", cites, day=day, first=first)
    is_midnight = terms.convention.first_day == "excluded_unless_midnight"
    return step("midnight" if is_midnight else "first_included", cites, day=day)


def _months(counted: Count, period: Period, convention: Convention) -> Iterator[Step]:
    days_first = convention.compound == "days_first" and period.days
    shift = timedelta(days=period.days if days_first else 0)
    begun = Start(counted.start.day + shift, counted.start.first + shift, counted.start.is_whole)
    if days_first:
        yield step("days_first", convention.citations("compound"), days=period.days, day=begun.day)
    last = counted.nominal - (timedelta(0) if days_first else timedelta(days=period.days))
    is_before = begun.is_whole or convention.months_end == "day_before"
    counted_from = begun.first if is_before else begun.day
    target = corresponding(counted_from, period.months)
    if target.day == counted_from.day:
        cites = convention.citations("months_end")
        yield step(_MONTHS_BEFORE[is_before], cites, day=begun.day, first=begun.first,
                   last=last)  # fmt: skip
    else:
        cites = convention.citations("missing_day")
        yield step("no_such_day", cites, month=say_month(target), last=last)
    if period.days and not days_first:
        cites = convention.citations("compound")
        yield step("then_days", cites, days=period.days, last=counted.nominal)


def _business_days(counted: Count, convention: Convention, calendar: Calendar) -> Iterator[Step]:
    cites = convention.citations("business_days")
    day, shown_days = counted.start.first, 0
    while day < counted.nominal and shown_days < _MOST_SHOWN:
        why = why_no_business_day(day, convention, calendar)
        if why:
            shown_days += 1
            yield step("skipped", day=day, why=_why(why))
        day += _ONE
    yield step(
        "business_days", cites, excluded=tuple(map(_kind_of_day, convention.business_days)), last=counted.nominal
    )
    yield from _calendar(convention.business_days, convention, calendar, counted.nominal)


def _enough(counted: Count, convention: Convention, calendar: Calendar) -> Iterator[Step]:
    if counted.filled == counted.nominal:
        return
    found = working_days(counted.start.first, counted.nominal, convention, calendar)
    yield step("too_few_working_days", convention.citations("least_working_days"), found=found,
               least=convention.least_working_days, day=counted.filled)  # fmt: skip


def _rolling(day: date, target: date, convention: Convention, calendar: Calendar) -> Iterator[Step]:
    if convention.rolls == "never":
        return
    cites = convention.citations("rolls")
    direction = _ONE if convention.rolls == "forward" else -_ONE
    rests = day
    while rests != target and abs((rests - day).days) < _MOST_SHOWN:
        why = why_at_rest(rests, convention.rolls_on, convention, calendar)
        yield step("rests", day=rests, why=_why(why))
        rests += direction
    if day != target:
        yield step("rolled", cites, day=target)
    yield from _calendar(convention.rolls_on, convention, calendar, target)


def _calendar(names: tuple[str, ...], convention: Convention, calendar: Calendar, day: date) -> Iterator[Step]:
    if "holiday" not in names or not calendar.name or calendar.name == "none":
        return
    yield step("calendar", convention.citations("holidays"), calendar=calendar.name, version=holidays_version())
    if calendar.is_projected(day.year, convention.make_up_days):
        yield step("beyond_calendar", year=day.year)


def _end(day: date, end: int, convention: Convention, zone: str) -> Iterator[Step]:
    cites = convention.citations("ends_at")
    if convention.ends_at == "end_of_day" or end == day_start(day + _ONE, zone):
        yield step("end_of_day", cites, day=day, zone=zone, instant=shown(end, zone))
    else:
        clock = f"{at_zone(end, zone):%H:%M:%S}"
        yield step("at_clock", cites, day=day, clock=clock, zone=zone, instant=shown(end, zone))


def before_in_words(
    end: int, period: Period, terms: Terms, zone: str, calendar: Calendar, *, day_end: bool
) -> tuple[Step, ...]:
    """Return how the point before a moment is found."""
    if not is_counted(end):
        return ()
    begun = step("counts_back", period=period_words(period))
    if period.is_elapsed:
        return (begun, step("elapsed", instant=shown(end - period.elapsed, zone)))
    still = Terms(terms.convention, terms.anchor, rolls=False)
    unrolled = day_before(end, period, still, zone, calendar, is_limit=day_end)
    target = day_before(end, period, terms, zone, calendar, is_limit=day_end)
    steps = [begun, step("nominal", terms.convention.citations("backward_ends"), day=unrolled)]
    if target != unrolled:
        why = why_at_rest(unrolled, terms.convention.rolls_on, terms.convention, calendar)
        steps.append(step("rests", day=unrolled, why=_why(why)))
        steps.append(step("rolled", terms.convention.citations("backward_roll"), day=target))
    return tuple(steps)


def pause_in_words(paused: Paused, pause: Pause, zone: str, calendar: Calendar) -> tuple[Step, ...]:
    """Return what a pause does to a window."""
    still = stood_still(paused)
    end = end_after_pause(paused, pause, zone, calendar)
    if still is None or end == ALWAYS or not is_counted(paused.base):
        return (step("not_paused"),)
    if still[1] == NEVER:
        return (step("paused_open"),)
    if pause.is_elapsed:
        length = str(timedelta(microseconds=still[1] - still[0]))
    else:
        length = phrase_many("{number} day", "{number} days", paused_days(*still, pause, zone))
    return (step("paused", length=length, instant=shown(end, zone)),)


def period_words(period: Period) -> str:
    """Return a length as people say it."""
    return say_all(phrase_many(*LENGTHS[unit], length) for length, unit in period.parts)


def _why(rest: str) -> str:
    """Return the day of the week, or the holiday by the name it has in its calendar."""
    return phrase(rest) if rest in WEEKDAYS else rest


def _kind_of_day(name: str) -> str:
    return phrase(name.capitalize()) if name.capitalize() in WEEKDAYS else name_of("a kind of day", name)


def shown(instant: int, zone: str) -> str:
    """Return an instant on the clocks of a zone, in ISO 8601."""
    return at_zone(instant, zone).isoformat()
