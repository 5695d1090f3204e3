"""Operations of time: the edges of written days, the length between events, last days, and bounds where none is known."""

from __future__ import annotations

import pytest

from claimrules.core.op import Op
from claimrules.core.ops import time
from claimrules.deadlines.conventions import Convention
from claimrules.deadlines.counting import Terms
from claimrules.deadlines.pauses import Pause
from claimrules.deadlines.periods import Anchor, period
from claimrules.domain.calendars import NO_CALENDAR
from claimrules.domain.carriers import ANY, CALENDARS, ZONES, place_code
from claimrules.domain.types import ALWAYS, NEVER
from tests.unit.deadlines.subject import RESTS, SEOUL, SHOP, at, convention, day

ZONE, NOWHERE, HERE = ZONES.code(SEOUL), CALENDARS.code(NO_CALENDAR), CALENDARS.code(SHOP)
MOVING = convention(rolls="forward", rolls_on=RESTS, dates_roll="forward")


def run(op: Op, *arguments: int) -> int:
    """Return what an operation gives on plain numbers."""
    return time.scalar_of(op)(*arguments)


def terms(of: Convention, *, rolls: bool = True) -> Terms:
    """Return what a written day is counted under."""
    return Terms(of, Anchor.DAY, rolls)


@pytest.mark.parametrize(
    ("of", "is_end", "rolls", "expected"),
    [
        (MOVING, True, True, "2026-12-30T00:00+09:00"),  # Saturday 26 December: Tuesday 29 is its end
        (MOVING, True, False, "2026-12-27T00:00+09:00"),
        (MOVING, False, True, "2026-12-26T00:00+09:00"),
        (convention(rolls="forward", rolls_on=RESTS), True, True, "2026-12-27T00:00+09:00"),
        (convention(), True, True, "2026-12-27T00:00+09:00"),
        (convention(), False, True, "2026-12-26T00:00+09:00"),
    ],
)
def test_edges_of_a_written_day(of: Convention, *, is_end: bool, rolls: bool, expected: str) -> None:
    """Only an end moves, and only where `dates roll` says so."""
    op = time.day_edge(terms(of, rolls=rolls), is_end=is_end)
    assert run(op, day("2026-12-26").toordinal(), ZONE, HERE) == at(expected)


@pytest.mark.parametrize(
    ("start", "end", "unit", "ends", "expected"),
    [
        ("2026-03-10T23:59+09:00", "2026-03-11T00:01+09:00", "day", (False, False), 1),
        ("2026-03-10T12:00+09:00", "2026-03-20T00:00+09:00", "day", (False, False), 10),
        ("2026-03-10T12:00+09:00", "2026-03-20T00:00+09:00", "day", (False, True), 9),
        ("2026-03-10T00:00+09:00", "2026-03-20T12:00+09:00", "day", (True, False), 11),
        ("2026-03-10T00:00+09:00", "2026-03-20T12:00+09:00", "day", (False, False), 10),
        ("2026-03-20T12:00+09:00", "2026-03-10T12:00+09:00", "day", (False, False), -10),
        ("2026-03-10T12:00+09:00", "2026-03-10T14:59+09:00", "hour", (False, False), 2),
        ("2026-03-10T12:00+09:00", "2026-03-10T14:59+09:00", "minute", (False, False), 179),
        ("2026-03-10T12:00+09:00", "2026-03-10T14:59+09:00", "hour", (True, True), 2),
    ],
)
def test_length_between(start: str, end: str, unit: str, ends: tuple[bool, bool], expected: int) -> None:
    """Whole local days, elapsed hours and minutes; the end of a time belongs at midnight to the day just over."""
    assert time.length_between(at(start), at(end), unit, SEOUL, ends) == expected
    assert run(time.between(unit, ends), at(start), at(end), ZONE) == expected


@pytest.mark.parametrize("missing", [NEVER, ALWAYS])
def test_no_length_without_both_events(missing: int) -> None:
    """Nothing, where one of them never happens, or always has."""
    here = at("2026-03-10T12:00+09:00")
    for unit in ("day", "hour"):
        assert time.length_between(here, missing, unit, SEOUL, (False, False)) == 0
        assert time.length_between(missing, here, unit, SEOUL, (False, False)) == 0
        assert time.length_between(missing, missing, unit, SEOUL, (False, False)) == 0


def test_the_number_of_the_last_day() -> None:
    """The day a period moves to; nothing for hours, or without a beginning."""
    start = at("2026-12-23T12:00+09:00")
    for length, of, expected in (
        (period(3, "day"), MOVING, day("2026-12-29").toordinal()),
        (period(3, "day"), convention(), day("2026-12-26").toordinal()),
        (period(3, "hour"), convention(), 0),
        (period(3, "day"), convention(ends_at="elapsed"), 0),
    ):
        op = time.last_day_number(length, Terms(of))
        assert run(op, start, ZONE, HERE) == expected
        assert run(op, NEVER, ZONE, HERE) == 0


def test_after_before_and_paused_are_given_zone_and_calendar() -> None:
    """Each finds its zone and calendar by their numbers."""
    start = at("2026-12-23T12:00+09:00")
    assert run(time.after(period(3, "day"), Terms(MOVING)), start, ZONE, HERE) == at("2026-12-30T00:00+09:00")
    assert run(time.after(period(3, "day"), Terms(MOVING)), start, ZONE, NOWHERE) == at("2026-12-29T00:00+09:00")
    back = time.before(period(3, "day"), Terms(MOVING), day_end=True)
    assert run(back, start, ZONE, HERE) == at("2026-12-21T00:00+09:00")
    stopped = time.paused(
        Pause(Terms(convention()), is_inclusive=False, ends_its_day=False, is_elapsed=False, is_of_hours=False)
    )
    closes, opens = at("2026-12-31T00:00+09:00"), start
    begun, over = at("2026-12-24T12:00+09:00"), at("2026-12-26T12:00+09:00")
    assert run(stopped, closes, closes, opens, begun, over, ZONE, NOWHERE) == at("2027-01-02T00:00+09:00")


def test_bounds_where_zone_or_calendar_is_not_known() -> None:
    """A month after 6 December 2026: Epiphany is a holiday in Bavaria (8 January begins), not in Berlin."""
    op = time.after(period(1, "month"), Terms(convention(rolls="forward", rolls_on=RESTS)))
    function, start = time.scalar_of(op), at("2026-12-06T12:00+09:00")
    parts = ("DE-BE", "DE-BY")
    first, last = (time.bound(op, function, parts, is_latest=latest) for latest in (False, True))
    assert run(first, start, ZONE, ANY) == at("2027-01-07T00:00+09:00")
    assert run(last, start, ZONE, ANY) == at("2027-01-08T00:00+09:00")
    assert run(last, start, ZONE, place_code("DE-BE")) == at("2027-01-07T00:00+09:00")
    anywhere = time.bound(op, function, (), is_latest=False)
    assert run(anywhere, start, ZONE, ANY) == at("2027-01-07T00:00+09:00")
    assert run(first, start, ANY, place_code("DE-BE")) < run(first, start, ZONE, place_code("DE-BE"))
