"""Stopping the clock: what of a pause counts, how many days it is, and when the window closes then."""

from __future__ import annotations

from typing import Any

import pytest

from claimrules.deadlines.counting import Terms
from claimrules.deadlines.pauses import Pause, Paused, end_after_pause, paused_days, stood_still
from claimrules.deadlines.periods import Anchor
from claimrules.domain.calendars import NO_CALENDAR, Calendar
from claimrules.domain.types import ALWAYS, NEVER
from tests.unit.deadlines.subject import RESTS, SEOUL, SHOP, at, convention, day

CLOSES, OPENS = at("2026-03-25T00:00+09:00"), at("2026-03-10T10:00+09:00")


def pause(*, inclusive: bool = False, ends_its_day: bool = False, elapsed: bool = False, **options: Any) -> Pause:
    """Return how a pause is counted, under plain days but for these options."""
    terms = Terms(convention(**options), Anchor.PERIOD)
    return Pause(terms, is_inclusive=inclusive, ends_its_day=ends_its_day, is_elapsed=elapsed, is_of_hours=False)


def closes_after(begun: str, over: str, how: Pause, calendar: Calendar = NO_CALENDAR) -> int:
    """Return when the window of 10 to 24 March closes after a pause."""
    return later_close(CLOSES, OPENS, at(begun), at(over), how, calendar)


def later_close(closes: int, opens: int, begun: int, over: int, how: Pause, calendar: Calendar = NO_CALENDAR) -> int:
    """Return when a window closes after a pause, never earlier than it would without."""
    return max(closes, end_after_pause(Paused(closes, closes, opens, begun, over), how, SEOUL, calendar))


@pytest.mark.parametrize(
    ("paused", "resumed", "expected"),
    [
        (12, 15, (12, 15)), (5, 15, (10, 15)), (5, 10, None), (5, 11, (10, 11)), (12, 12, None), (15, 12, None),
        (24, 30, (24, 30)), (25, 30, None), (26, 30, None), (10, 11, (10, 11)),
    ],
)  # fmt: skip
def test_what_of_a_pause_counts(paused: int, resumed: int, expected: tuple[int, int] | None) -> None:
    """Reference, `paused`: only what falls after the opening (10) and begins before the close (25)."""
    assert stood_still(Paused(25, 25, 10, paused, resumed)) == expected


@pytest.mark.parametrize(
    ("begun", "over", "how", "expected"),
    [
        ("2026-03-12T09:00+09:00", "2026-03-15T09:00+09:00", pause(), 3),
        ("2026-03-12T09:00+09:00", "2026-03-15T09:00+09:00", pause(inclusive=True), 4),
        ("2026-03-12T09:00+09:00", "2026-03-16T00:00+09:00", pause(inclusive=True, ends_its_day=True), 4),
        ("2026-03-12T09:00+09:00", "2026-03-16T00:00+09:00", pause(ends_its_day=True), 4),
        ("2026-03-12T09:00+09:00", "2026-03-12T23:00+09:00", pause(), 0),
        ("2026-03-12T09:00+09:00", "2026-03-12T23:00+09:00", pause(inclusive=True), 1),
        ("2026-03-12T09:00+09:00", "2026-03-10T23:00+09:00", pause(), 0),
    ],
)
def test_days_of_a_pause(begun: str, over: str, how: Pause, expected: int) -> None:
    """From 12 to 15 March three local days, with the 15th four; one that ends with the 15th has it anyway."""
    assert paused_days(at(begun), at(over), how, SEOUL) == expected


def test_the_window_closes_later() -> None:
    """Until 24 March, three days still: until 27 March; with the day it runs again, 28 March (reference, windows)."""
    pair = ("2026-03-12T09:00+09:00", "2026-03-15T09:00+09:00")
    assert closes_after(*pair, pause()) == at("2026-03-28T00:00+09:00")
    assert closes_after(*pair, pause(inclusive=True)) == at("2026-03-29T00:00+09:00")
    assert closes_after(*pair, pause(ends_at="17:30")) == at("2026-03-27T17:30+09:00")


@pytest.mark.parametrize(
    ("closes", "ends_at", "expected"),
    [
        ("2026-03-24T12:00+09:00", "elapsed", "2026-03-27T12:00+09:00"),
        ("2026-03-24T12:00+09:00", "same_time", "2026-03-27T12:00+09:00"),
        ("2026-03-24T00:00+09:00", "same_time", "2026-03-27T00:00+09:00"),
        ("2026-03-24T17:30+09:00", "17:30", "2026-03-27T17:30+09:00"),
        ("2026-03-24T00:00+09:00", "end_of_day", "2026-03-27T00:00+09:00"),
        ("2026-03-24T00:00:00.000001+09:00", "end_of_day", "2026-03-28T00:00+09:00"),
    ],
)
def test_what_closes_inside_a_day_closes_then_again(closes: str, ends_at: str, expected: str) -> None:
    """Three days later, at the same time of the clock, not an instant before it; a day that ends, at its end."""
    how = pause(ends_at=ends_at)
    begun, over = at("2026-03-12T09:00+09:00"), at("2026-03-15T09:00+09:00")
    assert later_close(at(closes), OPENS, begun, over, how) == at(expected)


def test_hours_are_paused_for_what_elapsed() -> None:
    """A pause of 26 hours in a window of hours moves it by 26 hours."""
    how = pause(elapsed=True)
    assert closes_after("2026-03-12T09:00+09:00", "2026-03-13T11:00+09:00", how) == at("2026-03-26T02:00+09:00")


def test_the_new_last_day_rolls() -> None:
    """24 March and 4 days is Saturday 28 March: it moves to Monday 30 March; as counted it stands."""
    pair = ("2026-03-12T09:00+09:00", "2026-03-16T09:00+09:00")
    assert closes_after(*pair, pause(rolls="forward", rolls_on=RESTS)) == at("2026-03-31T00:00+09:00")
    assert closes_after(*pair, pause(rolls="backward", rolls_on=RESTS)) == at("2026-03-28T00:00+09:00")
    nominal = Pause(Terms(convention(rolls="forward", rolls_on=RESTS), Anchor.PERIOD, rolls=False), *[False] * 4)
    assert closes_after(*pair, nominal, SHOP) == at("2026-03-29T00:00+09:00")


def test_a_pause_never_shortens() -> None:
    """A pause within a day, with a last day that would roll back before the close, leaves the close."""
    backward = pause(rolls="backward", rolls_on=("tuesday",))
    assert closes_after("2026-03-12T09:00+09:00", "2026-03-12T10:00+09:00", backward) == CLOSES
    assert day("2026-03-24").weekday() == 1


def test_what_does_not_pause() -> None:
    """A pause outside the window, or one that did not begin, leaves the close; an endless one takes it away."""
    how = pause()
    assert closes_after("2026-03-25T00:00+09:00", "2026-03-27T00:00+09:00", how) == CLOSES
    assert later_close(CLOSES, OPENS, NEVER, NEVER, how) == CLOSES
    assert later_close(CLOSES, OPENS, OPENS, NEVER, how) == NEVER
    assert later_close(NEVER, OPENS, OPENS, CLOSES, how) == NEVER
    assert later_close(CLOSES, ALWAYS, ALWAYS, OPENS, how) == NEVER
    beyond = at("9500-01-01T00:00+00:00")
    assert later_close(beyond, OPENS, OPENS, CLOSES, how) == NEVER
    assert later_close(CLOSES, OPENS, OPENS, beyond, how) == NEVER
