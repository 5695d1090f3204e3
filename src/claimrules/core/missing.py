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
    parts: tuple[Expr, ...] = ()
    match expr:
        case Fact(name):
            found[name] = None
        case Apply(_, args):
            parts = args
        case And(operands) | Or(operands):
            parts = operands
        case If(condition, then, otherwise):
            parts = _undecided(condition, then, otherwise, run)
        case Lit() | IsKnown():
            pass
        case _:
            assert_never(expr)
    for part in parts:
        _collect(part, run, found)


def _undecided(condition: Expr, then: Expr, otherwise: Expr, run: Denotation) -> tuple[Expr, ...]:
    value, known = run(condition)
    if known:
        return (then if value else otherwise,)
    return condition, then, otherwise
