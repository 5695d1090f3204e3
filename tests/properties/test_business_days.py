"""Business days and rolling, on the calendars of Korea, Germany and TARGET: what holds, and what does not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimrules.deadlines.counting import moved
from claimrules.deadlines.rest import why_at_rest, why_no_business_day
from tests.properties.conventions import ANY_DAY, BUSINESS, NAMES, PLACES, business, calendar, months, named

DAY = timedelta(days=1)
PLACE = st.sampled_from(PLACES)
BACK = evolve(BUSINESS, rolls="backward")
#: The calendar of Germany begins with its unity, in October 1990.
NEW_YEARS = [("KR", "1990-01-01"), ("TAR", "1990-01-01"), ("DE", "1992-01-01")]
ROLLING = tuple(name for name in NAMES if named(name).convention.rolls != "never")


def day(text: str) -> date:
    """Return a day."""
    return date.fromisoformat(text)


def roll(start: date, place: str) -> date:
    """Return the next business day, that day if it is one."""
    return moved(start, BUSINESS, calendar(place))


def modified_following(start: date, place: str) -> date:
    """Return the next business day, or the one before where that is in another month."""
    following = roll(start, place)
    return following if following.month == start.month else moved(start, BACK, calendar(place))


def nearest(start: date, place: str) -> date:
    """Return the business day nearest, the earlier of two."""
    before, after = moved(start, BACK, calendar(place)), roll(start, place)
    return before if start - before <= after - start else after


@given(ANY_DAY, ANY_DAY, st.integers(1, 15), PLACE)
def test_b1_business_days_are_monotone(a: date, b: date, n: int, place: str) -> None:
    """B1: who starts later has no more business days ahead."""
    first, second = sorted((a, b))
    assert business(first, n, place) <= business(second, n, place)


@given(ANY_DAY, st.integers(1, 8), st.integers(1, 8), PLACE)
def test_b2_business_days_add_up(start: date, a: int, b: int, place: str) -> None:
    """B2: n of them are n single ones, for each ends on one."""
    assert business(business(start, a, place), b, place) == business(start, a + b, place)
    single = start
    for _ in range(a):
        single = business(single, 1, place)
    assert single == business(start, a, place)


@pytest.mark.parametrize(("place", "new_year"), NEW_YEARS)
def test_b3_rolling_the_start_first_costs_a_day(place: str, new_year: str) -> None:
    """B3 is false: New Year is a holiday; one business day after it is not one after the day it rolls to."""
    start = day(new_year)
    assert business(start, 1, place) < business(roll(start, place), 1, place)


def test_b3_by_its_date() -> None:
    """B3: under TARGET, the 2nd and the 3rd."""
    start = day("1990-01-01")
    assert (business(start, 1, "TAR"), business(roll(start, "TAR"), 1, "TAR")) == (day("1990-01-02"), day("1990-01-03"))


@pytest.mark.parametrize("place", PLACES)
def test_b4_ten_business_days_can_be_less_than_two_weeks(place: str) -> None:
    """B4 is false: from Saturday 6 January 1990 they are over on Friday the 19th, 13 days later."""
    assert business(day("1990-01-06"), 10, place) == day("1990-01-19")


@given(ANY_DAY, st.integers(1, 15), PLACE)
def test_b5_business_days_are_never_fewer_than_days(start: date, n: int, place: str) -> None:
    """B5: each takes a day at least."""
    assert business(start, n, place) >= start + n * DAY


@given(ANY_DAY, ANY_DAY, PLACE)
def test_r1_rolling_on_is_monotone_idempotent_and_never_earlier(a: date, b: date, place: str) -> None:
    """R1: the next business day of a later day is no earlier."""
    first, second = sorted((a, b))
    assert roll(first, place) <= roll(second, place)
    assert roll(roll(a, place), place) == roll(a, place) >= a
    assert not why_no_business_day(roll(a, place), BUSINESS, calendar(place))


@given(ANY_DAY, st.sampled_from(ROLLING))
def test_rolling_is_idempotent_and_lands_on_a_day_to_act(start: date, name: str) -> None:
    """Under every convention that ships and rolls, as their statutes say: the next day that is none of those."""
    shipped = named(name)
    target = moved(start, shipped.convention, shipped.calendar)
    assert moved(target, shipped.convention, shipped.calendar) == target
    assert not why_at_rest(target, shipped.convention.rolls_on, shipped.convention, shipped.calendar)
    assert target >= start if shipped.convention.rolls == "forward" else target <= start


@given(ANY_DAY, ANY_DAY, PLACE)
def test_r2_and_r4_other_ways_of_rolling_are_monotone(a: date, b: date, place: str) -> None:
    """R2, R4: modified following, and the nearest business day, keep the order too; so does rolling back."""
    first, second = sorted((a, b))
    for way in (modified_following, nearest, lambda start, at: moved(start, BACK, calendar(at))):
        assert way(first, place) <= way(second, place)


@pytest.mark.parametrize("place", PLACES)
def test_r3_modified_following_can_shorten(place: str) -> None:
    """R3 is false: Saturday 31 March 1990 moves to Friday the 30th."""
    assert modified_following(day("1990-03-31"), place) == day("1990-03-30")


def test_r3_rolling_back_can_shorten_a_period() -> None:
    """What `rolls backward` does: a period that ends on a Sunday ends on the Friday before."""
    assert moved(day("2026-06-14"), BACK, calendar("DE")) == day("2026-06-12")


@pytest.mark.parametrize(("place", "new_year"), NEW_YEARS)
def test_r5_rolling_comes_last(place: str, new_year: str) -> None:
    """R5 is false: rolling before adding months is not the same as after."""
    start = day(new_year)
    assert months(roll(start, place), 1) != roll(months(start, 1), place)


@given(ANY_DAY, PLACE)
def test_r6_a_rolled_fortnight_is_a_fortnight_at_least(start: date, place: str) -> None:
    """R6, its true half: rolling on never shortens."""
    assert roll(start + 14 * DAY, place) >= start + 14 * DAY


def test_r6_a_rolled_fortnight_can_be_less_than_ten_business_days() -> None:
    """R6, its false half: from Monday 1 January 1990 in Korea, where the next day was a holiday too, 15 and 16 January."""
    start = day("1990-01-01")
    assert roll(start + 14 * DAY, "KR") == day("1990-01-15")
    assert business(start, 10, "KR") == day("1990-01-16")
