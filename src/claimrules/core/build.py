"""Smart constructors: core expressions from smaller ones, constants folded away."""

from __future__ import annotations

from collections.abc import Iterable

from claimrules.core.expr import NO, YES, And, Apply, Expr, If, IsKnown, Lit, Or
from claimrules.core.ops.money import PLUS
from claimrules.core.ops.order import AT_MOST, EQUAL, GREATEST, LEAST, LESS, NOT


def both(parts: Iterable[Expr]) -> Expr:
    """Return the conjunction."""
    left = tuple(dict.fromkeys(part for part in parts if part != YES))
    if NO in left:
        return NO
    return left[0] if len(left) == 1 else And(left) if left else YES


def either(parts: Iterable[Expr]) -> Expr:
    """Return the disjunction."""
    left = tuple(dict.fromkeys(part for part in parts if part != NO))
    if YES in left:
        return YES
    return left[0] if len(left) == 1 else Or(left) if left else NO


def negate(part: Expr) -> Expr:
    """Return the negation."""
    if isinstance(part, Lit):
        return NO if part.value else YES
    return Apply(NOT, (part,))


def definitely(part: Expr) -> Expr:
    """Return whether a condition is known and holds; itself always known."""
    return both((IsKnown(part), part))


def at_most(a: Expr, b: Expr) -> Expr:
    """Return a ≤ b."""
    return Apply(AT_MOST, (a, b))


def less(a: Expr, b: Expr) -> Expr:
    """Return a < b."""
    return Apply(LESS, (a, b))


def equal(a: Expr, b: Expr) -> Expr:
    """Return a = b."""
    return Apply(EQUAL, (a, b))


def least(parts: Iterable[Expr]) -> Expr:
    """Return the least of one or more."""
    first, *rest = dict.fromkeys(parts)
    for part in rest:
        first = Apply(LEAST, (first, part))
    return first


def greatest(parts: Iterable[Expr]) -> Expr:
    """Return the greatest of one or more."""
    first, *rest = dict.fromkeys(parts)
    for part in rest:
        first = Apply(GREATEST, (first, part))
    return first


def just_before(instant: Expr) -> Expr:
    """Return the last microsecond before an instant."""
    return Apply(PLUS, (instant, Lit(-1)))


def choose(condition: Expr, then: Expr, otherwise: Expr) -> Expr:
    """Return one of two."""
    if isinstance(condition, Lit):
        return then if condition.value else otherwise
    return then if then == otherwise else If(condition, then, otherwise)
