"""Modifiers of windows: each applies to what those before it have left."""

from __future__ import annotations

from typing import Any

from attrs import evolve, frozen

from claimrules.constructs.moments.modifiers import Modifier
from claimrules.constructs.moments.windows import Window
from tests.oracle.conditions import event_moment
from tests.oracle.instants import ALWAYS, NEVER, Instant, Point, day_start, local_day, period_end
from tests.oracle.interval import Interval


@frozen
class Change:
    """One modifier of a window that holds.

    Args:
        clock: what evaluates moments.
        period: the branch of the window that was chosen.
    """

    clock: Any
    modifier: Modifier
    window: Window
    period: Any

    def of(self, interval: Interval) -> Interval:
        """Return an interval with its close moved: later, but for `capped at`."""
        closes = self._close(interval, as_counted=False)
        counted = self._close(interval, as_counted=True) if self.clock.policy.moves else closes
        pick = min if self.modifier.kind == "capped_at" else max
        return evolve(interval, closes=pick(interval.closes, closes), counted=pick(interval.counted, counted))

    def _close(self, interval: Interval, *, as_counted: bool) -> Instant:
        """Return where the modifier alone would close the window; before all instants where it says nothing."""
        match self.modifier.kind:
            case "extended_by":
                end = period_end(self._base(interval), self.clock.zone)
                return self._counting(as_counted=as_counted).after(end, self.modifier.value).closing
            case "at_least":
                closes = self._moment(self.modifier.value, as_counted=as_counted).closing
                return ALWAYS if closes == NEVER else closes
            case "paused":
                return self._paused(interval, as_counted=as_counted)
            case "restarted_by":
                return self._restarted(interval, as_counted=as_counted)
        return self._moment(self.modifier.value, as_counted=as_counted).closing

    def _moment(self, node: Any, *, as_counted: bool) -> Point:
        return self.clock.moment(node, self.window, as_counted=as_counted)

    def _counting(self, *, as_counted: bool) -> Any:
        return self.clock.policy.counting(self.window, self.clock.world, rolls=not as_counted)

    def _base(self, interval: Interval) -> Instant:
        """Return the close that further days are counted from."""
        is_counted = self._counting(as_counted=False).chains_from_counted
        return interval.counted if is_counted else interval.closes

    def _paused(self, interval: Interval, *, as_counted: bool) -> Instant:
        begin, over = (self._moment(node, as_counted=False) for node in self.modifier.value)
        start = max(begin.opening, interval.opens)
        if start >= interval.closes or over.closing <= start:
            return ALWAYS
        if NEVER in {over.closing, interval.closes}:
            return NEVER
        counting = self._counting(as_counted=as_counted)
        if interval.elapses:
            elapsed = max(0, int(over.closing - start))
            return counting.later_by(self._base(interval), elapsed, is_of_hours=interval.is_of_hours)
        runs_again = local_day(over.closing, self.clock.zone)
        if not (over.ends_its_day and over.closing == day_start(runs_again, self.clock.zone)):
            runs_again += self.modifier.is_inclusive
        days = runs_again - local_day(start, self.clock.zone)
        return counting.later(self._base(interval), int(days)) if days > 0 else ALWAYS

    def _restarted(self, interval: Interval, *, as_counted: bool) -> Instant:
        event = event_moment(self.modifier.value.text, self.clock.world, self.clock.policy)
        if not interval.contains(event.opening):
            return ALWAYS
        return self._counting(as_counted=as_counted).after(event, self.period.closes.duration).closing
