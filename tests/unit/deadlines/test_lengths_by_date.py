"""Lengths that a parameter says, chosen by the day of an event: what is counted is always the length that holds."""

from __future__ import annotations

import pytest

from tests.unit.deadlines.asked import Asked, asked

IN_FORCE = "KR\n  in force from 2024-01-01 by {}"
LENGTH = 'source terms "Terms" dated 2026-01-01\nparameter length {}\n'
SINCE = 'from {}: {} cite terms "section 4"'
UNTIL = 'fact insured_until: event, a date means its end means "It was insured until then." asks "Until when?"\n'
MINE = 'convention mine "Mine" like plain_days {}\n'


def by_date(window: str, *lengths: str, by: str = "placed", own: str = "", **facts: str | int) -> Asked:
    """Return the window `asked`, whose length was one in 2024, another from 10 March 2026, a third from 20 March."""
    days = ("2024-01-01", "2026-03-10", "2026-03-20")
    values = " ".join(SINCE.format(day, length) for day, length in zip(days, lengths, strict=False))
    text = f"{UNTIL if by == 'insured_until' else ''}{own}{LENGTH.format(values)}window asked = {window}"
    counting = "mine" if own else "plain_days"
    return asked(text, counting=counting, place=IN_FORCE.format(by), **facts)


@pytest.mark.parametrize(
    ("placed", "closes"),
    [
        ("2026-03-09T23:59", "2026-03-20 00:00"), ("2026-03-10T00:00", "2026-03-27 00:00"),
        ("2026-03-19T23:59", "2026-03-27 00:00"), ("2026-03-20T00:00", "2026-04-12 00:00"),
    ],
)  # fmt: skip
def test_the_day_of_the_order_tells_the_length(placed: str, closes: str) -> None:
    """7, 14 and 30 days after 12 March 2026, each from the first instant of the day from which it holds."""
    lengths = ("7 days", "14 days", "30 days")
    found = by_date("length after delivered", *lengths, placed=placed, delivered="2026-03-12T10:00")
    assert found.closes == closes


def test_an_unknown_order_date_leaves_every_length_open() -> None:
    """The close is not known, and lies between the shortest and the longest."""
    found = by_date("length after delivered", "7 days", "14 days", delivered="2026-03-12T10:00")
    assert (found.closes, found.bounds) == (None, ("2026-03-20 00:00", "2026-03-27 00:00"))


@pytest.mark.parametrize(
    ("until", "closes"), [("2026-03-10T00:00", "2026-03-20 00:00"), ("2026-03-10T00:01", "2026-03-27 00:00")]
)
def test_the_end_of_a_time_at_midnight_belongs_to_the_day_before(until: str, closes: str) -> None:
    """Where the event that tells the length ends a day, midnight is the end of 9 March."""
    found = by_date(
        "length after delivered", "7 days", "14 days", by="insured_until", insured_until=until,
        delivered="2026-03-12T10:00",
    )  # fmt: skip
    assert found.closes == closes


@pytest.mark.parametrize(
    ("placed", "closes"), [("2026-03-01T10:00", "2026-03-13 09:00"), ("2026-03-10T10:00", "2026-03-14 00:00")]
)
def test_a_pause_goes_by_the_length_that_holds(placed: str, closes: str) -> None:
    """48 hours stand still for the 23 hours that elapsed, two days for one local day (reference, `paused`)."""
    pause = {"seller_contacted": "2026-03-11T09:00", "seller_answered": "2026-03-12T08:00"}
    window = "length after delivered paused from seller_contacted until seller_answered"
    found = by_date(window, "48 hours", "2 days", placed=placed, delivered="2026-03-10T10:00", **pause)
    assert found.closes == closes


@pytest.mark.parametrize(("placed", "is_empty"), [("2025-01-01T10:00", True), ("2026-03-10T10:00", False)])
def test_a_length_of_no_days_can_be_empty(placed: str, is_empty: bool) -> None:
    """No days end with the day before the first one counted, here that before the anchor; seven do not."""
    own = MINE.format('first day included note "test"')
    found = by_date("length after delivered", "0 days", "7 days", own=own, placed=placed, delivered="2026-03-12T10:00")
    assert found.is_empty is is_empty


@pytest.mark.parametrize(
    ("placed", "closes"), [("2026-03-12T10:00", "2026-03-12 00:00"), ("2026-02-01T10:00", "2026-03-13 00:00")]
)
def test_days_before_are_days_though_they_were_hours_once(placed: str, closes: str) -> None:
    """Two days before the 10th is some time of the 8th, one day before it of the 9th; that day is not counted, and three are."""
    own = MINE.format('first day excluded_unless_midnight note "test"')
    facts = {"placed": placed, "delivered": "2026-03-10T10:00"}
    assert by_date("3 days after length before delivered", "1 day", "2 days", own=own, **facts).closes == closes


def test_a_month_after_the_end_of_a_day_ends_with_a_day() -> None:
    """The end of 9 March, as midnight; at the same time a month on is the end of 9 April."""
    text = f"{UNTIL}window asked = 1 month after insured_until"
    assert asked(text, counting="rolling_24h", insured_until="2026-03-10T00:00").closes == "2026-04-10 00:00"


def test_hours_or_days_before_a_moment_are_counted_from_as_a_day() -> None:
    """Ten hours before ten is midnight: as a day it is not counted, where the length has been one of days."""
    own = MINE.format('first day excluded_unless_midnight note "test"')
    facts = {"placed": "2026-03-12T10:00", "delivered": "2026-03-10T10:00"}
    found = by_date("3 days after length before delivered", "10 hours", "2 days", own=own, **facts)
    assert found.closes == "2026-03-12 00:00"
