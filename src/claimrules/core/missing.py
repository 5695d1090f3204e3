"""Which missing facts leave an expression unknown."""

from __future__ import annotations

from claimrules.core.denote import Denotation
from claimrules.core.expr import Expr, Fact, If, parts_of


def missing(expr: Expr, run: Denotation) -> tuple[str, ...]:
    """Return the names of the facts whose absence leaves `expr` unknown, in the order they are read.

    Only for scalar evaluators: `run` must give Python booleans for what is known.
    """
    found: dict[str, None] = {}
    seen: set[Expr] = set()
    waiting = [expr]
    while waiting:
        part = waiting.pop()
        if part in seen or run(part)[1]:
            continue
        seen.add(part)
        if isinstance(part, Fact):
            found[part.name] = None
        waiting += reversed(_blamed(part, run))
    return tuple(found)


def _blamed(expr: Expr, run: Denotation) -> tuple[Expr, ...]:
    if isinstance(expr, If) and run(expr.condition)[1]:
        return (expr.then if run(expr.condition)[0] else expr.otherwise,)
    return parts_of(expr)
