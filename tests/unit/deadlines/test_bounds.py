"""Bounds of an end that is not known hold whatever the missing event turns out to be."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.unit.deadlines.policy_text import decided, policy, window

EARLIEST = "window v = 7 days after earliest of delivered, paid\nwindow w = {length} after end of v"
ROLLS = """convention rolls_hours like plain_days
  rolls forward on saturday, sunday note "Weekends."
  hours roll forward note "Hours too." backward roll never note "None." dates roll never note "None."
  chains from nominal note "Nominal."
convention rolls_clock like rolls_hours ends at same_time
  business days exclude saturday, sunday note "Weekends."
convention by_chance like plain_days first day excluded_unless_midnight months end same_day missing day rounds_up
"""


def test_a_month_at_the_same_time_can_end_later_after_an_earlier_event() -> None:
    """One month after 30 January 10:00 and after 31 January 05:00 end on 28 February, the earlier at the later time.

    So with one of two events missing, the window is not certainly over at 07:00.
    """
    same = policy(EARLIEST.format(length="1 month"), "same_time")
    at = "2026-02-28T07:00+01:00"
    unknown = decided(same, at, delivered="2026-01-24T05:00+01:00")
    paid_before = decided(same, at, delivered="2026-01-24T05:00+01:00", paid="2026-01-23T10:00+01:00")
    assert [remedy.status for remedy in paid_before.remedies] == ["available"]
    assert [remedy.status for remedy in unknown.remedies] == ["undetermined"]


def test_a_month_at_the_same_time_can_end_earlier_after_a_later_event() -> None:
    """The other way round: with the later of two events missing, the window is not certainly open still at 07:00."""
    latest = (
        "window v = 7 days after latest of delivered, paid\nwindow w = from 2026-01-01 until 1 month after end of v"
    )
    same = policy(latest, "same_time")
    at = "2026-02-28T07:00+01:00"
    paid_later = decided(same, at, delivered="2026-01-23T10:00+01:00", paid="2026-01-24T05:00+01:00")
    unknown = decided(same, at, delivered="2026-01-23T10:00+01:00")
    assert [remedy.status for remedy in paid_later.remedies] == ["expired"]
    assert [remedy.status for remedy in unknown.remedies] == ["undetermined"]
    known_open = decided(same, "2026-02-27T23:00+01:00", delivered="2026-01-23T10:00+01:00")
    assert [remedy.status for remedy in known_open.remedies] == ["available"]


@pytest.mark.parametrize(
    ("counting", "length"),
    [
        ("same_time", "1 month"), ("same_time", "3 days"), ("rolling_24h", "1 month"), ("rolls_hours", "30 hours"),
        ("rolls_clock", "3 days"), ("rolls_clock", "2 business days"), ("by_chance", "1 month"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("day", ["2026-01-23", "2026-01-24", "2026-10-17", "2026-10-18"])
def test_no_later_than(counting: str, length: str, day: str) -> None:
    """However long before a known event the missing one was, the window closes no later than was said."""
    ruleset = policy(ROLLS + EARLIEST.format(length=length), counting)
    for hour in (0, 5, 23):
        delivered = datetime.fromisoformat(f"{day}T{hour:02}:00+01:00")
        bound = window(ruleset, delivered=delivered.isoformat()).no_later_than
        for earlier in (0, 1, 5, 10, 19, 24, 29, 43):
            paid = (delivered - timedelta(hours=earlier)).isoformat()
            closes = window(ruleset, delivered=delivered.isoformat(), paid=paid).closes
            assert bound is not None
            assert closes is not None
            assert closes <= bound
