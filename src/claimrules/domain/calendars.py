"""Calendars: the holidays of a place by the `holidays` package, with what a policy adds or takes away."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from importlib.metadata import version
from typing import Final

from attrs import frozen

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: The weekend of a calendar that names none and belongs to no place.
USUAL_WEEKEND: Final = ("saturday", "sunday")


@frozen(cache_hash=True)
class Calendar:
    """Which days are holidays, weekend or make-up work days.

    Args:
        name: a place (`KR`, `DE-BY`) or the name it was declared by.
        place: the place whose holidays it has, or nothing.
        observed: `substitutes`: with the substitute days of holidays at weekends; `actual`: without.
        categories: the categories of the `holidays` package; empty for its usual one.
        closed: days that are holidays too, each with why.
        opened: days that are no holidays here.
        worked: days of rest that are work days here.
        weekend: the days of its weekend by name; empty for those of its place.
    """

    name: str
    place: str = ""
    observed: str = "substitutes"
    categories: tuple[str, ...] = ()
    closed: tuple[tuple[date, str], ...] = ()
    opened: tuple[date, ...] = ()
    worked: tuple[date, ...] = ()
    weekend: tuple[str, ...] = ()

    def holiday(self, day: date) -> str:
        """Return the name of the holiday a day is, or nothing."""
        for closed, why in self.closed:
            if closed == day:
                return why
        if day in self.opened or not self.place:
            return ""
        return _year(self.place, self.observed, self.categories, day.year).names.get(day, "")

    def is_make_up_day(self, day: date) -> bool:
        """Tell whether a day of rest is a work day by order."""
        if day in self.worked:
            return True
        return bool(self.place) and day in _year(self.place, self.observed, self.categories, day.year).make_up

    def is_weekend(self, day: date) -> bool:
        """Tell whether a day belongs to the calendar's weekend."""
        if self.weekend or not self.place:
            return WEEKDAYS[day.weekday()] in (self.weekend or USUAL_WEEKEND)
        return day.weekday() in _year(self.place, self.observed, self.categories, day.year).weekend

    def is_projected(self, year: int, make_up_days: str) -> bool:
        """Tell whether the holidays of a year are not published yet: marked as estimates, or without make-up days."""
        if not self.place:
            return False
        known = _year(self.place, self.observed, self.categories, year)
        has_work_days = known.make_up or any(day.year == year for day in self.worked)
        return known.is_estimated or (make_up_days == "worked" and not has_work_days)


@frozen
class _Year:
    names: dict[date, str]
    make_up: frozenset[date]
    weekend: frozenset[int]
    is_estimated: bool


@lru_cache(maxsize=16_384)  # every place for some years
def _year(place: str, observed: str, categories: tuple[str, ...], year: int) -> _Year:
    from holidays import country_holidays

    country, _, subdivision = place.partition("-")
    days = country_holidays(
        country,
        subdiv=subdivision or None,
        years=year,
        expand=False,
        observed=observed == "substitutes",
        categories=categories or None,
        language=_language(country),
    )
    estimated = any("(estimated)" in name for name in days.values())
    make_up = frozenset(
        day for day in days.weekend_workdays if day.year == year
    )  # the package adds some of other years
    return _Year(dict(days.items()), make_up, frozenset(days.weekend), estimated)


@cache
def _language(country: str) -> str | None:
    from holidays import country_holidays

    return "en_US" if "en_US" in country_holidays(country).supported_languages else None


def days_left(names: tuple[str, ...], weekend: tuple[str, ...]) -> tuple[str, ...]:
    """Return the days of the week that are not among days of rest, of which `weekend` can be one."""
    rests = {*names, *(weekend if "weekend" in names else ())}
    return tuple(day for day in WEEKDAYS if day not in rests)


@cache
def places() -> frozenset[str]:
    """Return every place there are holidays of: ISO 3166 codes of countries, and of their parts (`DE-BY`)."""
    from holidays import list_supported_countries

    listed = list_supported_countries(include_aliases=False)
    return frozenset(listed) | {f"{country}-{part}" for country, parts in listed.items() for part in parts}


def is_place(code: str) -> bool:
    """Tell whether there are holidays of a place."""
    return code in places()


@cache
def every_place() -> tuple[str, ...]:
    """Return every country and part of one there are holidays of, in order: what a place can be that nobody has told."""
    return tuple(sorted(places()))


def parts_of_place(code: str) -> tuple[str, ...]:
    """Return the parts of a country."""
    return tuple(sorted(place for place in places() if place.startswith(f"{code}-")))


def holidays_version() -> str:
    """Return the version of the `holidays` package."""
    return version("holidays")


#: No holidays, and a weekend of Saturday and Sunday.
NO_CALENDAR: Final = Calendar("none")
