"""Windows with what moves their close: each modifier applies to what those before it have left.

A window has two closes: where it closes, and where it would if its last day had not moved off days of rest. Further
days are counted from the one or the other, as the convention says.
"""

from __future__ import annotations

from typing import Any, Final

from attrs import evolve, frozen

from claimrules.constructs.construct import Construct
from claimrules.constructs.interval import Interval, between
from claimrules.constructs.lowering import Lowering, Side
from claimrules.constructs.moments.extremes import Extreme
from claimrules.constructs.moments.kinds import OF_DAYS, Kind, by_kind, counting_as, kinds_of
from claimrules.constructs.moments.modifiers import Modifier
from claimrules.constructs.moments.periods import LengthPeriod
from claimrules.constructs.moments.points import EventMoment
from claimrules.constructs.moments.shifted import after, anchor_of
from claimrules.constructs.moments.windows import Window, build_window, check_window
from claimrules.core.build import both, choose, either, negate
from claimrules.core.expr import NO
from claimrules.core.moment import ALWAYS, NEVER, Moment, chosen, earliest_of, latest_of, not_after
from claimrules.core.ops import time
from claimrules.core.plan import Stage
from claimrules.deadlines.pauses import Pause
from claimrules.deadlines.periods import Anchor

_SIDES: Final[tuple[Side, Side]] = ("opens", "closes")


def lower_window(node: Window, low: Lowering) -> Interval:
    """Lower a window; its own convention goes before the file's."""
    real = counting_as(node, low.actual)
    actual, counted = _body(node, real), _body(node, real.nominal)
    for modifier in node.modifiers:
        base = (counted if real.chained.is_nominal else actual).closes
        change = _Change(node, modifier, actual, base)
        actual, counted = change.of(actual, real), change.of(counted, real.nominal)
    return counted if low.is_nominal else actual


def _body(node: Window, low: Lowering) -> Interval:
    interval = low.interval(node.otherwise)
    for branch in reversed(node.branches):
        condition, then = low.condition(branch.condition), low.interval(branch.period)
        interval = Interval(
            chosen(condition, then.opens, interval.opens),
            chosen(condition, then.closes, interval.closes),
            choose(condition, then.is_empty, interval.is_empty),
            choose(condition, then.is_none, interval.is_none),
        )
    return interval


@frozen
class _Change:
    """One modifier of a window.

    Args:
        actual: the window as those before it have left it.
        base: the close that further periods are counted from.
    """

    node: Window
    modifier: Modifier
    actual: Interval
    base: Moment

    def of(self, interval: Interval, low: Lowering) -> Interval:
        """Return the window, or the one whose last days do not move, with its close moved."""
        changed = self._closes(interval, low)
        if self.modifier.guard is not None:
            changed = chosen(low.condition(self.modifier.guard), changed, interval.closes)
        is_emptied = between(interval.opens, changed).is_empty if self.modifier.kind == "capped_at" else NO
        is_empty = either((interval.is_empty, is_emptied))
        return evolve(
            interval, closes=changed, is_empty=is_empty, stages=(*interval.stages, self._stage(interval, changed))
        )

    def _stage(self, before: Interval, closes: Moment) -> Stage:
        return Stage(self.modifier.kind, self.modifier.span.text.strip(), before.closes.exact, closes.exact)

    def _closes(self, interval: Interval, low: Lowering) -> Moment:
        value, closes = self.modifier.value, interval.closes
        match self.modifier.kind:
            case "extended_by":
                return latest_of((closes, low.dated_after(value, self.base, Anchor.PERIOD)))
            case "extended_to":
                return latest_of((closes, low.moment(value, "closes")))
            case "at_least":
                floor = low.moment(value, "closes")
                return latest_of((closes, chosen(not_after(NEVER, floor), ALWAYS, floor)))
            case "paused":
                return latest_of((closes, self._paused(low)))
            case "restarted_by":
                return self._restarted(closes, low)
        return chosen(interval.is_none, NEVER, earliest_of((closes, low.moment(value, "closes"))))

    def _paused(self, low: Lowering) -> Moment:
        """Return the close after a pause, as it is counted for the kind of window that the conditions choose."""
        kinds = {kind for kind in kinds_of(self.node, low) if kind is not None}
        if len(kinds) > 1:
            return by_kind(self.node, low, lambda kind: self._paused_as(kind, low))
        return self._paused_as(next(iter(kinds), OF_DAYS), low)

    def _paused_as(self, kind: Kind, low: Lowering) -> Moment:
        """Return the close after a pause; of several moments until which it lasts, the one that counts ends its day or not."""
        until = self.modifier.value[1]
        moments = until.moments if isinstance(until, Extreme) else (until,)
        days = [moment for moment in moments if _ends_its_day(moment, low)]
        others = [moment for moment in moments if moment not in days]
        if not (days and others):
            return self._paused_until(kind, low, ends_its_day=bool(days))
        of = earliest_of if until.kind == "earliest" else latest_of
        day, other = (of([low.actual.moment(moment, "closes") for moment in group]) for group in (days, others))
        ends_no_day = not_after(other, day) if until.kind == "earliest" else not_after(day, other)
        made = [self._paused_until(kind, low, ends_its_day=ends_its_day) for ends_its_day in (False, True)]
        return chosen(ends_no_day, *made)

    def _paused_until(self, kind: Kind, low: Lowering, *, ends_its_day: bool) -> Moment:
        """Return the close after a pause: later with a later close and resumption, earlier with a later pause."""
        edges = self.modifier.value
        begun, over = (low.actual.moment(edge, side) for edge, side in zip(edges, _SIDES, strict=True))
        terms, base, closes, opens = low.terms(Anchor.PERIOD), self.base, self.actual.closes, self.actual.opens
        pause = Pause(terms, self.modifier.is_inclusive, ends_its_day, kind.is_elapsed, kind.is_of_hours)
        rolls = terms.rolls and not (kind.is_of_hours and low.convention.hours_roll == "never")
        names = set(low.convention.rolls_on) if rolls else set()
        return low.placed(
            time.paused(pause),
            (base.exact, base.earliest, base.latest),
            (closes.exact, closes.earliest, closes.latest),
            (opens.exact, opens.latest, opens.earliest),
            (begun.exact, begun.latest, begun.earliest),
            (over.exact, over.earliest, over.latest),
            looks_up=names,
            is_local=not kind.is_elapsed or bool(names),
            bounds=time.paused_bounds(pause),
        )

    def _restarted(self, closes: Moment, low: Lowering) -> Moment:
        """Return the close counted anew from an event that happens inside the window, if that is later."""
        event = EventMoment(self.modifier.value, self.modifier.span)
        moment = low.moment(event, "opens")
        inside = both((not_after(self.actual.opens, moment), negate(not_after(self.actual.closes, moment))))
        return chosen(
            inside, latest_of((closes, _closes_anew(self.node, event, low, before=self.actual.closes))), closes
        )


def _ends_its_day(node: Any, low: Lowering) -> bool:
    return anchor_of(node, low) in {Anchor.DAY, Anchor.END_OF_DAY, Anchor.PERIOD}


def _closes_anew(node: Window, event: EventMoment, low: Lowering, *, before: Moment) -> Moment:
    """Return the close counted anew from an event that comes before the close there was."""

    def again(period: LengthPeriod) -> Moment:
        return after(period.closes.duration, event, low, before=before)

    closes = again(node.otherwise) if isinstance(node.otherwise, LengthPeriod) else NEVER
    for branch in reversed(node.branches):
        closes = chosen(low.condition(branch.condition), again(branch.period), closes)
    return closes


WINDOW = Construct(
    "window", Window, "A named period.", "window dispute = 15 days after delivered",
    build_window, check_window, lower_window,
)  # fmt: skip
