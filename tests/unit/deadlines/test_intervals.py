"""Where windows open and close together, and whether one can ever be open."""

from __future__ import annotations

import pytest
from attrs import evolve

from claimrules.constructs.interval import Interval, between, intersection
from claimrules.core.expr import YES
from claimrules.core.moment import fixed
from claimrules.domain.types import ALWAYS, NEVER
from tests.unit.core.expressions import value
from tests.unit.deadlines.asked import asked

#: Delivered on Tuesday 10 March 2026 at noon in Seoul.
FACTS = {"delivered": "2026-03-10T12:00"}


def ends_of(interval: Interval) -> tuple[int | bool | None, ...]:
    """Return where an interval opens and closes, and whether it is empty."""
    return tuple(value(expr, {}) for expr in (interval.opens.exact, interval.closes.exact, interval.is_empty))


def test_what_lies_in_several_windows() -> None:
    """The latest opening, the earliest close; one that is empty empties the whole; without any, always."""
    early, late = between(fixed(1), fixed(5)), between(fixed(3), fixed(9))
    assert ends_of(intersection([early, late])) == (3, 5, False)
    assert ends_of(intersection([late, early])) == (3, 5, False)
    assert intersection([late]) is late
    assert ends_of(intersection([])) == (ALWAYS, NEVER, False)
    assert ends_of(intersection([between(fixed(1), fixed(3)), between(fixed(3), fixed(9))])) == (3, 3, True)
    emptied = evolve(late, is_empty=YES)
    assert ends_of(intersection([early, emptied])) == (3, 5, True)
    assert ends_of(intersection([between(fixed(ALWAYS), fixed(5)), between(fixed(3), fixed(NEVER))])) == (3, 5, False)


@pytest.mark.parametrize("window", ["until delivered", "from delivered", "unlimited"])
def test_what_has_one_end_is_not_empty(window: str) -> None:
    """Nothing need be known of the event for that."""
    assert asked(f"window asked = {window}").is_empty is False


@pytest.mark.parametrize(
    ("window", "counting", "is_empty"),
    [
        ("7 days after delivered", "plain_days", False),
        ("0 days after delivered", "plain_days", False),
        ("0 hours after delivered", "plain_days", True),
        ("from 2026-03-12 until 2026-03-10", "plain_days", True),
        ("from 2026-03-12 until 2026-03-12", "plain_days", False),
        ("from delivered until delivered", "plain_days", True),
        ("from returned until delivered", "plain_days", False),
        ("from delivered until returned", "plain_days", False),
        ("none", "plain_days", True),
        ("unlimited", "plain_days", False),
        ("until 2026-03-10", "plain_days", False),
        ("from 2026-03-10", "plain_days", False),
        ("1 day after promised_delivery", "jp_cooling_off", True),
        ("1 day after promised_delivery", "plain_days", False),
        ("1 day after delivered", "jp_cooling_off", False),
        ("7 days after delivered capped at 2026-03-09", "plain_days", True),
        ("7 days after delivered capped at 2026-03-10", "plain_days", False),
        ("7 days after delivered extended to 2026-03-09", "plain_days", False),
        ("from 2026-03-12 until 2026-03-10 extended to 2026-03-15", "plain_days", True),
        ("none extended to 2026-03-15", "plain_days", True),
    ],
)
def test_windows_that_can_never_be_open(window: str, counting: str, *, is_empty: bool) -> None:
    """Where the close is not after the opening; one that waits for an event that has not come may open yet.

    The end of 10 March, with its own day as the first of one day, leaves nothing.
    """
    facts = {"returned": "never", "promised_delivery": "2026-03-11T00:00"}
    assert asked(f"window asked = {window}", counting=counting, **FACTS, **facts).is_empty is is_empty


@pytest.mark.parametrize(
    "anchor", ["end of week", "latest of end of week, returned", "earliest of returned, end of week"]
)
def test_a_length_from_the_counted_end_can_be_over_before_the_moved_one(anchor: str) -> None:
    """A week from Saturday 7 March ends on Saturday 14, moved to Monday 16: two hours from the end of the 14th are over."""
    text = f"window week = 7 days after 2026-03-07\nwindow asked = 2 hours after {anchor}"
    returned = {"returned": "2026-03-10T12:00" if anchor.startswith("latest") else "2026-03-20T12:00"}
    found = asked(text, counting="eu_1182_71", **returned)
    assert (found.opens, found.closes, found.is_empty) == ("2026-03-17 00:00", "2026-03-15 02:00", True)


def test_a_length_is_never_empty_even_of_unknown_facts() -> None:
    """A window of days after an event is open for some time, whenever that is; nothing need be asked."""
    assert asked("window asked = 7 days after delivered").is_empty is False
    assert asked("window asked = 0 days after delivered").is_empty is None
    assert asked("window asked = from delivered until returned").is_empty is None
    assert asked("window asked = 7 days after delivered", counting="rolling_24h").is_empty is None
    assert asked("window asked = 1 day after promised_delivery", counting="jp_cooling_off").is_empty is None
    assert asked("window asked = 1 day after promised_delivery").is_empty is False
    assert asked("window asked = 1 day after delivered", counting="jp_cooling_off").is_empty is False
    assert asked("window asked = 1 month and 0 days after delivered").is_empty is False


def test_a_last_day_that_rolls_back_can_empty_a_window() -> None:
    """A day after Saturday 14 March 2026 is Sunday, moved back to Friday 13: before it began."""
    text = """convention back "Backward" like plain_days
  rolls backward on saturday, sunday note "test"
  hours roll never note "test"
  backward roll never note "test"
  dates roll never note "test"
  chains from nominal note "test"
window asked = 1 day after delivered"""
    assert asked(text, counting="back", delivered="2026-03-14T12:00").is_empty is True
    assert asked(text, counting="back", delivered="2026-03-12T12:00").is_empty is False
    assert asked(text, counting="back").is_empty is None
