"""What the tests of counting are about: instants and days as text, conventions by options, a calendar at will."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from attrs import evolve, frozen

from claimrules.deadlines.conventions import Convention
from claimrules.domain.calendars import Calendar
from claimrules.domain.instants import micros

PLAIN = Convention("plain")
SEOUL, BERLIN, LA, APIA = "Asia/Seoul", "Europe/Berlin", "America/Los_Angeles", "Pacific/Apia"
#: Closed on Christmas Day 2026, a Friday, and on Monday 28 December 2026.
SHOP = Calendar("shop", closed=((date(2026, 12, 25), "Christmas"), (date(2026, 12, 28), "Inventory")))
RESTS = ("saturday", "sunday", "holiday")


def convention(**options: Any) -> Convention:
    """Return plain days, but for these options."""
    return evolve(PLAIN, **options)


def at(text: str) -> int:
    """Return an instant."""
    return micros(datetime.fromisoformat(text))


def day(text: str) -> date:
    """Return a day."""
    return date.fromisoformat(text)


@frozen
class Always:
    """A calendar on which a test tells which days are holidays."""

    is_holiday: Callable[[date], bool]

    def holiday(self, of: date) -> str:
        """Return why a day is a holiday, or nothing."""
        return "closed" if self.is_holiday(of) else ""
