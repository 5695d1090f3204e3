"""Lengths of time: what each unit is, how long one may be, how units mix; and the day of an anchor."""

from __future__ import annotations

import pytest

from claimrules.deadlines.periods import LONGEST, Anchor, Period, period
from tests.unit.deadlines.subject import SEOUL, at, day


@pytest.mark.parametrize(
    ("unit", "elapsed", "days", "months", "business_days"),
    [
        ("minute", 60_000_000, 0, 0, 0), ("hour", 3_600_000_000, 0, 0, 0), ("24-hour day", 86_400_000_000, 0, 0, 0),
        ("day", 0, 1, 0, 0), ("week", 0, 7, 0, 0), ("half-month", 0, 15, 0, 0), ("month", 0, 0, 1, 0),
        ("quarter", 0, 0, 3, 0), ("half-year", 0, 0, 6, 0), ("year", 0, 0, 12, 0), ("business day", 0, 0, 0, 1),
    ],
)  # fmt: skip
def test_units(unit: str, elapsed: int, days: int, months: int, business_days: int) -> None:
    """Reference, "lengths"; half a month is 15 days (BGB 189(1)), a quarter 3 months, half a year 6."""
    for length in (1, 5):
        found = period(length, unit)
        counted = (found.elapsed, found.days, found.months, found.business_days)
        assert counted == (length * elapsed, length * days, length * months, length * business_days)
    assert found.is_elapsed is (elapsed > 0)
    assert found.has_business_days is (business_days > 0)


def test_the_longest_of_each_unit_is_200_years() -> None:
    """200 years of 365.25 days; whole units, rounded down; business days are bounded by the search for them."""
    days = 73_050
    assert {
        "minute": days * 24 * 60, "hour": days * 24, "24-hour day": days, "day": days, "week": days // 7,
        "half-month": days // 15, "month": 2400, "quarter": 800, "half-year": 400, "year": 200, "business day": 50_000,
    } == LONGEST  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "kinds", "words"),
    [
        (((12, "month"), (14, "day")), 1, "12 months and 14 days"),
        (((1, "hour"), (30, "minute")), 1, "1 hour and 30 minutes"),
        (((1, "day"), (3, "hour")), 2, "1 day and 3 hours"),
        (((1, "month"), (3, "hour")), 2, "1 month and 3 hours"),
        (((2, "business day"), (1, "day")), 2, "2 business days and 1 day"),
        (((2, "business day"), (1, "hour"), (1, "week")), 3, "2 business days and 1 hour and 1 week"),
        (((2, "business day"),), 1, "2 business days"),
    ],
)
def test_kinds_of_counting(parts: tuple[tuple[int, str], ...], kinds: int, words: str) -> None:
    """What elapses, business days and the calendar are three kinds; months and days are one."""
    assert (Period(parts).kinds, str(Period(parts))) == (kinds, words)


def test_a_mix_of_units() -> None:
    """Each unit goes where it belongs; all must elapse for the length to elapse."""
    mixed = Period(((1, "year"), (2, "week"), (3, "day")))
    assert (mixed.months, mixed.days, mixed.elapsed, mixed.is_elapsed) == (12, 17, 0, False)
    assert not Period(((1, "day"), (3, "hour"))).is_elapsed
    assert Period(((1, "hour"), (30, "minute"))).elapsed == 5_400_000_000
    assert Period(((2, "business day"), (1, "day"))).has_business_days


@pytest.mark.parametrize(
    ("anchor", "at_midnight", "later"),
    [
        (Anchor.EVENT, "2026-03-10", "2026-03-10"), (Anchor.DAY, "2026-03-10", "2026-03-10"),
        (Anchor.END_OF_DAY, "2026-03-09", "2026-03-10"), (Anchor.PERIOD, "2026-03-09", "2026-03-10"),
    ],
)  # fmt: skip
def test_the_day_of_an_anchor(anchor: Anchor, at_midnight: str, later: str) -> None:
    """At midnight an end belongs to the day just over, an event to the one that begins; an instant later both do."""
    midnight = at("2026-03-10T00:00+09:00")
    assert anchor.day(midnight, SEOUL) == day(at_midnight)
    assert anchor.day(midnight + 1, SEOUL) == day(later)
