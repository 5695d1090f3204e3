"""Days of rest: named weekdays, the calendar's weekend, holidays, make-up days; and where a last day rolls."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from claimrules.deadlines.rest import rolled, why_at_rest, why_no_business_day
from claimrules.domain.calendars import Calendar
from tests.unit.deadlines.subject import RESTS, SHOP, Always, convention, day

#: Its weekend is Friday and Saturday; the first Saturday of 2026, 3 January, is a work day by order.
CAIRO = Calendar("cairo", weekend=("friday", "saturday"), worked=(day("2026-01-03"),))


@pytest.mark.parametrize(
    ("of", "names", "calendar", "expected"),
    [
        ("2026-12-25", RESTS, SHOP, "Christmas"),
        ("2026-12-25", ("saturday", "sunday"), SHOP, ""),
        ("2026-12-26", RESTS, SHOP, "Saturday"),
        ("2026-12-26", ("sunday", "holiday"), SHOP, ""),
        ("2026-12-27", RESTS, SHOP, "Sunday"),
        ("2026-12-29", RESTS, SHOP, ""),
        ("2026-12-26", ("weekend",), SHOP, "Saturday"),
        ("2026-12-29", ("weekend",), SHOP, ""),
        ("2026-01-02", ("weekend",), CAIRO, "Friday"),
        ("2026-01-04", ("weekend",), CAIRO, ""),
        ("2026-12-29", ("tuesday",), SHOP, "Tuesday"),
    ],
)
def test_why_a_day_is_at_rest(of: str, names: tuple[str, ...], calendar: Calendar, expected: str) -> None:
    """A holiday says its name, other days of rest their weekday (25 December 2026 is a Friday)."""
    assert why_at_rest(day(of), names, convention(), calendar) == expected
    assert why_no_business_day(day(of), convention(business_days=names), calendar) == expected


@pytest.mark.parametrize(("make_up", "expected"), [("worked", ""), ("ignored", "Saturday")])
def test_make_up_days(make_up: str, expected: str) -> None:
    """A Saturday that the calendar makes a work day is one only where the convention says so."""
    found = convention(make_up_days=make_up)
    assert why_at_rest(day("2026-01-03"), ("weekend",), found, CAIRO) == expected
    assert why_at_rest(day("2026-01-03"), ("saturday",), found, CAIRO) == expected
    assert why_at_rest(day("2026-01-10"), ("weekend",), found, CAIRO) == "Saturday"


def test_a_holiday_that_is_worked_is_a_day_of_work() -> None:
    """Reference, `worked` and `make_up days`: a day of rest that the calendar makes a work day is none."""
    both = Calendar("both", closed=((day("2026-01-03"), "Festival"),), worked=(day("2026-01-03"),))
    assert why_at_rest(day("2026-01-03"), RESTS, convention(make_up_days="worked"), both) == ""
    assert why_at_rest(day("2026-01-03"), RESTS, convention(make_up_days="ignored"), both) == "Festival"


@pytest.mark.parametrize(
    ("of", "step", "expected"),
    [
        ("2026-12-24", 1, "2026-12-24"), ("2026-12-25", 1, "2026-12-29"), ("2026-12-28", 1, "2026-12-29"),
        ("2026-12-28", -1, "2026-12-24"), ("2026-12-29", -1, "2026-12-29"),
    ],
)  # fmt: skip
def test_where_a_day_rolls(of: str, step: int, expected: str) -> None:
    """Over the holiday, the weekend and the next holiday in one go, either way; a day to act stands."""
    assert rolled(day(of), convention(rolls_on=RESTS), SHOP, step=step) == day(expected)


@pytest.mark.parametrize(("closed", "moved"), [(3659, 3659), (3661, 3660)])
def test_rolling_ends(closed: int, moved: int) -> None:
    """After ten years of 366 days without a day to act the search gives up."""
    first = day("2026-01-01")
    calendar: Any = Always(lambda of: of < first + timedelta(days=closed))
    found = rolled(first, convention(rolls_on=("holiday",)), calendar, step=1)
    assert found == first + timedelta(days=moved)
