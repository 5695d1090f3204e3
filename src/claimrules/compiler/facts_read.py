"""Core expressions → the names of the facts they read."""

from __future__ import annotations

from collections.abc import Iterable

from claimrules.core.expr import NOW, And, Apply, Expr, Fact, If, IsKnown, Or


def _parts(expr: Expr) -> tuple[Expr, ...]:
    match expr:
        case Apply(_, args):
            return args
        case And(parts) | Or(parts):
            return parts
        case If(condition, then, otherwise):
            return condition, then, otherwise
        case IsKnown(part):
            return (part,)
        case _:
            return ()


def facts_read(exprs: Iterable[Expr]) -> frozenset[str]:
    """Return the names of all facts read, a set's members as the set."""
    seen: set[int] = set()
    found: set[str] = set()
    stack = list(exprs)
    while stack:
        expr = stack.pop()
        if id(expr) in seen:
            continue
        seen.add(id(expr))
        if isinstance(expr, Fact) and expr != NOW:
            found.add(expr.name.partition("#")[0])
        stack.extend(_parts(expr))
    return frozenset(found)
