"""Starting anew never shortens a window: only a cap does."""

from __future__ import annotations

from datetime import datetime

from tests.unit.deadlines.policy_text import policy, window


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
