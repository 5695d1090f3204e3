"""Where and how time is counted, and the moments that come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from attrs import evolve, frozen

from claimrules.constructs.where import Where, constant
from claimrules.core.build import both, choose, equal
from claimrules.core.expr import Apply, Expr, Fact, Lit
from claimrules.core.moment import Moment, chosen
from claimrules.core.op import Op
from claimrules.core.ops import time
from claimrules.deadlines.conventions import Convention
from claimrules.deadlines.counting import Terms, counts_hours, days_looked_up
from claimrules.deadlines.periods import Anchor, Period
from claimrules.domain.calendars import NO_CALENDAR, Calendar
from claimrules.domain.carriers import CALENDARS, ZONES

#: The fact that settles how months are counted that lack the day, where a convention says that it must be asked.
MISSING_DAY = "counting.missing_day"
_NOWHERE: Final = constant(ZONES.code("UTC"))
_NO_HOLIDAYS: Final = constant(CALENDARS.code(NO_CALENDAR))


@frozen(kw_only=True)
class TimeContext:
    """Where and how time is counted.

    Args:
        zone: where days are counted.
        place: whose holidays count where a convention goes by place; None where the ruleset names none.
        convention: the counting convention in force where we are: a window can have its own.
        calendars: the calendars that can be named.
        is_nominal: last days do not move here.
    """

    zone: Where
    place: Where | None
    convention: Convention
    calendars: Mapping[str, Calendar]
    is_nominal: bool = False

    def terms(self, anchor: Anchor) -> Terms:
        """Return what a period is counted under here."""
        return Terms(self.convention, anchor, rolls=not (self.is_nominal and self.convention.moves))

    @property
    def calendar(self) -> Where:
        """Whose holidays count here."""
        holidays = self.convention.holidays
        if holidays == "by_place" and self.place is not None:
            return self.place
        found = self.calendars.get(holidays)
        if found is None and holidays not in {"", "by_place"}:
            found = Calendar(holidays, holidays)
        return constant(CALENDARS.code(found or NO_CALENDAR))

    def placed(
        self,
        op: Op,
        *moments: tuple[Expr, Expr, Expr],
        looks_up: set[str],
        is_local: bool = True,
        bounds: tuple[Op, Op] | None = None,
    ) -> Moment:
        """Return the moment that an operation of time gives here, with its bounds.

        Args:
            op: its last two arguments are the zone and the calendar.
            moments: for each other argument what it is, and what bounds the result from below and from above.
            looks_up: the kinds of days it looks up in the calendar.
            is_local: whether it depends on the zone.
            bounds: operations that bound the result, where the operation does not keep the order of its arguments.
        """
        zone = self.zone if is_local else _NOWHERE
        makes_up = bool(looks_up) and self.convention.make_up_days == "worked"
        calendar = self.calendar if makes_up or looks_up & {"holiday", "weekend"} else _NO_HOLIDAYS
        exact, earliest, latest = zip(*moments, strict=True)
        value = Apply(op, (*exact, zone.value, calendar.value))
        settled = both(equal(low, high) for low, high in zip(earliest, latest, strict=True) if low != high)
        first, last = (
            choose(
                settled, *(self._bound(which, (*ends, zone, calendar), is_latest=is_latest) for which in (op, other))
            )
            for ends, other, is_latest in zip((earliest, latest), bounds or (op, op), (False, True), strict=True)
        )
        if zone.is_constant and calendar.is_constant:
            return Moment(value, first, last)
        return Moment(choose(equal(first, last), first, value), first, last)

    def _bound(self, op: Op, arguments: tuple[Any, ...], *, is_latest: bool) -> Expr:
        """Return an operation's result, or the earliest or latest over all zones and calendars there can be."""
        *moments, zone, calendar = arguments
        if zone.is_constant and calendar.is_constant:
            return Apply(op, (*moments, zone.value, calendar.value))
        bounding = time.bound(op, time.scalar_of(op), self.convention.among, is_latest=is_latest)
        return Apply(bounding, (*moments, zone.bound, calendar.bound))

    def after(self, period: Period, moment: Moment, anchor: Anchor) -> Moment:
        """Return the moment after a period, counted by the convention in force."""
        if self._asks(period):
            return self._asked(lambda reading: reading.after(period, moment, anchor))
        terms, convention = self.terms(anchor), self.convention
        names = days_looked_up(period, convention, rolls=terms.rolls)
        is_local = not counts_hours(period, convention) or bool(names) or convention.hours == "after_event_hour"
        triple = (moment.exact, moment.earliest, moment.latest)
        bounds = time.after_bounds(period, terms)
        return self.placed(time.after(period, terms), triple, looks_up=names, is_local=is_local, bounds=bounds)

    def day_edge(self, day: date, *, is_end: bool) -> Moment:
        """Return the first instant of a written day, or the first one after it."""
        terms, number = self.terms(Anchor.DAY), Lit(day.toordinal())
        rolls = is_end and terms.rolls and self.convention.dates_roll != "never"
        names = set(self.convention.rolls_on) if rolls else set()
        return self.placed(time.day_edge(terms, is_end=is_end), (number, number, number), looks_up=names)

    def before(self, period: Period, moment: Moment, anchor: Anchor, *, day_end: bool) -> Moment:
        """Return the moment a period before another, counted by the convention in force."""
        if self._asks(period):
            return self._asked(lambda reading: reading.before(period, moment, anchor, day_end=day_end))
        terms = self.terms(anchor)
        names = days_looked_up(period, self.convention, is_before=True, rolls=terms.rolls)
        op = time.before(period, terms, day_end=day_end)
        triple = (moment.exact, moment.earliest, moment.latest)
        return self.placed(op, triple, looks_up=names, is_local=not period.is_elapsed)

    def _asks(self, period: Period) -> bool:
        """Tell whether it must be asked what becomes of a month that lacks the day."""
        return self.convention.missing_day == "asked" and bool(period.months)

    def _asked(self, lower: Callable[[TimeContext], Moment]) -> Moment:
        """Return the moment by one of two readings of a month that may lack the day; it is asked which, if they differ."""
        clamped, rounded = (
            lower(evolve(self, convention=evolve(self.convention, missing_day=reading)))
            for reading in ("clamps", "rounds_up")
        )
        asked = chosen(equal(Fact(MISSING_DAY), Lit(0)), clamped, rounded)
        return chosen(equal(clamped.exact, rounded.exact), clamped, asked)
