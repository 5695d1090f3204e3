"""Core expressions → the names of the facts they read."""

from __future__ import annotations

from collections.abc import Iterable

from claimrules.core.expr import NOW, Expr, Fact, parts_of


def facts_read(exprs: Iterable[Expr]) -> frozenset[str]:
    """Return the names of all facts read, a set's members as the set."""
    seen: set[Expr] = set()
    found: set[str] = set()
    stack = list(exprs)
    while stack:
        expr = stack.pop()
        if expr in seen:
            continue
        seen.add(expr)
        if isinstance(expr, Fact) and expr != NOW:
            found.add(expr.name.partition("#")[0])
        stack.extend(parts_of(expr))
    return frozenset(found)
