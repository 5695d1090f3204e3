"""At the same time of the clock: a time that ends at midnight ends at 24:00 of the day just over."""

from __future__ import annotations

from datetime import datetime

import pytest

from claimrules.deadlines.conventions import Convention
from claimrules.deadlines.counting import Terms, end_after
from claimrules.deadlines.periods import Anchor, period
from claimrules.domain.calendars import NO_CALENDAR
from claimrules.domain.instants import micros
from tests.unit.deadlines.policy_text import policy, window


def at(text: str) -> int:
    """Return an instant."""
    return micros(datetime.fromisoformat(text))


@pytest.mark.parametrize("delivered", ["2026-03-01T00:00:00+01:00", "2026-03-01T00:00:01+01:00"])
def test_a_second_makes_a_second(delivered: str) -> None:
    """3 days after 14 days after an event at midnight are 17 days after it, as after an event one second later."""
    same = policy("window w = 3 days after 14 days after delivered", "same_time")
    expected = datetime.fromisoformat(delivered.replace("03-01", "03-18"))
    assert window(same, delivered=delivered).closes == expected


def test_the_proof_says_that_the_day_is_over() -> None:
    """What closes at 24:00 is not told as 00:00 of its last day."""
    same = policy("window w = 3 days after 14 days after delivered", "same_time")
    steps = window(same, delivered="2026-03-01T00:00+01:00").steps
    assert any("when Tuesday 17 March 2026 is over" in step.words for step in steps)


def test_a_whole_first_day_makes_whole_days() -> None:
    """Where midnight begins the first day counted, three days are over at 24:00 of the third."""
    midnight = Convention("midnight", first_day="excluded_unless_midnight", ends_at="same_time")
    terms = Terms(midnight, Anchor.EVENT)
    ends = [
        end_after(at(start), period(3, "day"), terms, "UTC", NO_CALENDAR)
        for start in ("2026-03-01T00:00+00:00", "2026-03-01T00:01+00:00")
    ]
    assert ends == [at("2026-03-04T00:00+00:00"), at("2026-03-04T00:01+00:00")]


@pytest.mark.parametrize("clock", ["10:00", "00:00"])
def test_a_pause_keeps_the_time_to_the_microsecond(clock: str) -> None:
    """Three days with two days of pause end five days later at the same time, not an instant before it."""
    same = policy("window w = 3 days after delivered paused from seller_contacted until seller_answered", "same_time")
    happened = {"seller_contacted": "2026-03-02T10:00+01:00", "seller_answered": "2026-03-04T10:00+01:00"}
    found = window(same, delivered=f"2026-03-01T{clock}+01:00", **happened)
    assert found.closes == datetime.fromisoformat(f"2026-03-06T{clock}+01:00")
