"""Intervals of time: from a moment on, until another."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from claimrules.core.build import both, either, negate
from claimrules.core.expr import NO, Expr
from claimrules.core.moment import ALWAYS, NEVER, Moment, earliest_of, latest_of, not_after
from claimrules.core.plan import Stage


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
