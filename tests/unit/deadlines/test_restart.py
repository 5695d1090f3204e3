"""Starting anew never shortens a window: only a cap does."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.unit.deadlines.policy_text import decided, policy, window


def test_a_restart_early_in_a_window_that_was_extended() -> None:
    """30 days, extended by 60, started anew on the second day: the 30 days from then end first, and take nothing away."""
    extended = policy("window w = 30 days after delivered extended by 60 days restarted by seller_contacted")
    found = window(extended, delivered="2026-03-01T10:00+01:00", seller_contacted="2026-03-02T10:00+01:00")
    assert found.closes == datetime.fromisoformat("2026-05-31T00:00+02:00")


def test_a_restart_late_in_a_window_that_was_extended() -> None:
    """Started anew on 15 May the 30 days end with 14 June, after the extended end."""
    extended = policy("window w = 30 days after delivered extended by 60 days restarted by seller_contacted")
    found = window(extended, delivered="2026-03-01T10:00+01:00", seller_contacted="2026-05-15T10:00+02:00")
    assert found.closes == datetime.fromisoformat("2026-06-15T00:00+02:00")


def test_a_restart_on_the_day_that_the_end_moved_to() -> None:
    """14 days from 25 October 2026 end on a Sunday, moved to Monday 9 November; what happens on that day is inside.

    A period counted from the nominal end of the window is counted from that of the new one: 23 November and 3 days.
    """
    windows = "window v = 14 days after 2026-10-25 restarted by returned\nwindow w = 3 days after end of v"
    found = window(policy(windows, "fr_civil_procedure place FR"), returned="2026-11-09T00:00+01:00")
    assert found.opens == datetime.fromisoformat("2026-11-24T00:00+01:00")
    assert found.closes == datetime.fromisoformat("2026-11-27T00:00+01:00")


@pytest.mark.parametrize(
    ("at", "status"),
    [
        ("2026-03-08T23:59:59+01:00", "available"),
        ("2026-03-09T00:00+01:00", "undetermined"),
        ("2026-03-15T23:59:59+01:00", "undetermined"),
        ("2026-03-16T00:00+01:00", "expired"),
    ],
)
def test_a_restart_nobody_knows_of(at: str, status: str) -> None:
    """7 days after 1 March end with the 8th; a restart on that day at the latest gives until the 15th, whenever it was."""
    week = policy("window w = 7 days after delivered restarted by returned")
    found = decided(week, at, delivered="2026-03-01T10:00+01:00")
    assert [remedy.status for remedy in found.remedies] == [status]


def test_a_restart_after_the_end_is_none() -> None:
    """What happens on the 9th comes too late, and the 7 days stay those that end with the 8th."""
    week = policy("window w = 7 days after delivered restarted by returned")
    found = window(week, delivered="2026-03-01T10:00+01:00", returned="2026-03-09T00:00+01:00")
    assert found.closes == datetime.fromisoformat("2026-03-09T00:00+01:00")


def test_a_restart_of_a_window_whose_end_is_not_known() -> None:
    """At the latest the 8th, then the 15th if started anew: on the 10th nothing is certain, on the 16th all is over."""
    week = policy("window w = 7 days after earliest of delivered, paid restarted by returned")
    for at, status in (("2026-03-10T12:00+01:00", "undetermined"), ("2026-03-16T00:00+01:00", "expired")):
        found = decided(week, at, delivered="2026-03-01T10:00+01:00")
        assert [remedy.status for remedy in found.remedies] == [status]
