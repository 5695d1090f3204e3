"""Ends of windows that conditions choose: which events both choose and count, and the days in words."""

from __future__ import annotations

from datetime import timedelta

from claimrules.compiler.facts_read import facts_read
from claimrules.constructs.moments.windows import Window
from claimrules.core.expr import Expr
from claimrules.domain.instants import at_zone
from claimrules.domain.types import NEVER, Event
from claimrules.lint.subject import Subject


def chosen_and_counted_by(conditions: list[Expr], node: Window, subject: Subject) -> set[str]:
    """Return the events that conditions of a window read, and that its time is counted from too."""
    low = subject.lowering_of(node)
    periods = [low.interval(period) for period in (*(branch.period for branch in node.branches), node.otherwise)]
    anchors = facts_read([interval.closes.exact for interval in periods]) & facts_read(conditions)
    return {name for name in anchors if is_event(name, subject)}


def is_event(name: str, subject: Subject) -> bool:
    """Tell whether a fact is an event."""
    fact = subject.plan.vocabulary.get(name)
    return fact is not None and isinstance(fact.type, Event)


def day(instant: int, subject: Subject) -> str:
    """Return the local day of an instant."""
    return str(at_zone(instant, subject.plan.zone).date())


def last(closes: int, subject: Subject) -> str:
    """Return the last local day before a close."""
    if closes >= NEVER:
        return "without end"
    return str((at_zone(closes, subject.plan.zone) - timedelta(microseconds=1)).date())
