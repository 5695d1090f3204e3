"""The ends of periods that move: days, hours at the same time of the clock, and enough working days."""

from __future__ import annotations

from typing import Any

import pytest

from claimrules.deadlines.counting import Terms, count, end_after, hour_start, moved, working_days
from claimrules.deadlines.periods import Anchor, Period, period
from claimrules.domain.calendars import NO_CALENDAR, Calendar
from tests.unit.deadlines.subject import RESTS, SEOUL, SHOP, at, convention, day

#: Thursday 24 December 2026; the shop is closed from Friday to Monday.
EVE = "2026-12-23T15:20+09:00"
FORWARD = {"rolls": "forward", "rolls_on": RESTS}
UNION = {**FORWARD, "business_days": RESTS, "least_working_days": 2, "least_from_days": 2}


def ends(length: Period, calendar: Calendar = SHOP, *, moves: bool = True, **options: Any) -> int:
    """Return the end of a period from the afternoon of 23 December 2026."""
    return end_after(at(EVE), length, Terms(convention(**options), Anchor.EVENT, moves), SEOUL, calendar)


@pytest.mark.parametrize(
    ("rolls", "expected"), [("never", "2026-12-26"), ("forward", "2026-12-29"), ("backward", "2026-12-24")]
)
def test_which_way_a_day_moves(rolls: str, expected: str) -> None:
    """Saturday 26 December: it stands, moves to Tuesday 29 or back to Thursday 24."""
    assert moved(day("2026-12-26"), convention(rolls=rolls, rolls_on=RESTS), SHOP) == day(expected)


def test_the_end_of_days_moves() -> None:
    """Three days after the 23rd is Saturday 26: the end of Tuesday 29; nominally it stands."""
    assert ends(period(3, "day"), **FORWARD) == at("2026-12-30T00:00+09:00")
    assert ends(period(3, "day"), moves=False, **FORWARD) == at("2026-12-27T00:00+09:00")
    assert ends(period(3, "day")) == at("2026-12-27T00:00+09:00")


@pytest.mark.parametrize(
    ("length", "options", "expected"),
    [
        (period(48, "hour"), FORWARD, "2026-12-25T15:20+09:00"),
        (period(48, "hour"), {**FORWARD, "hours_roll": "forward"}, "2026-12-29T15:20+09:00"),
        (period(24, "hour"), {**FORWARD, "hours_roll": "forward"}, "2026-12-24T15:20+09:00"),
        (period(2, "day"), {**FORWARD, "ends_at": "elapsed"}, "2026-12-29T15:20+09:00"),
        (
            period(2, "day"),
            {"rolls_on": RESTS, "hours_roll": "forward", "ends_at": "elapsed"},
            "2026-12-25T15:20+09:00",
        ),
        (period(1, "week"), {"ends_at": "elapsed"}, "2026-12-30T15:20+09:00"),
        (period(90, "minute"), {}, "2026-12-23T16:50+09:00"),
        (period(2, "24-hour day"), {}, "2026-12-25T15:20+09:00"),
    ],
)
def test_hours(length: Period, options: dict[str, Any], expected: str) -> None:
    """Hours move only where `hours roll` says so, days of 24 hours as `rolls` says; to the same time of the clock."""
    assert ends(length, **options) == at(expected)


def test_nominal_hours_stand() -> None:
    """The nominal end of hours does not move."""
    found = ends(period(48, "hour"), moves=False, **FORWARD, hours_roll="forward")
    assert found == at("2026-12-25T15:20+09:00")


@pytest.mark.parametrize(
    ("hours", "anchor", "expected"),
    [
        ("from_instant", Anchor.EVENT, EVE),
        ("after_event_hour", Anchor.EVENT, "2026-12-23T16:00+09:00"),
        ("after_event_hour", Anchor.PERIOD, EVE),
        ("after_event_hour", Anchor.DAY, EVE),
    ],
)
def test_from_when_hours_elapse(hours: str, anchor: Anchor, expected: str) -> None:
    """Reg. 1182/71 art. 3(1): not the hour of the event; but a period after a period begins where that ended."""
    assert hour_start(at(EVE), period(3, "hour"), Terms(convention(hours=hours), anchor), SEOUL) == at(expected)


@pytest.mark.parametrize(
    ("length", "options", "filled", "effective"),
    [
        (period(3, "day"), UNION, "2026-12-29", "2026-12-29"),  # the 24th and 29th are the working days
        (period(1, "day"), UNION, "2026-12-24", "2026-12-24"),  # a period of one day needs none
        (period(2, "day"), UNION, "2026-12-29", "2026-12-29"),
        (period(2, "day"), {**UNION, "least_from_days": 3}, "2026-12-25", "2026-12-29"),
        (period(3, "day"), {**UNION, "least_from_days": 3}, "2026-12-29", "2026-12-29"),
        (period(9, "day"), UNION, "2027-01-01", "2027-01-01"),  # enough of them: the last day stays
        (period(3, "day"), {**UNION, "least_working_days": 3}, "2026-12-30", "2026-12-30"),
        (period(3, "day"), {**UNION, "least_working_days": 1}, "2026-12-26", "2026-12-29"),
        (period(3, "day"), FORWARD, "2026-12-26", "2026-12-29"),
        (period(1, "business day"), UNION, "2026-12-24", "2026-12-24"),  # business days are working days
        (period(1, "month"), {**UNION, "least_working_days": 40}, "2027-02-19", "2027-02-19"),
    ],
)
def test_enough_working_days(length: Period, options: dict[str, Any], filled: str, effective: str) -> None:
    """Art. 3(5): a period of two days or more has at least two working days; Dutch law says it from three days on.

    Forty working days from 24 December 2026: 24, 29, 30, 31 are 4, January 2027 has 21 (Mondays to Fridays), so the
    40th is the 15th of February: Friday 19.
    """
    found = count(at(EVE), length, Terms(convention(**options)), SEOUL, SHOP)
    assert (found.filled, found.effective) == (day(filled), day(effective))
    assert found.nominal == count(at(EVE), length, Terms(convention(**options), rolls=False), SEOUL, SHOP).nominal
    assert found.nominal == day("2026-12-26") or length != period(3, "day")


def test_the_nominal_end_is_not_filled() -> None:
    """As counted, a period has the days it says."""
    found = count(at(EVE), period(3, "day"), Terms(convention(**UNION), rolls=False), SEOUL, SHOP)
    assert found.nominal == found.filled == found.effective == day("2026-12-26")


def test_without_any_working_day_the_last_day_stands() -> None:
    """A calendar that is never open adds nothing."""
    every = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    found = count(at(EVE), period(3, "day"), Terms(convention(business_days=every, least_working_days=2)), SEOUL, SHOP)
    assert found.effective == day("2026-12-26")


def test_working_days_of_a_stretch() -> None:
    """From Thursday 24 to Tuesday 29 December only these two are business days; both ends are counted."""
    rests = convention(business_days=RESTS)
    assert working_days(day("2026-12-24"), day("2026-12-29"), rests, SHOP) == 2
    assert working_days(day("2026-12-24"), day("2026-12-24"), rests, SHOP) == 1
    assert working_days(day("2026-12-25"), day("2026-12-28"), rests, SHOP) == 0
    assert working_days(day("2026-12-23"), day("2026-12-22"), rests, NO_CALENDAR) == 0
