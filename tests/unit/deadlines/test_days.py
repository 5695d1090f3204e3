"""From an event's day to a period's last day: the first day counted, months, compound lengths, business days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import Any

import pytest

from claimrules.deadlines.days import Start, after_months, business_day, business_days, last_day, start_of
from claimrules.deadlines.periods import Anchor, Period, period
from claimrules.domain.calendars import NO_CALENDAR
from tests.unit.deadlines.subject import RESTS, SEOUL, SHOP, Always, at, convention, day

MIDNIGHT, NOON = "2026-03-10T00:00+09:00", "2026-03-10T12:00+09:00"


@pytest.mark.parametrize(
    ("instant", "anchor", "first_day", "expected"),
    [
        (NOON, Anchor.EVENT, "excluded", ("2026-03-10", "2026-03-11", False)),
        (NOON, Anchor.EVENT, "included", ("2026-03-10", "2026-03-10", True)),
        (NOON, Anchor.EVENT, "excluded_unless_midnight", ("2026-03-10", "2026-03-11", False)),
        (MIDNIGHT, Anchor.EVENT, "excluded", ("2026-03-10", "2026-03-11", False)),
        (MIDNIGHT, Anchor.EVENT, "excluded_unless_midnight", ("2026-03-10", "2026-03-10", True)),
        (MIDNIGHT, Anchor.DAY, "excluded_unless_midnight", ("2026-03-10", "2026-03-11", False)),
        (MIDNIGHT, Anchor.DAY, "included", ("2026-03-10", "2026-03-10", True)),
        (MIDNIGHT, Anchor.END_OF_DAY, "excluded_unless_midnight", ("2026-03-09", "2026-03-10", False)),
        (MIDNIGHT, Anchor.END_OF_DAY, "included", ("2026-03-09", "2026-03-09", True)),
        (MIDNIGHT, Anchor.PERIOD, "excluded", ("2026-03-09", "2026-03-10", False)),
        (MIDNIGHT, Anchor.PERIOD, "included", ("2026-03-09", "2026-03-10", True)),
        (MIDNIGHT, Anchor.PERIOD, "excluded_unless_midnight", ("2026-03-09", "2026-03-10", True)),
    ],
)
def test_where_counting_starts(instant: str, anchor: Anchor, first_day: str, expected: tuple[str, str, bool]) -> None:
    """Reference, `first day` and "what a period is counted from"; BGB 187(1) and (2), Korean Civil Act 157."""
    of, first, is_whole = expected
    found = start_of(at(instant), anchor, convention(first_day=first_day), SEOUL)
    assert found == Start(day(of), day(first), is_whole=is_whole)


@pytest.mark.parametrize(
    ("event", "length", "options", "expected"),
    [
        ("2026-01-31", 1, {}, "2026-02-28"),  # Reg. 1182/71 art. 3(2)(c): the last day of the month
        ("2026-01-31", 1, {"missing_day": "rounds_up"}, "2026-03-01"),  # Codigo Civil 132 par. 3: the next day
        ("2026-01-28", 1, {"missing_day": "rounds_up"}, "2026-02-28"),  # the day is there: nothing to round
        ("2026-02-28", 1, {}, "2026-03-28"),  # C-171/03 Toeters: the number of the event's day
        ("2026-02-28", 1, {"months_end": "day_before"}, "2026-03-31"),  # Civil Act 160(2): 1 April corresponds
        ("2026-01-30", 1, {"months_end": "day_before"}, "2026-02-28"),  # 31 February is none: its last (160(3))
        ("2026-01-30", 1, {"months_end": "day_before", "missing_day": "rounds_up"}, "2026-02-28"),
        ("2026-04-30", 1, {"months_end": "day_before"}, "2026-05-31"),
        ("2024-02-29", 12, {}, "2025-02-28"),
    ],
)
def test_months_end(event: str, length: int, options: dict[str, Any], expected: str) -> None:
    """Months end on the same number, or the day before the one that corresponds to the first day counted."""
    start = Start(day(event), day(event) + timedelta(days=1), is_whole=False)
    assert last_day(start, period(length, "month"), convention(**options), NO_CALENDAR) == day(expected)


@pytest.mark.parametrize(
    ("first", "length", "expected"),
    [
        ("2026-11-30", 3, "2027-02-28"),  # reference, "whole starts": 3 months beginning with 30 November
        ("2026-03-01", 1, "2026-03-31"),  # BGB 187(2), 188(2): a month from the start of 1 March
        ("2026-03-10", 1, "2026-04-09"),
        ("2008-02-29", 216, "2026-02-28"),  # born on 29 February: 18 years are over with 28 February (BGB 187(2))
    ],
)
def test_whole_starts(first: str, length: int, expected: str) -> None:
    """Where the first day counted begins a period, months end before its number comes again."""
    start = Start(day(first), day(first), is_whole=True)
    assert last_day(start, period(length, "month"), convention(), NO_CALENDAR) == day(expected)
    rounding = convention(missing_day="rounds_up")
    assert last_day(start, period(length, "month"), rounding, NO_CALENDAR) == day(expected)


def test_no_months_end_before_the_first_day() -> None:
    """No months, or no days: nothing of the first day counted."""
    start = Start(day("2026-03-10"), day("2026-03-11"), is_whole=False)
    assert after_months(start, 0, convention()) == day("2026-03-10")
    whole = Start(day("2026-03-10"), day("2026-03-10"), is_whole=True)
    assert after_months(whole, 0, convention()) == day("2026-03-09")
    assert last_day(whole, period(14, "day"), convention(), NO_CALENDAR) == day("2026-03-23")


@pytest.mark.parametrize(
    ("compound", "expected"),
    [
        ("months_first", "2025-03-01"),  # 15 February 2024 + 12 months is 15 February 2025, + 14 days 1 March
        ("days_first", "2025-02-28"),  # 15 February 2024 + 14 days is 29 February; a year on it is clamped
    ],
)
def test_compound_lengths(compound: str, expected: str) -> None:
    """The order of units decides by a day (dates.md, section 2: delivery on 15 February 2024)."""
    start = Start(day("2024-02-15"), day("2024-02-16"), is_whole=False)
    both = Period(((12, "month"), (14, "day")))
    assert last_day(start, both, convention(compound=compound), NO_CALENDAR) == day(expected)


def test_days_first_moves_the_first_day_too() -> None:
    """Beginning with 15 February, 14 days and a month: from the start of 1 March to the end of 31 March."""
    whole = Start(day("2026-02-15"), day("2026-02-15"), is_whole=True)
    both = Period(((1, "month"), (14, "day")))
    assert last_day(whole, both, convention(compound="days_first"), NO_CALENDAR) == day("2026-03-31")
    start = Start(day("2026-02-14"), day("2026-02-15"), is_whole=False)
    koreans = convention(compound="days_first", months_end="day_before")
    assert last_day(start, both, koreans, NO_CALENDAR) == day("2026-03-31")


@pytest.mark.parametrize(
    ("event", "length", "options", "expected"),
    [
        ("2026-01-29", ((1, "month"),), {}, True),
        ("2026-01-28", ((1, "month"),), {}, False),
        ("2024-01-29", ((1, "month"),), {}, False),
        ("2026-01-29", ((1, "month"),), {"months_end": "day_before"}, False),
        ("2026-01-31", ((28, "day"),), {}, False),
        ("2026-01-27", ((1, "month"), (3, "day")), {}, False),
        ("2026-01-27", ((1, "month"), (3, "day")), {"compound": "days_first"}, True),
        ("2026-01-31", ((1, "month"), (3, "day")), {"compound": "days_first"}, False),
        ("2026-01-31", ((1, "month"), (3, "day")), {}, True),
    ],
)
def test_where_months_are_ambiguous(
    event: str, length: tuple[tuple[int, str], ...], options: dict[str, Any], *, expected: bool
) -> None:
    """Exactly where the day's number is more than the target month has days (ESOP 2024)."""
    start = Start(day(event), day(event) + timedelta(days=1), is_whole=False)
    assert (_read(start, length, "clamps", **options) != _read(start, length, "rounds_up", **options)) is expected


def _read(start: Start, length: tuple[tuple[int, str], ...], reading: str, **options: Any) -> date:
    return last_day(start, Period(length), convention(missing_day=reading, **options), NO_CALENDAR)


def test_whole_starts_are_not_ambiguous() -> None:
    """A month beginning with 31 January ends with the last of February, however it is rounded."""
    start = Start(day("2026-01-31"), day("2026-01-31"), is_whole=True)
    assert _read(start, ((1, "month"),), "clamps") == _read(start, ((1, "month"),), "rounds_up")


@pytest.mark.parametrize(
    ("length", "expected"), [(0, "2026-12-23"), (1, "2026-12-24"), (2, "2026-12-29"), (3, "2026-12-30")]
)
def test_business_days_from_the_first_day(length: int, expected: str) -> None:
    """From Thursday 24 December 2026, the shop closed on Friday and Monday: the 1st, 29th, 30th."""
    start = Start(day("2026-12-23"), day("2026-12-24"), is_whole=False)
    rests = convention(business_days=RESTS)
    assert last_day(start, period(length, "business day"), rests, SHOP) == day(expected)


def test_business_days_backwards() -> None:
    """From Tuesday 29 December 2026 backwards: itself, Thursday, Wednesday."""
    found = islice(business_days(day("2026-12-29"), convention(business_days=RESTS), SHOP, step=-1), 3)
    assert list(found) == [day("2026-12-29"), day("2026-12-24"), day("2026-12-23")]


@pytest.mark.parametrize(("closed", "is_found"), [(3659, True), (3660, False)])
def test_the_search_for_a_business_day_ends(closed: int, *, is_found: bool) -> None:
    """After ten years of 366 days without a business day nobody looks further; each one found starts that anew."""
    first, rests = day("2026-01-01"), convention(business_days=("holiday",))
    opens = {first + timedelta(days=closed), first + timedelta(days=2 * closed + 1)}
    calendar: Any = Always(lambda of: of not in opens)
    assert list(business_days(first, rests, calendar)) == (sorted(opens) if is_found else [])


EVERY = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TEN_YEARS = timedelta(days=3660)


@pytest.mark.parametrize(("length", "waits"), [(0, False), (1, True), (3, True)])
def test_no_business_day_at_all(length: int, *, waits: bool) -> None:
    """Where no day is a business day the end is the day where the search stops: never before the period starts."""
    start = Start(day("2026-03-10"), day("2026-03-11"), is_whole=False)
    found = last_day(start, period(length, "business day"), convention(business_days=EVERY), NO_CALENDAR)
    assert found == (day("2026-03-11") + TEN_YEARS if waits else day("2026-03-10"))


def test_business_days_that_run_out() -> None:
    """One business day and then none: ten years after it, whichever way is counted."""
    calendar: Any = Always(lambda of: of != day("2026-03-12"))
    rests = convention(business_days=("holiday",))
    assert business_day(day("2026-03-11"), 1, rests, calendar) == day("2026-03-12")
    assert business_day(day("2026-03-11"), 2, rests, calendar) == day("2026-03-12") + TEN_YEARS
    assert business_day(day("2026-03-13"), 1, rests, calendar, step=-1) == day("2026-03-12")
    assert business_day(day("2026-03-13"), 2, rests, calendar, step=-1) == day("2026-03-12") - TEN_YEARS
    assert (
        business_day(day("2026-03-11"), 2, convention(business_days=EVERY), NO_CALENDAR, step=-1)
        == day("2026-03-11") - TEN_YEARS
    )
    assert business_day(day("2026-03-13"), 0, rests, calendar, step=-1) == day("2026-03-14")
