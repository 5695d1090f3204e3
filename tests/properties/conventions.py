"""Every convention that ships, with a calendar, and the days and zones that properties are tried on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache

from attrs import frozen
from hypothesis import strategies as st

from claimrules.catalog.shipped import shipped
from claimrules.compiler.pipeline import compile_source
from claimrules.deadlines.conventions import Convention
from claimrules.deadlines.counting import Terms, end_after
from claimrules.deadlines.days import Start, last_day
from claimrules.deadlines.periods import Anchor, Period
from claimrules.domain.calendars import NO_CALENDAR, Calendar
from claimrules.domain.instants import micros
from claimrules.text.source import Source

#: In these the clock changes at midnight, by half an hour, not at all, or a whole day was skipped.
ZONES = (
    "UTC",
    "Asia/Seoul",
    "America/Los_Angeles",
    "Europe/Berlin",
    "America/Sao_Paulo",
    "Pacific/Apia",
    "Australia/Lord_Howe",
)
NAMES = tuple(name.rpartition(".")[2] for name in shipped() if name.startswith("conventions."))
PLACES = ("KR", "DE", "TAR")
REST = ("saturday", "sunday", "holiday")
PLAIN = Convention("plain")
ROUNDS_UP = Convention("rounds_up", missing_day="rounds_up")
BUSINESS = Convention("business", business_days=REST, rolls="forward", rolls_on=REST)

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
#: Days around ends of months, where months differ.
EDGES = st.builds(
    lambda year, month, back: date(year, month, 1) - timedelta(days=back),
    st.integers(1991, 2060),
    st.integers(1, 12),
    st.integers(-2, 4),
)
ANY_DAY = DAYS | EDGES


@frozen
class Shipped:
    """A convention that ships with a calendar that it can look days up in."""

    convention: Convention
    calendar: Calendar


@cache
def named(name: str) -> Shipped:
    """Return a convention by its name; where it goes by the place, with the first it knows, else Korea."""
    text = f'ruleset a.b counting {name} timezone "UTC" place KR window w = until 2026-01-01'
    convention = compile_source(Source("a", text)).plan.windows[0].convention
    place = convention.among[0] if convention.among else "KR"
    return Shipped(convention, Calendar(place, place))


SHIPPED = st.sampled_from(NAMES).map(named)
PERIODS = st.one_of(
    st.builds(lambda n: Period(((n, "hour"),)), st.integers(1, 2000)),
    st.builds(lambda n: Period(((n, "day"),)), st.integers(1, 400)),
    st.builds(lambda n: Period(((n, "month"),)), st.integers(1, 30)),
    st.builds(lambda n, m: Period(((n, "month"), (m, "day"))), st.integers(1, 14), st.integers(1, 30)),
    st.builds(lambda n: Period(((n, "business day"),)), st.integers(1, 20)),
)
#: Instants at, and next to, the beginnings of days, and at any hour.
CLOCK = st.sampled_from([0, 1, -1]) | st.integers(0, 86_399_999_999)


def instant(day: date, clock: int = 0) -> int:
    """Return an instant of a day in UTC."""
    return micros(datetime(day.year, day.month, day.day, tzinfo=UTC)) + clock


def at(text: str) -> int:
    """Return an instant as written."""
    return micros(datetime.fromisoformat(text))


def ends(
    start: int, period: Period, convention: Convention, zone: str, calendar: Calendar, anchor: Anchor = Anchor.EVENT
) -> int:
    """Return when a period ends."""
    return end_after(start, period, Terms(convention, anchor), zone, calendar)


def months(day: date, length: int, convention: Convention = PLAIN) -> date:
    """Return the last day of so many months."""
    return counted(day, Period(((length, "month"),)), convention)


def counted(day: date, period: Period, convention: Convention = PLAIN, calendar: Calendar = NO_CALENDAR) -> date:
    """Return the last day of a period after a day, as counted."""
    return last_day(Start(day, day + timedelta(days=1), is_whole=False), period, convention, calendar)


def business(day: date, length: int, place: str) -> date:
    """Return the day so many business days after another."""
    return counted(day, Period(((length, "business day"),)), BUSINESS, calendar(place))


@cache
def calendar(place: str) -> Calendar:
    """Return a place's calendar; `TAR` has the closing days of the TARGET system."""
    if place != "TAR":
        return Calendar(place, place)
    years = range(1989, 2063)
    fixed = [(date(year, *day), "TARGET") for year in years for day in ((1, 1), (5, 1), (12, 25), (12, 26))]
    return Calendar("TAR", closed=tuple(fixed + [(day, "TARGET") for year in years for day in _easter(year)]))


def _easter(year: int) -> tuple[date, date]:
    from dateutil.easter import easter

    sunday = easter(year)
    return sunday - timedelta(days=2), sunday + timedelta(days=1)
