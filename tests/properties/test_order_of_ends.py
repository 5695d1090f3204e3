"""Theorem T1, a later event never gives an earlier deadline: where it holds, and a counterexample wherever it does not."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise, product

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrules.deadlines.conventions import Convention
from claimrules.deadlines.counting import Terms
from claimrules.deadlines.order import keeps_order
from claimrules.deadlines.periods import Anchor, Period
from claimrules.domain.calendars import NO_CALENDAR, Calendar
from claimrules.domain.instants import at_zone
from claimrules.domain.zones import local_date
from tests.properties.conventions import (
    ANY_DAY,
    CLOCK,
    PERIODS,
    PLAIN,
    REST,
    SHIPPED,
    ZONES,
    Shipped,
    at,
    ends,
    instant,
)
from tests.unit.deadlines.policy_text import policy, window

ST_JOHNS = "America/St_Johns"
LA = "America/Los_Angeles"
SAME_TIME = Convention("same_time", ends_at="same_time")
ONE_DAY, ONE_MONTH = Period(((1, "day"),)), Period(((1, "month"),))
HOUR = 3_600_000_000


@settings(max_examples=400)
@given(
    SHIPPED, ANY_DAY, CLOCK, st.sampled_from([1, HOUR, 24 * HOUR]) | st.integers(0, 90 * 24 * HOUR), PERIODS,
    st.sampled_from(ZONES), st.sampled_from([Anchor.EVENT, Anchor.PERIOD, Anchor.END_OF_DAY]),
)  # fmt: skip
def test_t1_a_later_event_never_ends_earlier(
    shipped: Shipped, day: date, clock: int, later: int, period: Period, zone: str, anchor: Anchor
) -> None:
    """T1: adding days, months, business days and rolling are monotone, and so is what they are made of.

    Of the conventions that ship all keep the order but `rolling_24h`, in months and business days.
    """
    convention = evolve(shipped.convention, missing_day=shipped.convention.missing_day.replace("asked", "clamps"))
    if keeps_order(period, Terms(convention, anchor)) and (convention.business_days or not period.has_business_days):
        first = instant(day, clock)
        second = first + later
        found = [ends(start, period, convention, zone, shipped.calendar, anchor) for start in (first, second)]
        assert found == sorted(found)
    else:
        assert convention.ends_at == "elapsed" or not convention.business_days


@pytest.mark.parametrize("anchor", [Anchor.EVENT, Anchor.PERIOD])
@pytest.mark.parametrize("months_end", ["same_day", "day_before"])
def test_the_order_is_kept_exactly_where_it_is_said_to_be(anchor: Anchor, months_end: str) -> None:
    """Every combination of options, over a winter: it is kept where `keeps_order` says so, and nowhere else."""
    base = Convention("x", months_end=months_end, rolls_on=REST, business_days=REST)
    korea = Calendar("KR", "KR")
    starts = [instant(date(1990, 1, 20), day * 24 * HOUR + hour * HOUR) for day in range(20) for hour in (0, 5, 10)]
    for first_day, missing, ends_at, (rolls, hours_roll) in product(
        ("excluded", "included", "excluded_unless_midnight"), ("clamps", "rounds_up"), ("end_of_day", "same_time", "elapsed"),
        (("never", "never"), ("forward", "forward"), ("forward", "never")),
    ):  # fmt: skip
        convention = evolve(
            base, first_day=first_day, missing_day=missing, ends_at=ends_at, rolls=rolls, hours_roll=hours_roll
        )
        for unit, length in (("hour", 30), ("day", 3), ("month", 1), ("business day", 2)):
            period = Period(((length, unit),))
            found = [ends(start, period, convention, "UTC", korea, anchor) for start in starts]
            is_kept = all(a <= b for a, b in pairwise(found))
            assert is_kept == keeps_order(period, Terms(convention, anchor)), (convention, period)


def test_the_same_time_in_the_hour_that_clocks_show_twice() -> None:
    """False under `same_time`: 01:50 before clocks are set back, and 01:10 after, end a day later in the other order."""
    first, second = at("2026-11-01T01:50-07:00"), at("2026-11-01T01:10-08:00")
    assert first < second
    found = [ends(start, ONE_DAY, SAME_TIME, LA, NO_CALENDAR) for start in (first, second)]
    assert found == [at("2026-11-02T01:50-08:00"), at("2026-11-02T01:10-08:00")]


def test_the_same_time_on_a_day_that_two_anchors_share() -> None:
    """False under `same_time`: a month after 30 January 10:00 and after 31 January 05:00 end on 28 February 1990."""
    first, second = at("1990-01-30T10:00+00:00"), at("1990-01-31T05:00+00:00")
    found = [ends(start, ONE_MONTH, SAME_TIME, "UTC", NO_CALENDAR) for start in (first, second)]
    assert found == [at("1990-02-28T10:00+00:00"), at("1990-02-28T05:00+00:00")]


def test_hours_that_roll() -> None:
    """False where hours roll: the end on Saturday 10:00 moves to Monday 10:00, that on Sunday 05:00 to Monday 05:00."""
    convention = Convention("x", rolls="forward", rolls_on=("saturday", "sunday"), hours_roll="forward")
    first, second = at("2026-06-12T10:00+00:00"), at("2026-06-13T05:00+00:00")
    found = [ends(start, Period(((24, "hour"),)), convention, "UTC", NO_CALENDAR) for start in (first, second)]
    assert found == [at("2026-06-15T10:00+00:00"), at("2026-06-15T05:00+00:00")]


def test_midnight_where_months_round_up() -> None:
    """False where midnight counts its day and months round up: 29 January 12:00 to 1 March, 30 January to 28 February."""
    convention = Convention("x", first_day="excluded_unless_midnight", missing_day="rounds_up")
    first, second = at("1990-01-29T12:00+00:00"), at("1990-01-30T00:00+00:00")
    found = [ends(start, ONE_MONTH, convention, "UTC", NO_CALENDAR) for start in (first, second)]
    assert found == [at("1990-03-02T00:00+00:00"), at("1990-03-01T00:00+00:00")]


def test_a_later_instant_can_have_an_earlier_date() -> None:
    """False in four zones: at 00:01 on 7 November 2010 the clocks of St. John's went back to 23:01 on the 6th."""
    first, second = at("2010-11-07T00:00:30-02:30"), at("2010-11-06T23:30-03:30")
    assert first < second
    assert [local_date(moment, ST_JOHNS) for moment in (first, second)] == [date(2010, 11, 7), date(2010, 11, 6)]
    found = [ends(start, ONE_DAY, PLAIN, ST_JOHNS, NO_CALENDAR) for start in (first, second)]
    assert found == [at("2010-11-09T00:00-03:30"), at("2010-11-08T00:00-03:30")]


@pytest.mark.parametrize(
    ("windows", "first", "second", "expected"),
    [
        pytest.param(
            "window w when delivered between 1990-11-01 and 1990-12-24: from delivered until 1991-01-31\n"
            "otherwise: 14 days after delivered",
            "1990-12-24", "1990-12-25", ("1991-01-31", "1991-01-08"), id="X1: a season",
        ),
        pytest.param(
            "window w when placed before 2022-01-01: 2 years after delivered\notherwise: 6 months after delivered",
            "2021-12-31", "2022-01-01", ("2023-12-31", "2022-07-01"), id="X2: a change of law",
        ),
    ],
)  # fmt: skip
def test_windows_chosen_by_a_condition(windows: str, first: str, second: str, expected: tuple[str, str]) -> None:
    """X1, X2: where a condition on the anchor chooses, a later event can end earlier."""
    ruleset = policy(windows)
    found = [window(ruleset, delivered=day, placed=day).effective_end for day in (first, second)]
    assert [str(day) for day in found] == list(expected)


@given(st.dates(date(1990, 1, 1), date(2059, 12, 31)), st.integers(0, 200))
def test_x1_mended_by_the_later_of_both_with_carry_over(day: date, later: int) -> None:
    """X1': the later of the fortnight and the end of the season, for all days up to that end, keeps the order."""
    season = policy("window w = 14 days after delivered extended to 1991-01-31")
    days = [day, date.fromordinal(day.toordinal() + later)]
    found = [window(season, delivered=start.isoformat()).closes for start in days]
    assert found == sorted(found, key=_instant)


def test_x3_a_period_that_begins_anew_instead_of_another() -> None:
    """X3: thirty days from the repair instead of the year from delivery are fewer; the later of both never is (X3')."""
    events = {"delivered": "1990-01-01", "returned": "1990-01-11"}
    anew = policy("window w when returned: 30 days after returned\notherwise: 1 year after delivered")
    later = policy("window w = 1 year after delivered at least 30 days after returned")
    assert str(window(anew, **events).effective_end) == "1990-02-10"
    assert str(window(later, **events).effective_end) == "1991-01-01"


def test_x4_extended_to_a_month_is_no_extension_of_thirty_days() -> None:
    """X4: one month after 30 January 1990 is 28 February, thirty days are 1 March; `extended to` keeps the later."""
    extended = policy("window w = 30 days after delivered extended to 1 month after delivered")
    month = policy("window w = 1 month after delivered")
    assert str(window(month, delivered="1990-01-30").effective_end) == "1990-02-28"
    assert str(window(extended, delivered="1990-01-30").effective_end) == "1990-03-01"


@pytest.mark.parametrize(
    ("zone", "missing", "instants"),
    [("Pacific/Apia", date(2011, 12, 30), 1), ("Pacific/Kwajalein", date(1993, 8, 21), 1)],
)
def test_a_day_that_a_zone_skipped(zone: str, missing: date, instants: int) -> None:
    """Not every date exists: the end of the day before one that was skipped is the start of the day after it."""
    eve = date.fromordinal(missing.toordinal() - 1)
    end = ends(at(f"{eve}T12:00+00:00") - 24 * HOUR, ONE_DAY, PLAIN, zone, NO_CALENDAR)
    assert local_date(end - instants, zone) == eve
    assert local_date(end, zone) == date.fromordinal(missing.toordinal() + 1)


def test_verdicts_differ_between_zones() -> None:
    """A window of seven days closes at different instants in Seoul and in Los Angeles."""
    delivered = "2026-06-01T20:00+00:00"
    closes = [
        window(policy("window w = 7 days after delivered", zone=zone), delivered=delivered).closes
        for zone in (LA, "Asia/Seoul")
    ]
    assert [moment.astimezone().timestamp() for moment in closes if moment] == [
        datetime.fromisoformat(text).timestamp() for text in ("2026-06-09T00:00-07:00", "2026-06-10T00:00+09:00")
    ]


def test_24_hours_are_not_a_day() -> None:
    """24 hours later the clock does not show the same time where it changed in between."""
    noon = at("2026-10-31T12:00-07:00")
    assert f"{at_zone(ends(noon, Period(((24, 'hour'),)), PLAIN, LA, NO_CALENDAR), LA):%d %H:%M}" == "01 11:00"


def _instant(closes: datetime | None) -> float:
    return closes.timestamp() if closes else 0.0
