"""What a period needs: whether it counts hours, which days it looks up in a calendar, and what can be counted from."""

from __future__ import annotations

from typing import Any

import pytest

from claimrules.deadlines.counting import Terms, counts_hours, days_looked_up, is_counted
from claimrules.deadlines.periods import Anchor, period
from claimrules.domain.types import ALWAYS, NEVER
from tests.unit.deadlines.subject import at, convention

DAYS, HOURS, MONTH, BUSINESS = period(3, "day"), period(3, "hour"), period(1, "month"), period(3, "business day")
ROLLS = {"rolls": "forward", "rolls_on": ("sunday", "holiday")}


def test_what_can_be_counted_from() -> None:
    """Instants from the start of the year 600 and before that of 9000, not always and never."""
    assert not is_counted(at("0600-01-01T00:00+00:00") - 1)
    assert is_counted(at("0600-01-01T00:00+00:00"))
    assert is_counted(at("9000-01-01T00:00+00:00") - 1)
    assert not is_counted(at("9000-01-01T00:00+00:00"))
    assert not is_counted(ALWAYS)
    assert not is_counted(NEVER)


def test_terms_of_a_bare_convention() -> None:
    """Counted from an event, and moving, where nothing else is said."""
    assert Terms(convention()) == Terms(convention(), Anchor.EVENT, rolls=True)


@pytest.mark.parametrize(
    ("length", "ends_at", "expected"),
    [
        (HOURS, "end_of_day", True), (DAYS, "end_of_day", False), (DAYS, "elapsed", True), (MONTH, "elapsed", False),
        (BUSINESS, "elapsed", False), (DAYS, "same_time", False), (period(1, "24-hour day"), "end_of_day", True),
    ],
)  # fmt: skip
def test_what_counts_hours(length: Any, ends_at: str, *, expected: bool) -> None:
    """Reference, `ends at elapsed`: days and weeks are 24 hours each; months and business days are not hours."""
    assert counts_hours(length, convention(ends_at=ends_at)) is expected


@pytest.mark.parametrize(
    ("length", "options", "expected"),
    [
        (DAYS, {}, set()),
        (DAYS, ROLLS, {"sunday", "holiday"}),
        (HOURS, ROLLS, set()),
        (HOURS, {**ROLLS, "hours_roll": "forward"}, {"sunday", "holiday"}),
        (BUSINESS, {"business_days": ("holiday",)}, {"holiday"}),
        (DAYS, {"business_days": ("holiday",)}, set()),
        (DAYS, {"business_days": ("holiday",), "least_working_days": 2}, {"holiday"}),
        (HOURS, {"business_days": ("holiday",), "least_working_days": 2}, set()),
        (DAYS, {"business_days": ("holiday",), "least_working_days": 2, "ends_at": "elapsed"}, {"holiday"}),
        (BUSINESS, {**ROLLS, "business_days": ("saturday",)}, {"saturday", "sunday", "holiday"}),
    ],
)
def test_days_looked_up_forwards(length: Any, options: dict[str, Any], expected: set[str]) -> None:
    """What it rolls off where it rolls, and what business days leave out where they are counted."""
    assert days_looked_up(length, convention(**options)) == expected


@pytest.mark.parametrize(
    ("length", "options", "expected"),
    [
        (DAYS, ROLLS, set()),
        (DAYS, {**ROLLS, "backward_roll": "earlier"}, {"sunday", "holiday"}),
        (BUSINESS, {"business_days": ("holiday",)}, {"holiday"}),
        (DAYS, {"business_days": ("holiday",), "least_working_days": 2}, set()),
    ],
)
def test_days_looked_up_backwards(length: Any, options: dict[str, Any], expected: set[str]) -> None:
    """Backwards only `backward roll` moves, and working days are not filled up."""
    assert days_looked_up(length, convention(**options), is_before=True) == expected


def test_nothing_is_looked_up_where_nothing_moves() -> None:
    """A nominal end does not roll and is not filled up; business days are still counted."""
    filled = convention(**ROLLS, business_days=("saturday",), least_working_days=2)
    assert days_looked_up(DAYS, filled, rolls=False) == set()
    assert days_looked_up(BUSINESS, filled, rolls=False) == {"saturday"}
