"""Moments, periods, windows and time clauses × world → one half-open interval."""

from __future__ import annotations

from typing import Any

from attrs import evolve, frozen

from claimrules.constructs.declarations.statements import TimeClauses
from claimrules.constructs.moments.periods import Fixed, LengthPeriod, Modifier, Period, Window, WindowUse
from claimrules.constructs.moments.points import DateMoment, EventMoment, Extreme, Shifted, WindowEdge
from tests.oracle.conditions import holds
from tests.oracle.instants import (
    ALWAYS,
    NEVER,
    Instant,
    Point,
    after,
    before,
    day_point,
    event_point,
    extreme,
    period_end,
)
from tests.oracle.policy import Policy
from tests.oracle.world import World


@frozen
class Interval:
    """From `opens`, included, to `closes`, excluded."""

    opens: Instant = ALWAYS
    closes: Instant = NEVER
    is_void: bool = False

    @property
    def is_empty(self) -> bool:
        """It is void, or closes at or before a known opening; one that waits for an event is not empty."""
        return self.is_void or (ALWAYS < self.opens < NEVER and self.closes <= self.opens)

    def contains(self, instant: Instant) -> bool:
        """Tell whether an instant lies inside."""
        return not self.is_void and self.opens <= instant < self.closes


#: What `none` says: it is not there, and its ends never come.
NOTHING = Interval(NEVER, NEVER, is_void=True)


@frozen
class Clock:
    """Evaluates what is said about time in one world."""

    policy: Policy
    world: World

    def moment(self, node: Any, window: Window | None) -> Point:
        """Return a moment, counted by the convention of the window it stands in."""
        zone = self.policy.zone
        match node:
            case EventMoment(name):
                return event_point(self.world[name.text], zone, is_end_of_day=self.policy.is_end_of_day(name.text))
            case DateMoment(day):
                return day_point(day.toordinal(), zone)
            case Extreme(kind, moments):
                return extreme([self.moment(part, window) for part in moments], is_latest=kind == "latest")
            case WindowEdge(edge, name):
                interval = self.window(self.policy.windows[name.text])
                return event_point(interval.opens, zone) if edge == "start" else period_end(interval.closes, zone)
            case Shifted(duration, direction, start):
                return self._shifted(self.moment(start, window), duration, direction, window)
        raise TypeError(node)

    def _shifted(self, start: Point, duration: Any, direction: str, window: Window | None) -> Point:
        zone = self.policy.zone
        ((length, unit),) = duration.period.parts
        if direction == "before":
            return before(start, length, unit, zone)
        counts_first_day = self.policy.counts_first_day(window)
        return after(start, length, unit, zone, counts_first_day=counts_first_day)

    def window(self, window: Window) -> Interval:
        """Return a window: the first branch that holds, or the rest; then the modifiers in order.

        `none` stays what it is, and a window once empty stays so, though its end may move.
        """
        periods = [branch.period for branch in window.branches if holds(branch.condition, self.world, self.policy)]
        interval = self._period([*periods, window.otherwise][0], window)
        if interval == NOTHING:
            return NOTHING
        for modifier in window.modifiers:
            was_empty = interval.is_empty
            interval = self._modified(interval, modifier, window)
            interval = evolve(interval, is_void=was_empty or interval.is_empty)
        return interval

    def _period(self, node: Any, window: Window | None) -> Interval:
        match node:
            case Period(opens, closes) | LengthPeriod(opens, closes):
                return Interval(
                    ALWAYS if opens is None else self.moment(opens, window).opening,
                    NEVER if closes is None else self.moment(closes, window).closing,
                )
            case WindowUse(name):
                return self.window(self.policy.windows[name.text])
            case Fixed(is_open):
                return Interval() if is_open else NOTHING
        raise TypeError(node)

    def _modified(self, interval: Interval, modifier: Modifier, window: Window) -> Interval:
        if modifier.guard is not None and not holds(modifier.guard, self.world, self.policy):
            return interval
        if modifier.kind == "extended_by":
            end = period_end(interval.closes, self.policy.zone)
            return evolve(interval, closes=self._shifted(end, modifier.value, "after", window).closing)
        other = self.moment(modifier.value, window).closing
        pick = max if modifier.kind == "extended_to" else min
        return evolve(interval, closes=pick(interval.closes, other))

    def clauses(self, time: TimeClauses) -> Interval:
        """Return what `from`, `until` and `within` clauses have in common."""
        parts = [self._period(node, None) for node in time.windows]
        parts += [Interval(opens=self.moment(node, None).opening) for node in time.opens]
        parts += [Interval(closes=self.moment(node, None).closing) for node in time.closes]
        opens = max((part.opens for part in parts), default=ALWAYS)
        closes = min((part.closes for part in parts), default=NEVER)
        return Interval(opens, closes, is_void=any(part.is_empty for part in parts))
