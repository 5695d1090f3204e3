"""Days of rest: weekdays, weekends, the holidays of a place by the `holidays` package, and what a policy adds to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

from attrs import evolve, frozen

from claimrules.constructs.declarations.calendar import CalendarNode, Days
from claimrules.deadlines.conventions import Convention
from tests.oracle.instants import Day

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@frozen
class Almanac:
    """What is known of the days of one place or declared calendar.

    Args:
        place: by ISO 3166, or nothing.
        said: of single days, whether they are holidays, in spite of what the place says.
        worked: days of rest that are work days.
        weekend: names of days; empty for the place's own.
    """

    place: str = ""
    is_observed: bool = True
    categories: tuple[str, ...] = ()
    said: Mapping[date, bool] = {}
    worked: frozenset[date] = frozenset()
    weekend: tuple[str, ...] = ()

    def is_holiday(self, day: date) -> bool:
        """Tell whether a day is a holiday."""
        if day in self.said:
            return self.said[day]
        return bool(self.place) and day in self._of_place(day)

    def is_weekend(self, day: date) -> bool:
        """Tell whether a day belongs to the weekend."""
        if self.weekend or not self.place:
            return _WEEKDAYS[day.weekday()] in (self.weekend or ("saturday", "sunday"))
        return day.weekday() in self._of_place(day).weekend

    def is_work_day(self, day: date) -> bool:
        """Tell whether a day of rest is a work day by order."""
        return day in self.worked or (bool(self.place) and day in self._of_place(day).weekend_workdays)

    def _of_place(self, day: date) -> Any:
        return _holidays(self.place, day.year, self.categories, is_observed=self.is_observed)


@lru_cache(maxsize=4096)
def _holidays(place: str, year: int, categories: tuple[str, ...], *, is_observed: bool) -> Any:
    """Return the holidays of a place in a year and the years beside it."""
    from holidays import country_holidays

    country, _, part = place.partition("-")
    years = (year - 1, year, year + 1)
    return country_holidays(
        country, part or None, years, expand=False, observed=is_observed, categories=categories or None
    )


def almanac_of(name: str, nodes: Mapping[str, CalendarNode]) -> Almanac:
    """Return a declared calendar on top of what it extends, or that of a place."""
    if name not in nodes:
        return Almanac(name)
    node = nodes[name]
    below = almanac_of(node.base.text, nodes) if node.base else Almanac(node.place.text if node.place else "")
    said = dict.fromkeys(_days(node.opened), False) | dict.fromkeys(_days(node.closed), True)
    return evolve(
        below,
        is_observed=node.observed.text == "substitutes" if node.observed else below.is_observed,
        categories=tuple(category.text for category in node.categories) or below.categories,
        said={**below.said, **said},
        worked=below.worked | frozenset(_days(node.worked)),
        weekend=tuple(day.text for day in node.weekend) or below.weekend,
    )


def _days(clauses: Iterable[Days]) -> list[date]:
    return [day for clause in clauses for day in clause.days]


def is_one_of(day: Day, names: tuple[str, ...], convention: Convention, almanac: Almanac) -> bool:
    """Tell whether a day is one of the days of rest that an option of a convention names."""
    on = date.fromordinal(int(day))
    if convention.make_up_days == "worked" and almanac.is_work_day(on):
        return False
    return (
        _WEEKDAYS[on.weekday()] in names
        or ("weekend" in names and almanac.is_weekend(on))
        or ("holiday" in names and almanac.is_holiday(on))
    )
