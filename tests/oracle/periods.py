"""Moments, periods, windows and time clauses × world → one half-open interval."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve, frozen

from claimrules.constructs.declarations.time_clauses import TimeClauses
from claimrules.constructs.moments.extremes import Extreme
from claimrules.constructs.moments.periods import Fixed, LengthPeriod, Period, WindowUse
from claimrules.constructs.moments.points import DateMoment, EventMoment, InstantMoment, WindowEdge
from claimrules.constructs.moments.shifted import Shifted
from claimrules.constructs.moments.windows import Window
from tests.oracle.backwards import before
from tests.oracle.changes import Change
from tests.oracle.conditions import event_moment, holds
from tests.oracle.instants import (
    ALWAYS,
    NEVER,
    Instant,
    Point,
    day_point,
    day_start,
    event_point,
    extreme,
    instant_point,
    period_end,
    to_instant,
)
from tests.oracle.interval import NOTHING, Interval
from tests.oracle.lengths import elapses
from tests.oracle.policy import Policy
from tests.oracle.world import World


@frozen
class Clock:
    """Evaluates what is said about time in one world."""

    policy: Policy
    world: World

    @property
    def zone(self) -> str:
        """Where days begin and end."""
        return self.policy.zone_in(self.world)

    def moment(self, node: Any, window: Window | None, *, as_counted: bool = False) -> Point:
        """Return a moment, counted by the convention of the window it stands in.

        Args:
            node: the moment.
            window: the window it stands in, if it stands in one.
            as_counted: where it was counted to, before it moves off days of rest.
        """
        match node:
            case EventMoment():
                return event_moment(node.name.text, self.world, self.policy)
            case InstantMoment(instant):
                return event_point(to_instant(instant), self.zone)
            case DateMoment(day):
                return self._date(day, window, as_counted=as_counted)
            case Extreme(kind, moments):
                points = [self.moment(part, window, as_counted=as_counted) for part in moments]
                return extreme(points, is_latest=kind == "latest")
            case WindowEdge(edge, name):
                interval = self.window(self.policy.windows[name.text])
                if edge == "start":
                    return instant_point(interval.opens, self.zone)
                return period_end(interval.counted if as_counted else interval.closes, self.zone)
            case Shifted():
                return self._shifted(node, window, as_counted=as_counted)
        raise TypeError(node)

    def _date(self, day: date, window: Window | None, *, as_counted: bool) -> Point:
        point = day_point(day.toordinal(), self.zone)
        counting = self.policy.counting(window, self.world, rolls=not as_counted)
        if counting.convention.dates_roll == "never":
            return point
        return evolve(point, closing=day_start(counting.moved(point.day) + 1, self.zone))

    def _shifted(self, node: Shifted, window: Window | None, *, as_counted: bool) -> Point:
        """Return a length after or before a moment; of several moments, what the length after each of them gives."""
        inner = node.moment
        if isinstance(inner, Extreme):
            parts = tuple(evolve(node, moment=part) for part in inner.moments)
            return self.moment(evolve(inner, moments=parts), window, as_counted=as_counted)
        counting = self.policy.counting(window, self.world, rolls=not as_counted)
        is_chained = isinstance(inner, WindowEdge) and inner.edge == "end"
        is_chained = is_chained or (isinstance(inner, Shifted) and inner.direction == "after")
        from_counted = is_chained and counting.chains_from_counted
        anchor = self.moment(inner, window, as_counted=from_counted)
        if node.direction == "after":
            return counting.after(anchor, node.duration)
        return before(counting, anchor, node.duration)

    def window(self, window: Window) -> Interval:
        """Return a window: the first branch that holds, or the rest; then the modifiers in order.

        `none` stays what it is, and a window once empty stays so, though its end may move.
        """
        periods = [branch.period for branch in window.branches if holds(branch.condition, self.world, self.policy)]
        period = [*periods, window.otherwise][0]
        interval = self._period(period, window)
        if interval == NOTHING:
            return NOTHING
        for modifier in window.modifiers:
            if modifier.guard is not None and not holds(modifier.guard, self.world, self.policy):
                continue
            was_empty = interval.is_empty
            interval = Change(self, modifier, window, period).of(interval)
            interval = evolve(interval, is_void=was_empty or interval.is_empty)
        return interval

    def _period(self, node: Any, window: Window | None) -> Interval:
        match node:
            case Period(opens, closes) | LengthPeriod(opens, closes):
                return Interval(
                    ALWAYS if opens is None else self.moment(opens, window).opening,
                    *self._closes(closes, window),
                    elapses=self._elapses(node, window),
                    is_of_hours=isinstance(node, LengthPeriod) and elapses(node.closes.duration),
                )
            case WindowUse(name):
                return self.window(self.policy.windows[name.text])
            case Fixed(is_open):
                return Interval() if is_open else NOTHING
        raise TypeError(node)

    def _closes(self, node: Any, window: Window | None) -> tuple[Instant, Instant]:
        """Return where a moment closes a period, and where it would as counted."""
        if node is None:
            return NEVER, NEVER
        closes = self.moment(node, window).closing
        return closes, self.moment(node, window, as_counted=True).closing if self.policy.moves else closes

    def _elapses(self, node: Any, window: Window | None) -> bool:
        counting = self.policy.counting(window, self.world)
        return isinstance(node, LengthPeriod) and counting.elapses(node.closes.duration)

    def clauses(self, time: TimeClauses) -> Interval:
        """Return what `from`, `until` and `within` clauses have in common."""
        parts = [self._period(node, None) for node in time.windows]
        parts += [Interval(opens=self.moment(node, None).opening) for node in time.opens]
        parts += [Interval(closes=self.moment(node, None).closing) for node in time.closes]
        opens = max((part.opens for part in parts), default=ALWAYS)
        closes = min((part.closes for part in parts), default=NEVER)
        return Interval(opens, closes, is_void=any(part.is_empty for part in parts))
