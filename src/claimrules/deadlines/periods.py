"""Lengths of time: so many units, of several kinds at once, and what they are counted from."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from attrs import frozen

from claimrules.domain.zones import local_date

#: Units that elapse on the instant, in microseconds.
ELAPSED: Final = {"minute": 60_000_000, "hour": 3_600_000_000, "24-hour day": 86_400_000_000}
#: Units that are whole days, and those that are whole months.
DAYS: Final = {"day": 1, "week": 7, "half-month": 15}
MONTHS: Final = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
BUSINESS_DAY: Final = "business day"
#: The longest a part of a period may be: 200 years, so that no date leaves the calendar.
LONGEST: Final = {
    "minute": 105_192_000, "hour": 1_753_200, "24-hour day": 73_050, "day": 73_050, "week": 10_435,
    "half-month": 4_870, "month": 2_400, "quarter": 800, "half-year": 400, "year": 200, BUSINESS_DAY: 50_000,
}  # fmt: skip


@frozen(cache_hash=True)
class Period:
    """A length of time in one or more units, as in 12 months and 14 days."""

    parts: tuple[tuple[int, str], ...]

    @property
    def elapsed(self) -> int:
        """Its units that elapse, in microseconds."""
        return sum(length * ELAPSED[unit] for length, unit in self.parts if unit in ELAPSED)

    @property
    def months(self) -> int:
        """Its units of months and more, in months."""
        return sum(length * MONTHS[unit] for length, unit in self.parts if unit in MONTHS)

    @property
    def days(self) -> int:
        """Its days, weeks and half-months, in days."""
        return sum(length * DAYS[unit] for length, unit in self.parts if unit in DAYS)

    @property
    def business_days(self) -> int:
        """Its business days."""
        return sum(length for length, unit in self.parts if unit == BUSINESS_DAY)

    @property
    def is_elapsed(self) -> bool:
        """Whether all of it elapses on the instant."""
        return all(unit in ELAPSED for _, unit in self.parts)

    @property
    def has_business_days(self) -> bool:
        """Whether it is counted in business days."""
        return any(unit == BUSINESS_DAY for _, unit in self.parts)

    @property
    def kinds(self) -> int:
        """How many kinds of counting it mixes: elapsing, business days, calendar."""
        units = {unit for _, unit in self.parts}
        return bool(units & {*ELAPSED}) + (BUSINESS_DAY in units) + bool(units & {*DAYS, *MONTHS})

    def __str__(self) -> str:
        return " and ".join(f"{length} {unit}{'' if length == 1 else 's'}" for length, unit in self.parts)


def period(length: int, unit: str) -> Period:
    """Return a period of one unit."""
    return Period(((length, unit),))


class Anchor(StrEnum):
    """What a period is counted from, which tells the day of it.

    An event's day is the one it falls on, and so is that of an event of which only the day is known. The end of a day,
    or of another period, is the first instant after it: its day is the one just over. The first day of a period that
    follows another is the day after that one's last. A point is an instant at which nothing happens: where a window
    opens, or hours before something.
    """

    EVENT = "event"
    DAY = "day"
    END_OF_DAY = "end of day"
    PERIOD = "period"
    POINT = "point"

    @property
    def may_be_midnight(self) -> bool:
        """Whether it is an instant that can be the first of its day."""
        return self in {Anchor.EVENT, Anchor.POINT}

    def day(self, instant: int, zone: str) -> date:
        """Return the local day of the anchor."""
        return local_date(instant if self in {Anchor.EVENT, Anchor.DAY, Anchor.POINT} else instant - 1, zone)
