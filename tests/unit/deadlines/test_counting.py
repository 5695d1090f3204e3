"""Counting: hours elapse, days end at midnight of the zone, months clamp; what is true of all of it, and what is not."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrules.deadlines import counting
from claimrules.deadlines.conventions import Convention
from claimrules.deadlines.counting import Terms
from claimrules.deadlines.days import Start, last_day
from claimrules.deadlines.periods import ELAPSED, LONGEST, Anchor, period
from claimrules.domain.calendars import NO_CALENDAR
from claimrules.domain.instants import micros
from claimrules.domain.types import ALWAYS, NEVER
from claimrules.domain.zones import day_start, local_date

PLAIN = Convention("plain")
COUNTS_FIRST = Convention("counts_first", first_day="included")
LA = "America/Los_Angeles"
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
MOMENTS = st.integers(631_152_000_000_000, 2_840_140_800_000_000)  # 1990 to 2060
ZONES = st.sampled_from(["UTC", "Asia/Seoul", LA, "Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia"])
UNITS = st.sampled_from([unit for unit in LONGEST if unit != "business day"])


def at(text: str) -> int:
    """Return an instant."""
    return micros(datetime.fromisoformat(text))


def months(day: date, length: int, unit: str = "month") -> date:
    """Return the last day of so many months."""
    start = Start(day, day + timedelta(days=1), is_whole=False)
    return last_day(start, period(length, unit), PLAIN, NO_CALENDAR)


def end_after(start: int, length: int, unit: str, convention: Convention, zone: str, anchor: Anchor) -> int:
    """Return the end of a period of one unit."""
    return counting.end_after(start, period(length, unit), Terms(convention, anchor), zone, NO_CALENDAR)


def point_before(end: int, length: int, unit: str, zone: str, anchor: Anchor, *, day_end: bool) -> int:
    """Return the point so many units before."""
    return counting.point_before(end, period(length, unit), Terms(PLAIN, anchor), zone, NO_CALENDAR, day_end=day_end)


@pytest.mark.parametrize(
    ("start", "length", "unit", "zone", "end"),
    [
        ("2026-06-01T10:00+00:00", 17, "day", "UTC", "2026-06-19T00:00+00:00"),
        ("2026-03-10T15:00-07:00", 7, "day", LA, "2026-03-18T00:00-07:00"),
        ("2026-03-11T06:59+00:00", 7, "day", LA, "2026-03-18T00:00-07:00"),
        ("2026-03-11T06:59+00:00", 7, "day", "UTC", "2026-03-19T00:00+00:00"),
        ("2026-03-07T12:00-08:00", 1, "day", LA, "2026-03-09T00:00-07:00"),
        ("2026-03-07T12:00-08:00", 48, "hour", LA, "2026-03-09T13:00-07:00"),
        ("2026-10-31T12:00-07:00", 24, "hour", LA, "2026-11-01T11:00-08:00"),
        ("2026-03-10T15:00-07:00", 90, "minute", LA, "2026-03-10T16:30-07:00"),
        ("2026-01-31T12:00+09:00", 1, "month", "Asia/Seoul", "2026-03-01T00:00+09:00"),
        ("2028-01-31T12:00+09:00", 1, "month", "Asia/Seoul", "2028-03-01T00:00+09:00"),
        ("2024-02-29T12:00+09:00", 1, "year", "Asia/Seoul", "2025-03-01T00:00+09:00"),
        ("2026-03-10T12:00+09:00", 2, "week", "Asia/Seoul", "2026-03-25T00:00+09:00"),
        ("2026-11-30T12:00+09:00", 1, "quarter", "Asia/Seoul", "2027-03-01T00:00+09:00"),
    ],
)
def test_ends(start: str, length: int, unit: str, zone: str, end: str) -> None:
    """Worked examples: Returnflows' 17 days from 1 June end with 18 June; clocks that change; month ends."""
    assert end_after(at(start), length, unit, PLAIN, zone, Anchor.EVENT) == at(end)


def test_the_first_day_can_count() -> None:
    """Where the day of the event is day one, the period ends a day earlier; after a period it does not."""
    start, end_of_period = at("2026-03-10T15:00+09:00"), at("2026-03-11T00:00+09:00")
    seoul = "Asia/Seoul"
    assert end_after(start, 7, "day", COUNTS_FIRST, seoul, Anchor.EVENT) == at("2026-03-17T00:00+09:00")
    assert end_after(end_of_period, 7, "day", COUNTS_FIRST, seoul, Anchor.END_OF_DAY) == at("2026-03-17T00:00+09:00")
    assert end_after(end_of_period, 7, "day", COUNTS_FIRST, seoul, Anchor.PERIOD) == at("2026-03-18T00:00+09:00")
    assert end_after(end_of_period, 7, "day", PLAIN, seoul, Anchor.PERIOD) == at("2026-03-18T00:00+09:00")


@pytest.mark.parametrize(
    ("length", "unit", "day_end", "expected"),
    [
        (24, "hour", False, "2026-05-17T00:00-07:00"), (1, "day", False, "2026-05-16T00:00-07:00"),
        (1, "day", True, "2026-05-17T00:00-07:00"), (3, "month", False, "2026-02-17T00:00-08:00"),
    ],
)  # fmt: skip
def test_before(length: int, unit: str, day_end: bool, expected: str) -> None:
    """Before the end of 17 May: hours elapse; a day is that local day, from its start or until its end."""
    end = at("2026-05-18T00:00-07:00")
    assert point_before(end, length, unit, LA, Anchor.PERIOD, day_end=day_end) == at(expected)


def test_what_is_not_true_of_months() -> None:
    """Counterexamples: months are not injective, not additive, cannot be undone, and not thirty days."""
    assert months(date(1990, 1, 28), 1) == months(date(1990, 1, 29), 1) == date(1990, 2, 28)
    assert months(months(date(1990, 1, 29), 1), 1) == date(1990, 3, 28)
    assert months(date(1990, 1, 29), 2) == date(1990, 3, 29)
    assert months(date(1990, 1, 30), 1) - date(1990, 1, 30) == timedelta(days=29)
    assert months(date(1990, 3, 1), 24) - date(1990, 3, 1) == timedelta(days=731)


@given(DAYS, DAYS, st.integers(0, 60))
def test_months_are_weakly_monotone(a: date, b: date, length: int) -> None:
    """M1: an earlier day never ends later."""
    first, second = sorted((a, b))
    assert months(first, length) <= months(second, length)


@given(DAYS, st.integers(0, 30), st.integers(0, 30))
def test_months_step_by_step_are_never_later(day: date, a: int, b: int) -> None:
    """M4: counting in steps never ends later than counting at once, and at most three days earlier."""
    whole, steps = months(day, a + b), months(months(day, a), b)
    assert timedelta(0) <= whole - steps <= timedelta(days=3)


@given(DAYS, st.integers(0, 20))
def test_a_year_is_twelve_months(day: date, length: int) -> None:
    """M8, and a quarter is three."""
    assert months(day, length, "year") == months(day, 12 * length)
    assert months(day, length, "quarter") == months(day, 3 * length)


@given(MOMENTS, MOMENTS, st.integers(0, 500), UNITS, ZONES, st.sampled_from([PLAIN, COUNTS_FIRST]))
def test_a_later_event_never_ends_earlier(
    a: int, b: int, length: int, unit: str, zone: str, convention: Convention
) -> None:
    """T1: deadlines are monotone in their anchor."""
    first, second = sorted((a, b))
    ends = [end_after(start, length, unit, convention, zone, Anchor.EVENT) for start in (first, second)]
    assert ends == sorted(ends)


@given(MOMENTS, st.integers(1, 500), UNITS, ZONES)
def test_a_period_ends_after_it_begins(start: int, length: int, unit: str, zone: str) -> None:
    """A length of one or more is open for some time, and one of days ends where a date changes."""
    end = end_after(start, length, unit, PLAIN, zone, Anchor.EVENT)
    assert end > start
    assert unit in ELAPSED or end == day_start(local_date(end, zone), zone)


@given(MOMENTS, st.integers(0, 300), st.integers(1, 300), ZONES)
def test_days_add_up(start: int, a: int, b: int, zone: str) -> None:
    """D1: days after the end of days are days after the event."""
    middle = end_after(start, a, "day", PLAIN, zone, Anchor.EVENT)
    whole = end_after(start, a + b, "day", PLAIN, zone, Anchor.EVENT)
    skipped = zone == "Pacific/Apia" and local_date(start, zone) < date(2011, 12, 31) <= local_date(whole, zone)
    assert skipped or end_after(middle, b, "day", PLAIN, zone, Anchor.PERIOD) == whole


@given(UNITS, ZONES)
def test_the_longest_periods_stay_in_the_calendar(unit: str, zone: str) -> None:
    """From 1900 and from 2200, the longest period and its reverse can be counted."""
    for start in (at("1900-01-01T00:00+00:00"), at("2200-12-31T00:00+00:00")):
        assert end_after(start, LONGEST[unit], unit, PLAIN, zone, Anchor.EVENT) > start
        assert point_before(start, LONGEST[unit], unit, zone, Anchor.EVENT, day_end=True) < start


@pytest.mark.parametrize("instant", [NEVER, ALWAYS])
def test_never_and_always_stay(instant: int) -> None:
    """What never happens does not happen seven days later either."""
    assert end_after(instant, 7, "day", PLAIN, "UTC", Anchor.EVENT) == instant
    assert point_before(instant, 7, "hour", "UTC", Anchor.EVENT, day_end=False) == instant
