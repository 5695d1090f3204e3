"""Which way an end moves when an event moves: theorem T1, read off the expression of a window's end."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from claimrules.core.denote import Denotation
from claimrules.core.expr import Apply, Expr, Fact, If, Lit
from claimrules.core.ops.order import GREATEST, LEAST
from claimrules.domain.instants import at_zone
from claimrules.domain.types import ALWAYS, NEVER
from claimrules.testing.probe import every_part

#: The end moves the way the event does, the other way, or nobody can say.
WITH, AGAINST, EITHER = "with", "against", "either"
_OPPOSITE: Final = {WITH: AGAINST, AGAINST: WITH, EITHER: EITHER}
_PERIODS: Final = ("after:", "before:", "day_edge:")
#: The arguments of a pause: the close that days are counted from, the close, the opening, where it begins and ends.
_PAUSE: Final = (WITH, WITH, AGAINST, AGAINST, WITH)

Moves = frozenset[tuple[str, str]]


@lru_cache(maxsize=65_536)
def moves(expr: Expr) -> Moves:
    """Return each fact an instant is made of, with the way the instant moves when that fact does.

    Periods that keep the order, the earliest and the latest of moments, and pauses have a direction; what is chosen by
    a condition has none in the facts of the condition (X1, X2), nor has a period that does not keep the order.
    """
    match expr:
        case Lit():
            return frozenset()
        case Fact(name):
            return frozenset({(name, WITH)})
        case Apply(op, args) if op in {LEAST, GREATEST}:
            return frozenset().union(*map(moves, args))
        case Apply(op, args) if op.keeps_order and op.name.startswith(_PERIODS):
            return moves(args[0])
        case Apply(op, args) if op.keeps_order and op.name.startswith("paused:"):
            return frozenset().union(*map(_turned, args, _PAUSE))
        case If(condition, then, otherwise):
            return _undirected(condition) | moves(then) | moves(otherwise)
    return _undirected(expr)


def _turned(expr: Expr, way: str) -> Moves:
    return moves(expr) if way == WITH else frozenset((name, _OPPOSITE[old]) for name, old in moves(expr))


def _undirected(expr: Expr) -> Moves:
    return frozenset((part.name, EITHER) for part in every_part(expr) if isinstance(part, Fact))


def clocks_agree(expr: Expr, before: Denotation, after: Denotation, zone: str) -> bool:
    """Tell whether every part of an end that got later also did so by the local clock.

    It does not where clocks are set back in between: a second 01:10 is after the first 01:50, and by the clock before.
    """
    for part in every_part(expr):
        if not part.is_truth:
            (old, old_known), (new, new_known) = before(part), after(part)
            if old_known and new_known and _is_instant(old) and _is_instant(new) and old < new:
                local = [at_zone(instant, zone).replace(tzinfo=None) for instant in (old, new)]
                if local[0] > local[1]:
                    return False
    return True


def _is_instant(value: int) -> bool:
    """Tell whether a value lies where instants of events do, not where numbers and codes are."""
    return ALWAYS < value < NEVER and abs(value) > 10**12  # not within twelve days of 1970
