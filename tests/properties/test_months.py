"""Days and months: each statement that holds, and a counterexample to each that does not.

By brute force over every day from 1990 to 2060; the letters are those of the list of theorems that docs/reference/deadlines.md
sums up.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrules.deadlines.periods import Period
from tests.properties.conventions import ANY_DAY, PLAIN, ROUNDS_UP, counted, months

LENGTHS = st.integers(0, 36)
DAY = timedelta(days=1)
CLAMPS_OR_ROUNDS = st.sampled_from([PLAIN, ROUNDS_UP])


def day(text: str) -> date:
    """Return a day."""
    return date.fromisoformat(text)


@given(ANY_DAY, ANY_DAY, st.integers(0, 400), st.integers(0, 400))
def test_d1_days_are_strictly_monotone_and_additive(a: date, b: date, n: int, m: int) -> None:
    """D1: a day is one step on the line of days."""
    first, second = (counted(start, Period(((n, "day"),))) for start in (a, b))
    assert (a < b) == (first < second)
    assert counted(first, Period(((m, "day"),))) == counted(a, Period(((n + m, "day"),)))


@given(ANY_DAY, ANY_DAY, LENGTHS, CLAMPS_OR_ROUNDS)
def test_m1_months_are_monotone(a: date, b: date, n: int, convention: object) -> None:
    """M1: clamping and rounding up keep the order of days within a month, and months keep theirs."""
    first, second = sorted((a, b))
    assert months(first, n, convention) <= months(second, n, convention)


def test_m2_months_are_not_injective() -> None:
    """M2 is false: two days can have one deadline."""
    assert months(day("1990-01-28"), 1) == months(day("1990-01-29"), 1) == day("1990-02-28")


def test_m3_a_deadline_can_jump() -> None:
    """M3 is false: an event a day later can end four days later."""
    assert (months(day("1990-02-28"), 1), months(day("1990-03-01"), 1)) == (day("1990-03-28"), day("1990-04-01"))


@given(ANY_DAY, LENGTHS)
def test_m3_a_jump_is_at_most_four_days(start: date, n: int) -> None:
    """M3': from the end of a month of 28 days to that of one of 31."""
    assert months(start + DAY, n) - months(start, n) <= 4 * DAY


def test_m4_months_are_added_once() -> None:
    """M4 is false: the chained form differs from the sum (Catala, ESOP 2024)."""
    start = day("1990-01-29")
    assert months(months(start, 1), 1) == day("1990-03-28")
    assert months(start, 2) == day("1990-03-29")
    assert counted(start, Period(((1, "month"), (1, "month")))) == day("1990-03-29")


@given(ANY_DAY, LENGTHS, LENGTHS)
def test_m4_steps_are_never_later_clamped_and_never_earlier_rounded(start: date, a: int, b: int) -> None:
    """M4', M4'', M4''': what clamping loses on the way is not given back, at most three days of it."""
    steps, whole = months(months(start, a), b), months(start, a + b)
    assert whole - 3 * DAY <= steps <= whole
    assert months(months(start, a, ROUNDS_UP), b, ROUNDS_UP) >= months(start, a + b, ROUNDS_UP)


def test_m5_months_cannot_be_undone() -> None:
    """M5 is false: back from a clamped day leads to another."""
    assert months(months(day("1990-01-29"), 1), -1) == day("1990-01-28")


@given(ANY_DAY, LENGTHS)
def test_m5_undone_months_are_never_later(start: date, n: int) -> None:
    """M5': the number of the day only ever gets smaller."""
    assert months(months(start, n), -n) <= start


def test_m6_a_window_cannot_be_tested_backwards() -> None:
    """M6 is false: 29 March is out of time forwards, and in time backwards."""
    delivered, asked = day("1990-02-28"), day("1990-03-29")
    assert asked > months(delivered, 1)
    assert months(asked, -1) <= delivered


@given(ANY_DAY, LENGTHS, CLAMPS_OR_ROUNDS)
def test_m7_one_month_more_is_later(start: date, n: int, convention: object) -> None:
    """M7: the next month begins after this one's last day."""
    assert months(start, n, PLAIN) < months(start, n + 1, PLAIN)
    assert months(start, n, convention) <= months(start, n + 1, convention)


@given(ANY_DAY, st.integers(0, 20), CLAMPS_OR_ROUNDS)
def test_m8_a_year_is_twelve_months(start: date, n: int, convention: object) -> None:
    """M8: by definition of the calendar."""
    assert counted(start, Period(((n, "year"),)), convention) == months(start, 12 * n, convention)


@given(ANY_DAY, LENGTHS)
def test_m9_rounding_up_adds_at_most_a_day(start: date, n: int) -> None:
    """M9: the day after a month's last is the next one's first."""
    assert months(start, n) <= months(start, n, ROUNDS_UP) <= months(start, n) + DAY


def test_m10_days_and_months_do_not_commute() -> None:
    """M10 is false: which is counted first must be declared (`compound`)."""
    start = day("1990-01-28")
    assert months(start, 1) + DAY == day("1990-03-01")
    assert months(start + DAY, 1) == day("1990-02-28")


@given(ANY_DAY)
def test_m10_fourteen_days_and_a_year_differ_by_a_day_at_most(start: date) -> None:
    """M10': art. 10 of Directive 2011/83, twelve months from the end of the fourteen days; only a leap day matters."""
    assert abs(months(start + 14 * DAY, 12) - (months(start, 12) + 14 * DAY)) <= DAY


@pytest.mark.parametrize(
    ("start", "n", "days"),
    [("1990-01-30", 1, 29), ("1990-01-01", 1, 31), ("1990-01-01", 2, 59), ("1990-01-31", 3, 89), ("1991-03-01", 12, 366),
     ("1990-03-01", 24, 731)],
)  # fmt: skip
def test_months_are_not_so_many_days(start: str, n: int, days: int) -> None:
    """C1, C2, C4, C5, C8, C9 are false: not 30, not 60, not 90, not 365, not 730."""
    assert months(day(start), n) - day(start) == days * DAY


@given(ANY_DAY)
def test_months_within_bounds(start: date) -> None:
    """C3, C6, C7: 28 to 31 days, half a year has 180 at least, a year 365, two 730, five 1825."""
    lengths = {n: months(start, n) - start for n in (1, 6, 12, 24, 60)}
    assert 28 * DAY <= lengths[1] <= 31 * DAY
    assert lengths[6] >= 180 * DAY
    assert (lengths[12], lengths[24], lengths[60]) >= (365 * DAY, 730 * DAY, 1825 * DAY)
    assert lengths[24] >= 730 * DAY
    assert lengths[60] >= 1825 * DAY


@given(ANY_DAY.filter(lambda found: found.year < 2056), LENGTHS)
def test_p1_the_calendar_repeats_after_four_years(start: date, n: int) -> None:
    """P1: 1461 days on, all is the same (1901 to 2099)."""
    assert months(start + 1461 * DAY, n) == months(start, n) + 1461 * DAY
