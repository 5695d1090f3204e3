"""Days on which nothing can be done: why a day is no business day, or one that a deadline rolls off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from claimrules.deadlines.conventions import Convention
from claimrules.domain.calendars import WEEKDAYS, Calendar

#: So many days without one to act end the search: a calendar that is never open must not keep anybody waiting.
LONGEST_REST: Final = 3660


def why_at_rest(day: date, names: tuple[str, ...], convention: Convention, calendar: Calendar) -> str:
    """Return why a day belongs to a set of days of rest, or nothing; a day made up for is a day of work."""
    if convention.make_up_days == "worked" and calendar.is_make_up_day(day):
        return ""
    holiday = calendar.holiday(day) if "holiday" in names else ""
    if holiday:
        return holiday
    weekday = WEEKDAYS[day.weekday()]
    is_named = weekday in names or ("weekend" in names and calendar.is_weekend(day))
    return weekday.capitalize() if is_named else ""


def why_no_business_day(day: date, convention: Convention, calendar: Calendar) -> str:
    """Return why a day is no business day of the convention, or nothing."""
    return why_at_rest(day, convention.business_days, convention, calendar)


def rolled(day: date, convention: Convention, calendar: Calendar, *, step: int) -> date:
    """Return the next day, or the one before with step -1, that a deadline does not roll off; after ten years, that day."""
    for _ in range(LONGEST_REST):
        if not why_at_rest(day, convention.rolls_on, convention, calendar):
            return day
        day += timedelta(days=step)
    return day
