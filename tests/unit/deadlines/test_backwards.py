"""Counting backwards: so long before a moment, as the last day on which to act or the first."""

from __future__ import annotations

from typing import Any

import pytest

from claimrules.deadlines.counting import Terms, day_before, end_after, point_before
from claimrules.deadlines.periods import Anchor, Period, period
from claimrules.domain.calendars import NO_CALENDAR
from claimrules.domain.types import ALWAYS, NEVER
from tests.unit.deadlines.subject import RESTS, SEOUL, SHOP, at, convention

KOREA = {"months_end": "day_before", "backward_ends": "day_before"}


def before(
    end: str, length: Period, anchor: Anchor = Anchor.EVENT, *, limit: bool = False, moves: bool = True, **options: Any
) -> str:
    """Return the day so long before a moment in Seoul, on the shop's calendar."""
    terms = Terms(convention(**options), anchor, moves)
    return day_before(at(end), length, terms, SEOUL, SHOP, is_limit=limit).isoformat()


@pytest.mark.parametrize(
    ("end", "length", "options", "expected"),
    [
        ("2026-09-30T12:00+09:00", period(1, "month"), KOREA, "2026-08-29"),  # Ministry of Land: over on 29 August
        (
            "2026-10-01T12:00+09:00",
            period(1, "month"),
            KOREA,
            "2026-08-30",
        ),  # 30 September, 30 August, 31, and a day earlier
        ("2026-03-31T12:00+09:00", period(1, "month"), {}, "2026-02-28"),
        ("2026-03-31T12:00+09:00", period(1, "month"), {"missing_day": "rounds_up"}, "2026-03-01"),
        ("2026-10-11T12:00+09:00", period(10, "day"), {}, "2026-10-01"),
        ("2026-10-11T12:00+09:00", period(10, "day"), {"backward_ends": "day_before"}, "2026-09-30"),
        ("2026-10-11T12:00+09:00", period(10, "day"), KOREA, "2026-09-30"),
        ("2026-10-01T12:00+09:00", period(4, "week"), {}, "2026-09-03"),  # not less than four weeks before a Thursday
        ("2026-03-31T12:00+09:00", Period(((1, "month"), (3, "day"))), {}, "2026-02-25"),  # 28 February, then 3 days
        ("2026-03-31T12:00+09:00", Period(((1, "month"), (3, "day"))), {"compound": "days_first"}, "2026-02-25"),
    ],
)
def test_the_last_day_to_act(end: str, length: Period, options: dict[str, Any], expected: str) -> None:
    """Reference, "backwards": the anchor's day is not counted; ten whole days lie between where a law says so."""
    assert before(end, length, limit=True, **options) == expected


@pytest.mark.parametrize(
    ("end", "months_end", "expected"),
    [
        ("2026-10-01", "day_before", "2026-08-31"),
        ("2026-03-31", "day_before", "2026-03-01"),
        ("2026-10-01", "same_day", "2026-09-01"),
    ],
)
def test_the_first_day_of_months_before(end: str, months_end: str, expected: str) -> None:
    """By `day_before` they are counted from the day before and end on the day after the one they come to.

    From 31 March: 30 March, a month before is the last of February, the day after it is 1 March. From 1 October:
    30 September, 30 August, 31 August.
    """
    found = before(f"{end}T12:00+09:00", period(1, "month"), months_end=months_end)
    assert found == expected


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [(Anchor.EVENT, "2026-10-01"), (Anchor.PERIOD, "2026-09-30"), (Anchor.END_OF_DAY, "2026-09-30")],
)
def test_the_day_it_is_counted_from(anchor: Anchor, expected: str) -> None:
    """At midnight an event belongs to the day that begins, an end to the day just over."""
    assert before("2026-10-11T00:00+09:00", period(10, "day"), anchor) == expected


@pytest.mark.parametrize(
    ("length", "expected"), [(0, "2026-12-30"), (1, "2026-12-29"), (2, "2026-12-24"), (3, "2026-12-23")]
)
def test_business_days_before(length: int, expected: str) -> None:
    """Before Wednesday 30 December 2026, the shop closed from Friday to Monday."""
    assert before("2026-12-30T12:00+09:00", period(length, "business day"), business_days=RESTS) == expected


@pytest.mark.parametrize(
    ("roll", "expected"), [("never", "2026-12-26"), ("earlier", "2026-12-24"), ("later", "2026-12-29")]
)
def test_which_way_it_rolls(roll: str, expected: str) -> None:
    """Saturday 26 December, or Sunday 27: it stands (Reg. 1182/71 art. 3(4)), or moves as `backward roll` says."""
    options = {"rolls": "forward", "rolls_on": RESTS, "backward_roll": roll}
    assert before("2026-12-30T12:00+09:00", period(4, "day"), **options) == expected
    assert before("2026-12-30T12:00+09:00", period(3, "day"), **options) == (
        "2026-12-27" if roll == "never" else expected
    )
    assert before("2026-12-30T12:00+09:00", period(4, "day"), moves=False, **options) == "2026-12-26"


def point(end: int, length: Period, *, day_end: bool, **options: Any) -> int:
    """Return the point so long before an instant."""
    return point_before(end, length, Terms(convention(**options)), SEOUL, NO_CALENDAR, day_end=day_end)


def test_the_point_before() -> None:
    """As a limit the end of that day, else its start; hours elapse; `day_before` only moves the limit."""
    end = at("2026-10-11T12:00+09:00")
    assert point(end, period(10, "day"), day_end=True) == at("2026-10-02T00:00+09:00")
    assert point(end, period(10, "day"), day_end=False) == at("2026-10-01T00:00+09:00")
    assert point(end, period(10, "day"), day_end=True, backward_ends="day_before") == at("2026-10-01T00:00+09:00")
    assert point(end, period(10, "day"), day_end=False, backward_ends="day_before") == at("2026-10-01T00:00+09:00")
    assert point(end, period(36, "hour"), day_end=True) == at("2026-10-10T00:00+09:00")


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        (NEVER, NEVER), (ALWAYS, ALWAYS), (at("9500-01-01T00:00+00:00"), NEVER), (at("0500-01-01T00:00+00:00"), ALWAYS),
    ],
)  # fmt: skip
def test_beyond_the_calendar(instant: int, expected: int) -> None:
    """What cannot be counted from stays always and never, or becomes it."""
    terms = Terms(convention())
    assert point(instant, period(1, "day"), day_end=True) == expected
    assert point(instant, period(1, "hour"), day_end=False) == expected
    assert end_after(instant, period(1, "day"), terms, SEOUL, NO_CALENDAR) == expected
    assert end_after(instant, period(1, "hour"), terms, SEOUL, NO_CALENDAR) == expected
