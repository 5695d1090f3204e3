"""Which missing facts leave an expression unknown."""

from __future__ import annotations

from typing import assert_never

from claimrules.core.denote import Denotation
from claimrules.core.expr import And, Apply, Expr, Fact, If, IsKnown, Lit, Or


def missing(expr: Expr, run: Denotation) -> tuple[str, ...]:
    """Return the names of the facts whose absence leaves `expr` unknown, in the order they are read.

    Only for scalar evaluators: `run` must give Python booleans for what is known.
    """
    found: dict[str, None] = {}
    _collect(expr, run, found)
    return tuple(found)


def _collect(expr: Expr, run: Denotation, found: dict[str, None]) -> None:
    if run(expr)[1]:
        return
    match expr:
        case Fact(name):
            found[name] = None
        case Apply(_, args):
            parts = args
        case And(parts) | Or(parts):
            pass
        case If(condition, then, otherwise):
            parts = _undecided(condition, then, otherwise, run)
        case Lit() | IsKnown():
            parts = ()
        case _:
            assert_never(expr)
    if not isinstance(expr, Fact):
        for part in parts:
            _collect(part, run, found)


def _undecided(condition: Expr, then: Expr, otherwise: Expr, run: Denotation) -> tuple[Expr, ...]:
    value, known = run(condition)
    if known:
        return (then if value else otherwise,)
    return condition, then, otherwise
