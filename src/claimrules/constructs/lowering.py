"""What constructs are lowered with: the file's zone, place and convention, its windows, and the code of each text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal

from attrs import evolve, field, frozen

from claimrules.core.build import at_most, both, choose, either, equal, less, negate
from claimrules.core.expr import NO, Apply, Expr, Fact, IsKnown, Lit
from claimrules.core.moment import ALWAYS, NEVER, Moment, chosen, earliest_of, latest_of, not_after
from claimrules.core.op import Op
from claimrules.core.ops import time
from claimrules.core.plan import Stage
from claimrules.deadlines.conventions import Convention
from claimrules.deadlines.counting import Terms, counts_hours, days_looked_up
from claimrules.deadlines.periods import Anchor, Period
from claimrules.domain.calendars import NO_CALENDAR, Calendar
from claimrules.domain.carriers import ANY, CALENDARS, ZONES
from claimrules.domain.types import Event, FactDeclaration

Side = Literal["opens", "closes"]

#: The fact that settles how months are counted that lack the day, where a convention says that it must be asked.
MISSING_DAY = "counting.missing_day"


@frozen
class Interval:
    """From `opens` (inside) to `closes` (outside).

    Args:
        is_empty: whether it can never be open.
        is_none: whether the policy says `none`; no modifier changes that.
        stages: what each modifier of a window does.
    """

    opens: Moment
    closes: Moment
    is_empty: Expr
    is_none: Expr = NO
    stages: tuple[Stage, ...] = ()


def between(opens: Moment, closes: Moment) -> Interval:
    """Return the interval between two moments; one that waits for an event may open yet, so it is not empty."""
    if opens == ALWAYS or closes == NEVER:
        return Interval(opens, closes, NO)
    return Interval(opens, closes, both((not_after(closes, opens), negate(not_after(NEVER, opens)))))


def intersection(intervals: Sequence[Interval]) -> Interval:
    """Return what lies in all of the intervals; always, when there is none."""
    if len(intervals) == 1:
        return intervals[0]
    opens = latest_of([ALWAYS, *(interval.opens for interval in intervals)])
    whole = between(opens, earliest_of([NEVER, *(interval.closes for interval in intervals)]))
    return evolve(whole, is_empty=either((whole.is_empty, *(interval.is_empty for interval in intervals))))


@frozen
class Where:
    """A time zone or a calendar as evaluators carry it: a constant, or a fact that tells it.

    Args:
        value: the carrier; unknown while the fact is.
        bound: the same, but `ANY` where it is not known.
    """

    value: Expr
    bound: Expr

    @property
    def is_constant(self) -> bool:
        """Whether no fact tells it."""
        return isinstance(self.value, Lit)


def constant(code: int) -> Where:
    """Return a zone or calendar that stands in the policy."""
    return Where(Lit(code), Lit(code))


def told_by(fact: str) -> Where:
    """Return a zone or calendar that a fact tells."""
    return Where(Fact(fact), choose(IsKnown(Fact(fact)), Fact(fact), Lit(ANY)))


def _asked(clamped: Moment, rounded: Moment) -> Moment:
    """Return one of two readings of a month that may lack the day; it is asked which, if they differ."""
    asked = chosen(equal(Fact(MISSING_DAY), Lit(0)), clamped, rounded)
    return chosen(equal(clamped.exact, rounded.exact), clamped, asked)


_NOWHERE: Final = constant(ZONES.code("UTC"))
_NO_HOLIDAYS: Final = constant(CALENDARS.code(NO_CALENDAR))


@frozen
class Lowering:
    """The context of one ruleset.

    Args:
        zone: where days are counted.
        place: whose holidays count where a convention goes by place; None where the ruleset names none.
        file_convention: the ruleset's counting convention.
        convention: the one in force where we are: a window can have its own.
        calendars: the calendars that can be named.
        facts, windows, conventions: what can be referred to, by name.
        rounding: of percentages.
        lower_node: dispatches to the constructs; the compiler sets it.
        is_nominal: last days do not move here.
        parameters: values that changed over time, by name.
        in_force_by: the event that tells which of these holds.
        symbols: the codes of texts the file compares with.
    """

    zone: Where
    place: Where | None
    file_convention: Convention
    convention: Convention
    calendars: Mapping[str, Calendar]
    facts: Mapping[str, FactDeclaration]
    windows: Mapping[str, Any]
    conventions: Mapping[str, Convention]
    rounding: str
    lower_node: Any
    is_nominal: bool = False
    parameters: Mapping[str, Any] = field(factory=dict)
    in_force_by: str = ""
    symbols: dict[str, int] = field(factory=dict)
    _lowered: dict[tuple[str, bool], Interval] = field(factory=dict)

    def condition(self, node: Any) -> Expr:
        """Lower a condition."""
        lowered: Expr = self.lower_node(node)(node, self)
        return lowered

    def moment(self, node: Any, side: Side) -> Moment:
        """Lower a moment that opens or closes something."""
        lowered: Moment = self.lower_node(node)(node, self, side)
        return lowered

    def interval(self, node: Any) -> Interval:
        """Lower a period or a whole window."""
        lowered: Interval = self.lower_node(node)(node, self)
        return lowered

    def window(self, name: str) -> Interval:
        """Lower a window by name, once: it means the same wherever it is referred to."""
        key = (name, self.is_nominal)
        if key not in self._lowered:
            self._lowered[key] = evolve(self, convention=self.file_convention).interval(self.windows[name])
        return self._lowered[key]

    def amount(self, node: Any) -> Expr:
        """Lower an amount."""
        lowered: Expr = self.lower_node(node)(node, self)
        return lowered

    def ends_its_day(self, event: str) -> bool:
        """Tell whether an event is the end of a time, so that at midnight it belongs to the day just over."""
        found = self.facts[event].type
        return isinstance(found, Event) and found.date_means_end

    def on_or_after(self, event: str, start: Expr) -> Expr:
        """Return whether an event lies on the day that starts at an instant, or later."""
        return less(start, Fact(event)) if self.ends_its_day(event) else at_most(start, Fact(event))

    def over_by(self, event: str, end: Expr) -> Expr:
        """Return whether an event lies on a day that is over at an instant, or earlier."""
        return at_most(Fact(event), end) if self.ends_its_day(event) else less(Fact(event), end)

    def symbol(self, words: str) -> int:
        """Return the code of a text that the file compares with."""
        return self.symbols.setdefault(words, len(self.symbols) + 1)

    @property
    def nominal(self) -> Lowering:
        """The same, where last days do not move."""
        return self if self.is_nominal else evolve(self, is_nominal=True)

    @property
    def actual(self) -> Lowering:
        """The same, where last days move as the convention says."""
        return evolve(self, is_nominal=False) if self.is_nominal else self

    @property
    def chained(self) -> Lowering:
        """The context of the end of another period, from which one here is counted."""
        is_nominal = self.convention.moves and self.convention.chains_from == "nominal"
        return self if is_nominal == self.is_nominal else evolve(self, is_nominal=is_nominal)

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
        convention = self.convention
        if convention.missing_day != "asked" or not period.months:
            terms = self.terms(anchor)
            names = days_looked_up(period, convention, rolls=terms.rolls)
            is_local = not counts_hours(period, convention) or bool(names) or convention.hours == "after_event_hour"
            triple = (moment.exact, moment.earliest, moment.latest)
            bounds = time.after_bounds(period, terms)
            return self.placed(time.after(period, terms), triple, looks_up=names, is_local=is_local, bounds=bounds)
        clamped, rounded = (
            evolve(self, convention=evolve(convention, missing_day=reading)).after(period, moment, anchor)
            for reading in ("clamps", "rounds_up")
        )
        return _asked(clamped, rounded)

    def periods_of(self, duration: Any) -> tuple[Period, ...]:
        """Return every length that a duration can be: its own, or all values of its parameter."""
        if duration.parameter is None:
            return (duration.period,)
        return tuple(value.value.period for value in self.parameters[duration.parameter.text].values)

    def dated(self, duration: Any, lower: Callable[[Period], Moment]) -> Moment:
        """Return what a length comes to; where a parameter says it, by the value that holds for the claim."""
        first, *rest = self.periods_of(duration)
        moment = lower(first)
        for period, holds in zip(rest, self._since(duration.parameter), strict=True):
            moment = chosen(holds, lower(period), moment)
        return moment

    def dated_after(self, duration: Any, moment: Moment, anchor: Anchor) -> Moment:
        """Return the moment after a duration."""
        return self.dated(duration, lambda period: self.after(period, moment, anchor))

    def dated_amount(self, parameter: Any, lower: Callable[[Any], Expr]) -> Expr:
        """Return what a parameter that is no length of time comes to, by the value that holds for the claim."""
        first, *rest = self.parameters[parameter.text].values
        amount = lower(first.value)
        for value, holds in zip(rest, self._since(parameter), strict=True):
            amount = choose(holds, lower(value.value), amount)
        return amount

    def _since(self, parameter: Any) -> list[Expr]:
        """Return of each value of a parameter but the first whether it held already."""
        if parameter is None:
            return []
        later = self.parameters[parameter.text].values[1:]
        return [self.on_or_after(self.in_force_by, self.day_edge(v.start, is_end=False).exact) for v in later]

    def day_edge(self, day: date, *, is_end: bool) -> Moment:
        """Return the first instant of a written day, or the first one after it."""
        terms, number = self.terms(Anchor.DAY), Lit(day.toordinal())
        rolls = is_end and terms.rolls and self.convention.dates_roll != "never"
        names = set(self.convention.rolls_on) if rolls else set()
        return self.placed(time.day_edge(terms, is_end=is_end), (number, number, number), looks_up=names)

    def before(self, period: Period, moment: Moment, anchor: Anchor, *, day_end: bool) -> Moment:
        """Return the moment a period before another, counted by the convention in force."""
        terms = self.terms(anchor)
        if self.convention.missing_day == "asked" and period.months:
            clamped, rounded = (
                evolve(self, convention=evolve(self.convention, missing_day=reading)).before(
                    period, moment, anchor, day_end=day_end
                )
                for reading in ("clamps", "rounds_up")
            )
            return _asked(clamped, rounded)
        names = days_looked_up(period, self.convention, is_before=True, rolls=terms.rolls)
        op = time.before(period, terms, day_end=day_end)
        triple = (moment.exact, moment.earliest, moment.latest)
        return self.placed(op, triple, looks_up=names, is_local=not period.is_elapsed)
