"""A moment that may be unknown: its exact value, and the earliest and latest it can be.

Every operation on moments is monotone (deadlines of this kind never get earlier when an event gets later), so bounds
pass through it; a comparison is known as soon as the bounds decide it, and asks for the missing facts otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from claimrules.core.build import at_most, choose, greatest, least, less
from claimrules.core.expr import NO, YES, Expr, Fact, IsKnown, Lit
from claimrules.domain.types import ALWAYS as ALWAYS_INSTANT
from claimrules.domain.types import NEVER as NEVER_INSTANT


@frozen
class Moment:
    """Three expressions of instants; `earliest` and `latest` are always known."""

    exact: Expr
    earliest: Expr
    latest: Expr


def fixed(instant: int) -> Moment:
    """Return a moment that is a constant."""
    return Moment(Lit(instant), Lit(instant), Lit(instant))


NEVER = fixed(NEVER_INSTANT)
ALWAYS = fixed(ALWAYS_INSTANT)


def event(name: str) -> Moment:
    """Return the moment of an event; without its fact it can be at any time."""
    fact = Fact(name)
    known = IsKnown(fact)
    return Moment(fact, choose(known, fact, ALWAYS.exact), choose(known, fact, NEVER.exact))


def mapped(function: Callable[[Expr], Expr], moment: Moment) -> Moment:
    """Return the moment under a monotone operation."""
    return Moment(function(moment.exact), function(moment.earliest), function(moment.latest))


def earliest_of(moments: Sequence[Moment]) -> Moment:
    """Return the earliest; one that never comes is passed over."""
    return Moment(least(m.exact for m in moments), least(m.earliest for m in moments), least(m.latest for m in moments))


def latest_of(moments: Sequence[Moment]) -> Moment:
    """Return the latest; it stays open while one has not come."""
    return Moment(
        greatest(m.exact for m in moments), greatest(m.earliest for m in moments), greatest(m.latest for m in moments)
    )


def chosen(condition: Expr, then: Moment, otherwise: Moment) -> Moment:
    """Return one of two moments; with an unknown condition it lies within the bounds of both."""
    known = IsKnown(condition)
    return Moment(
        choose(condition, then.exact, otherwise.exact),
        choose(known, choose(condition, then.earliest, otherwise.earliest), least((then.earliest, otherwise.earliest))),
        choose(known, choose(condition, then.latest, otherwise.latest), greatest((then.latest, otherwise.latest))),
    )


def reached(moment: Moment, by: Expr) -> Expr:
    """Return whether the moment is at or before an instant."""
    return choose(at_most(moment.latest, by), YES, choose(less(by, moment.earliest), NO, at_most(moment.exact, by)))


def not_after(a: Moment, b: Moment) -> Expr:
    """Return whether one moment is at or before another."""
    return choose(at_most(a.latest, b.earliest), YES, choose(less(b.latest, a.earliest), NO, at_most(a.exact, b.exact)))
